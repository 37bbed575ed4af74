"""The words that contracts call their parties by, and how far each speaks for the creator's side (above nought) or the engager's (below)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Literal

from contract_registry.core.clauses.wordlists import in_order, words_in

STRONG, FAIR, SLIGHT = 3.0, 2.0, 1.0

_CREATORS: dict[str, dict[float, str]] = {
    "en": {
        STRONG: """novelist essayist storyteller colourist colorist letterer inker penciller dramatist librettist comedian puppeteer panellist panelist ceramicist muralist printmaker cosplayer vtuber youtuber subtitler annotator exhibitor rightsholder rights_holder rightholder rights_owner voice_provider voice_contributor beat_maker fanartist fan_artist stunt_performer author co-author writer copywriter ghostwriter illustrator artist photographer videographer filmmaker film-maker cinematographer screenwriter scriptwriter
            playwright poet composer songwriter lyricist musician performer performing_artist recording_artist singer vocalist rapper band dj dancer choreographer narrator
            actor actress talent model voice_actor voice_artist voice_talent voice_over_artist voiceover_artist speaker guest_speaker lecturer presenter guest translator
            interpreter designer graphic_designer web_designer game_designer level_designer animator sculptor painter cartoonist journalist columnist reporter blogger vlogger
            podcaster contributor creator content_creator influencer streamer gamer entrant contestant competitor freelancer freelance_worker maker commissionee assignor releasor
            endorser celebrity athlete content_provider content_owner content_licensor data_provider interviewee modder uploader craftsperson stylist producer_artist arranger
            beatmaker voice_donor biographer researcher_author submitter crew_member cast_member data_contributor affirmer""",
        FAIR: """contractor subcontractor independent_contractor consultant employee intern apprentice worker volunteer participant licensor grantor ambassador brand_ambassador
            developer inventor director individual supplier service_provider student owner_of_the_content copyright_owner copyright_holder data_licensor undersigned
            employee_inventor editor_in_chief curator personality professional executive""",
        SLIGHT: "nominee sitter applicant provider vendor seller user member subscriber researcher player end_user registrant account_holder podcast_host subject licensee_user affiliate_creator",
    },
    "fr": {
        STRONG: """ayant-droit titulaire_des_droits dessinatrice coloriste scénographe costumière vidéaste parolier parolière chanteur chanteuse danseuse sculpteur sculptrice peintre auteur autrice co-auteur écrivain illustrateur illustratrice photographe artiste interprète artiste-interprète artiste_interprète comédien comédienne acteur
            actrice réalisateur réalisatrice compositeur compositrice traducteur traductrice graphiste créateur créatrice contributeur contributrice cédant musicien musicienne
            scénariste conférencier conférencière mannequin intervenant concepteur rédacteur journaliste plasticien dessinateur chorégraphe danseur""",
        FAIR: "prestataire développeur salarié salariée stagiaire concédant participant participante modèle soussigné soussignée freelance consultant",
        SLIGHT: "utilisateur utilisatrice membre vendeur",
    },
    "de": {
        STRONG: """rechteinhaber rechteinhaberin rechtsinhaber rechtsinhaberin rechtegeber gefilmte fotografierte interviewpartner interviewpartnerin vortragende vortragender kameramann kamerafrau cutter tontechniker lektor lektorin urheber urheberin autor autorin verfasser verfasserin künstler künstlerin fotograf fotografin illustrator illustratorin übersetzer übersetzerin schauspieler
            schauspielerin darsteller darstellerin sprecher sprecherin musiker musikerin komponist komponistin designer designerin gestalter gestalterin texter regisseur
            regisseurin drehbuchautor abgebildete mitwirkende mitwirkender kreative kreativer schriftsteller zedent interpret werkschöpfer model""",
        FAIR: "auftragnehmer auftragnehmerin lizenzgeber lizenzgeberin arbeitnehmer arbeitnehmerin mitarbeiter mitarbeiterin freelancer referent referentin teilnehmer teilnehmerin dienstleister entwickler unterzeichnende",
        SLIGHT: "nutzer nutzerin mitglied verkäufer",
    },
    "es": {
        STRONG: """titular_de_los_derechos titular dibujante fotografiado pintor pintora escultor escultora coreógrafo coreógrafa creativo creativa autor autora escritor escritora ilustrador ilustradora fotógrafo fotógrafa artista intérprete actor actriz músico compositor compositora traductor traductora
            diseñador diseñadora creador creadora colaborador colaboradora cedente guionista cantante bailarín ponente locutor locutora""",
        FAIR: "licenciante contratista prestador prestadora trabajador trabajadora participante modelo director directora autónomo desarrollador empleado empleada",
        SLIGHT: "usuario usuaria miembro vendedor",
    },
    "nl": {STRONG: "maker auteur schrijver fotograaf illustrator kunstenaar vertaler acteur componist ontwerper", FAIR: "opdrachtnemer licentiegever werknemer deelnemer", SLIGHT: "gebruiker"},
}  # fmt: skip

_ENGAGERS: dict[str, dict[float, str]] = {
    "en": {
        STRONG: """publisher publishing_house publishing_company client commissioner commissioning_party commissioning_company production_company record_label record_company
            organiser organizer employer broadcaster hirer engager assignee label releasee data_buyer data_licensee film_company music_publisher art_buyer contracting_party
            commissioning_editor""",
        FAIR: """acquirer imprint charity commissioning_organisation commissioning_organization releasees producer licensee sponsor brand advertiser studio promoter magazine newspaper network buyer purchaser university gallery museum festival journal grantee institution
            presenter_company entertainment_company""",
        SLIGHT: """company agency platform operator host distributor customer corporation firm administrator maintainer endorsed_party merchant retailer library venue theatre""",
    },
    "fr": {
        STRONG: "éditeur éditrice client cliente commanditaire organisateur organisatrice diffuseur cessionnaire employeur donneur_d'ordre donneur_d’ordre",
        FAIR: "bénéficiaire exploitante acquéreur producteur productrice annonceur acheteur licencié concessionnaire production",
        SLIGHT: "société agence entreprise plateforme exploitant association organisme",
    },
    "de": {
        STRONG: "verlag verleger auftraggeber auftraggeberin veranstalter veranstalterin arbeitgeber arbeitgeberin sendeanstalt zessionar besteller",
        FAIR: "rechtenehmer rechteerwerber nutzungsberechtigter nutzungsberechtigte verwerter empfänger produzent produzentin produktion lizenznehmer lizenznehmerin kunde kundin sender käufer betreiber werbetreibende erwerber",
        SLIGHT: "unternehmen agentur gesellschaft anbieter firma verein plattform studio galerie",
    },
    "es": {
        STRONG: "editorial cliente organizador organizadora empleador cesionario comitente encargante",
        FAIR: "cesionaria beneficiario beneficiaria adquirente productor productora licenciatario comprador anunciante contratante promotor promotora editor",
        SLIGHT: "empresa agencia plataforma sociedad compañía entidad",
    },
    "nl": {STRONG: "opdrachtgever uitgever uitgeverij werkgever organisator", FAIR: "producent licentienemer klant omroep", SLIGHT: "bedrijf platform"},
}  # fmt: skip

Speaker = Literal["i", "we", "you"]

_SPEAKERS: dict[str, dict[Speaker, str]] = {
    "en": {"i": "i me my mine myself", "we": "we us our ours ourselves", "you": "you your yours yourself yourselves"},
    "fr": {"i": "je j' moi mon ma mes", "we": "nous notre nos", "you": "vous votre vos"},
    "de": {"i": "ich mich mir mein meine meinen meiner meinem meines", "we": "wir uns unser unsere unseren unserer unserem unseres", "you": "Sie Ihr Ihre Ihren Ihrer Ihrem Ihnen Ihres"},
    "es": {"i": "yo mi mis", "we": "nosotros nuestro nuestra nuestros nuestras", "you": "usted ustedes tú tu tus"},
}  # fmt: skip


@lru_cache(maxsize=32)
def speakers(languages: tuple[str, ...]) -> Mapping[str, Speaker]:
    """For each pronoun of these languages, which of the three that speak without a name it is. German "Sie" counts with its capital only."""
    return MappingProxyType(
        {word: speaker for language in languages for speaker, forms in _SPEAKERS.get(language, {}).items() for word in in_order(forms)}
    )


def speaker_of(word: str, pronouns: Mapping[str, Speaker]) -> Speaker | None:
    """Who of "i", "we" and "you" a word means; None for other words."""
    return pronouns.get(word) or pronouns.get(word.lower())


_ARTICLES = words_in("the le la les l' der die das el los las a an de het")


_IN_KIND: Mapping[str, Mapping[str, float]] = {
    "platform terms": {"customer": SLIGHT, "customers": SLIGHT, "provider": -SLIGHT, "service provider": -SLIGHT},
    "contributor agreement": {"corporation": FAIR},
}
"""Words that some kinds of document call the other side by: a platform the one it serves, a corporate contributor agreement its contributor."""


def role_weights_in(kind: str, languages: tuple[str, ...]) -> Mapping[str, float]:
    """`role_weights` as a document of this kind means its words."""
    return {**role_weights(languages), **_IN_KIND.get(kind, {})}


@lru_cache(maxsize=32)
def role_weights(languages: tuple[str, ...]) -> Mapping[str, float]:
    """For each role word of these languages and of English, in lower case, how far it speaks for the creator's side; plural forms included."""
    weights: dict[str, float] = {}
    for language in (*languages, "en"):
        for sign, lists in ((1.0, _CREATORS.get(language, {})), (-1.0, _ENGAGERS.get(language, {}))):
            for weight, listed in lists.items():
                for word in in_order(listed):
                    weights.setdefault(word.replace("_", " "), sign * weight)
    for word, weight in tuple(weights.items()):
        weights.setdefault(_plural(word), weight)
    return MappingProxyType(weights)


def _plural(word: str) -> str:
    return f"{word[:-1]}ies" if word.endswith("y") and word[-2:-1] not in "aeou" else f"{word}s"


def without_article(words: str) -> str:
    """A party's word without the article before it: "the Publisher" as "Publisher", "l'Auteur" as "Auteur"."""
    bare = words.strip(" \"“”„«»'‘’*_.,;")
    if bare[:2].lower() in ("l'", "l’", "d'", "d’"):
        return bare[2:].strip()
    first, space, rest = bare.partition(" ")
    return rest.strip() if space and first.lower() in _ARTICLES else bare
