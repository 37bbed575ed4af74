"""Words that stand with a capital in contracts and are no name: what is defined, headed or cited in nearly every one of them."""

from __future__ import annotations

from contract_registry.core.clauses.language_profiles import SMALL_WORDS
from contract_registry.core.clauses.names import LEGAL_FORMS
from contract_registry.core.clauses.role_words import role_weights
from contract_registry.core.clauses.wordlists import words_in
from contract_registry.core.contracts.months import MONTHS
from contract_registry.core.contracts.place_names import PEOPLES, PLACES, REGIONS
from contract_registry.core.quantities.numbers import NUMBER_WORDS

_OF_CONTRACTS = words_in(
    """acceptance accepted access accordance account accounting accounts accrued acknowledges act acts actual additional addendum adaptation administration advance advances advertising affiliate affiliates
    agency agent agents agrees agreed agreement ai all amendment amendments ancillary annex any appearance appendix applicable application approval approved arbitration archive article articles artificial
    artwork asset assets assign assignment assigns assistance audio audit author's authorised authorized authority background basic book books box breach brand brief broadcast business buyout call campaign
    cancellation capture care case cast change changes character charges chapter child claim claims clause clauses client's collection collective commencement commercial commission commissioned
    communications company's compensation competition compliance conditions conduct confidential confidentiality consent consideration content contents contract contracts contribution contributions
    control copies copy copyright copyrights costs council counterpart counterparts country court courts cover creative credit credits currency customer damages data database date dates day days deal
    death declaration deed default definition definitions delivery deliverable deliverables derivative description design designs digital director directors disclosure dispute disputes distribution
    document documents double draft dramatic duration duty earnings edition editions editorial effective electronic email employees employment end engagement enforcement entire episode episodes equipment
    escrow establishment european event events exclusive exclusivity execution exhibit exhibition expenses exploitation expression extension extensions facility failure fee fees file files film final first
    force foreign form format formats free freelance full further future gender general generative god good goods governing government grant granted grants gross guarantee guidelines guild headings health
    hereby high hire holiday hours human identity if image images incidental income indemnities indemnity information injunctive injury insurance integrity intellectual intelligence interactive interest
    international internet interpretation invoice invoices item items joint jurisdiction key kill knowledge language large later law laws learning legal letter liability library licence licences license
    licensed licenses licensing lien likeness limitation limited liquidated list literary litigation local logo loss losses machine magazine main majeure management manager manuscript marketing master
    materials material maximum media mediation member merchandise merchandising method metadata minimum minor minors miscellaneous mark marks mobile model models modifications month monthly moral motion multimedia
    music musical name names national neither net network neural neighbouring new newspaper no non none nothing notice notices number object obligations obligation of offer office online only option options oral
    order orders original other output outputs overtime overview own owner ownership page pages paperback paragraph parent part parties party patent patents payment payments penalty performance performances
    performers' period permission permitted person personal perpetuity photograph photographs photography picture pictures place platform play policies policy portfolio portrait post power
    premises previous price principal print prior privacy private prize process processing product production productions products professional profits programme programmes program programs project
    promotion promotional proof proofs property protection provision provisions public publication publications publicity published publisher's purchase purpose purposes quality quantity quarter rate rates
    receipt receipts recital recitals record recording recordings records refund region register registration regulation regulations reimbursement reissue related release releases remedies remuneration
    rent renewal repeat repeats replica replicas report reports representation representations reproduction request required requirements reserved resale residuals restrictions return returns reuse reversion
    review revision revisions revocation right rights royalties royalty rules running safety sale sales sample samples satisfactory scan scans schedule schedules scope score scores script scripts second section sections
    secretary secure security sequel sequels serial series service services session sessions settlement severability shipping shoot shooting show side sign signature signatures signed site social society software sole song songs
    sound special specification specifications staff stage standard standards state states statement statements status statute statutory stock story style sub subcontracting subject sublicence
    sublicense submission submissions subscription subsidiary successors sum summary supplement supplementary supply survival synchronisation synchronization synopsis synthetic table talent tax taxes
    technical technology television term termination terms territories territory test text than theatrical third time times title titles tools total trade trademark trademarks trailer training transfer
    translation translations travel treatment trial trust turnover type under understanding undertaking undertakings union unions unit universe updates usage use user users value vat version versions video
    visual vocal voice volume waiver waivers warranties warranty website week weekly whole work works working workplace workshop world worldwide writing written year years
    mr mrs ms miss mx dr prof professor sir dame lord lady rev herr herrn frau monsieur madame mme mlle señor señora don doña
    i me my we our us you your he she it they its their his her this that these those such when where whereas while which who whose upon unless until except subject save provided notwithstanding whether
    within without with whatever both either each every another please thanks thank dear hi hello best regards kind yes not ok re fyi
    should would could might must shall will can just lovely reply looking further furthermore moreover additionally accordingly therefore thus hence then also after before during since once being having
    here there nobody nothing anything everything anyone everyone someone nevertheless otherwise instead meanwhile finally secondly regarding concerning following pursuant regardless together collectively
    individually queries query attached enclosed sincerely yours faithfully cheers how why what many most more some much yesterday today tomorrow welcome congratulations agreeing if note nb ps pto
    iban utr bic swift vat po nino ssn isbn isrc iswc ipi url id uk usa
    community open permissive source components documentation launch maintenance revenue signage room attention code additions publishes receiving disclaimer disclaimers operating system systems
    accessibility accuracy activities advice analysis answer assessment attribution availability awards balance bank base benefit benefits board bonus budget buildings calendar captions career category
    certificate chair chairman chief class cloud college committee community components computer concept concert confirmation connection contacts context coordinator corporate course critical culture custom
    dedication department designer desk details developer development device devices discretion division domain door drawing drawings education element elements engine essential evaluation events exchange
    executive experience express external extract extracts extracting family features feedback field floor focus foundation frame framework front function general group growth guide handbook hardware head
    help history home hosting hours household human impact import improvement institute institution internal introduction inventory issue issues journal label layout lead league learning level levels limit
    limits link links list lists load location log lot maintenance making map market markets match matter measures meeting members message mission module modules monitoring network notification objective
    operation operations opportunity organisation organization outline package panel partner partners path pattern people phase phone phrase plan plans point points position practice practices preamble
    presentation president press primary problem procedure procedures programming progress provider providers published purchases query question questions range reader readers reading recipient
    redistribution reference references relations relationship releasing removal reply requests research reservation resolution resource resources response responsibilities responsibility result results
    revised risk room sector selection self seminar sender server set settings shared signage signing single size skills solution solutions space speaker sponsor sponsors sponsorship sport sports start
    station step steps storage store strategy structure studies study subscriber success suite support surface survey target task tasks team teams template tests ticket tickets topic track tracks trade
    transaction transactions transmitted type types uniform unit upload uploads utility vehicle vendor venue view visit warning water way welcome workshop workshops zone words capitalised creation
    pdf psd jpeg jpg tiff png wav mp3 mp4 mov epub html xml dpi rgb cmyk hd cd dvd tv radio cinema svod avod tvod vod ebook ebooks audiobook audiobooks nft nfts vr ar cgi vfx llm llms gpt tdm
    gdpr dpa cdpa dmca arbitrator icc lcia aaa jams wipo berne rome convention directive patents designs"""
)
_OF_LANGUAGES = frozenset().union(*(SMALL_WORDS[language] for language in ("en", "fr", "es", "de")))
_OF_PLACES = frozenset(word.strip(".,'") for table in (PLACES, REGIONS, PEOPLES) for name in table for word in name.split())
_OF_SIDES = frozenset(part for language in ("en", "fr", "es", "nl") for word in role_weights((language,)) for part in (word, *word.split()))
_COMMON = _OF_CONTRACTS | _OF_LANGUAGES | _OF_PLACES | _OF_SIDES | frozenset(MONTHS) | frozenset(NUMBER_WORDS)
_COMMON |= words_in(
    "monday tuesday wednesday thursday friday saturday sunday euro euros pound pounds sterling dollar dollars north south east west northern southern eastern western"
)


def is_common(word: str) -> bool:
    """Whether a word stands in contracts at large; a plural, a possessive and parts joined by a dash count as their words."""
    bare = word.casefold().strip(".,;:()[]\"“”„«»'‘’*_").removesuffix("'s").removesuffix("’s")
    if not bare or not any(letter.isalpha() for letter in bare) or bare in _COMMON or bare.replace(".", "") in LEGAL_FORMS:
        return True
    parts = [part for part in bare.replace("/", "-").split("-") if part]
    return (bare.endswith("s") and bare[:-1] in _COMMON) or (len(parts) > 1 and all(map(is_common, parts)))
