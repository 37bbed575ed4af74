"""The verbs and possessions by which a contract's parties show who creates and who engages, with the points each is worth."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from contract_registry.core.clauses.wordlists import words_in

CueName = Literal["gives", "lets", "gives up", "keeps", "vouches", "makes", "pays", "uses", "engages"]
PassiveName = Literal["gets", "paid", "made"]


class Cue(NamedTuple):
    """A way to act: the points for the one who does it and for the one it is done to, and the verbs that say it."""

    doer: float
    other: float
    verbs: frozenset[str]


CUES: dict[CueName, Cue] = {
    "gives": Cue(
        3,
        -3,
        words_in(
            """grant grants granting assign assigns assigning license licenses licence licences transfer transfers convey conveys cede cedes cède cèdent cédons concède concédez accorde accordez
            räumt räume räumen überträgt übertrage übertragen cedo cedes otorga otorgo otorgas concede concedo concedes verleent verleen draagt"""
        ),
    ),
    "lets": Cue(
        1,
        -1,
        words_in(
            """authorize authorizes authorise authorises permit permits allow allows consent consents give gives autorise autorises autorisez autorisent gestattet gestatte gestatten gewährt gewähre gewähren
            erlaubt erlaube autoriza autorizo autorizas consiento"""
        ),
    ),
    "gives up": Cue(
        2,
        -1,
        words_in(
            """waive waives waiving release releases discharge discharges renounce renounces relinquish relinquishes renonce renoncez renoncent verzichtet verzichte verzichten renuncia renuncio
            renuncias"""
        ),
    ),
    "keeps": Cue(2, 0, words_in("retain retains keep keeps reserve reserves conserve conserves conservez behält behalte behalten conserva conservo conservas reserva reservo behoudt behoud")),
    "vouches": Cue(1, 0, words_in("warrant warrants represent represents guarantee guarantees garantit garantissez garantiert versichert versichere garantiza garantizo")),
    "makes": Cue(
        1,
        0,
        words_in(
            """deliver delivers submit submits upload uploads post posts contribute contributes create creates design designs write writes perform performs compose composes illustrate illustrates paint draw
            share shares render renders publish record livre livrera réalise réalisera crée soumet soumettez publiez liefert erstellt schafft hochladen hochlädt einstellen entrega entregará realiza realizará
            crea presenta sube publica"""
        ),
    ),
    "pays": Cue(
        -2,
        2,
        words_in("pay pays paying remunerate remunerates compensate compensates verse versera paie paye paiera rémunère zahlt zahlen vergütet bezahlt paga pagará abona abonará betaalt"),
    ),
    "uses": Cue(-1, 0, words_in("use uses edit edits reproduce reproduces adapt adapts exploit exploits modify modifies publish publishes broadcast utiliser exploiter nutzen verwenden verwerten utilizar usar explotar")),
    "engages": Cue(-2, 2, words_in("engage engages commission commissions hire hires employ employs beauftragt beauftrage engagiert commande contrata encarga")),
}  # fmt: skip

CUE_OF: dict[str, CueName] = {verb: name for name, cue in CUES.items() for verb in cue.verbs}

PASSIVE_OF: dict[str, PassiveName] = {
    **dict.fromkeys(words_in("assigned granted licensed licenced transferred vest vests vested belong belongs conveyed abgetreten übertragen cédé cédée cédés cédées cedido cedida cedidos cedidas"), "gets"),
    **dict.fromkeys(words_in("paid payable payment payments royalty royalties compensation remuneration honorarium honorar"), "paid"),
    **dict.fromkeys(
        words_in("uploaded submitted posted created written performed delivered contributed authored designed composed hochgeladen erstellt créé créée créés créées réalisé réalisée réalisés réalisées creado creada creados"),
        "made",
    ),
}  # fmt: skip
"""Acts told of the thing, by the word that tells them: "assigned to the Company", "payable to the Author", "uploaded by you"."""
PASSIVE_TO: dict[PassiveName, re.Pattern[str]] = {
    "gets": re.compile(r"\s(?:exclusively\s)?(?:to|in|auf|an|à|a)\s(?:the\s)?"),
    "paid": re.compile(r"\s(?:of \S+\s)?(?:to|an|à|a)\s(?:the\s)?"),
    "made": re.compile(r"\s(?:or \w+\s)?(?:by|von|par|por)\s(?:the\s)?"),
}
"""What stands between such a word and the party."""
PASSIVE_POINTS: dict[PassiveName, float] = {"gets": -2.0, "paid": 2.0, "made": 1.5}

SERVICE = re.compile(
    r"\b(?:use|access|download|install|utiliser|nutzen|nutzung|usar)\b.{0,40}\b(?:services?|software|apps?|applications?|platforms?|(?:web)?sites?|products?|api|tools?|sdk|properties"
    r"|dienste?|anwendung|plattform|servicios?|plataforma|plateforme|logiciel)\b"
    r"|\b(?:access to|use of|right to use|licen[cs]e to use|zugang zu|accès à)\b.{0,20}\b(?:services?|software|apps?|platforms?|(?:web)?sites?|dienste?|anwendung|plattform|[\w-]+-anwendung)\b"
    r"|\b(?:personal|limited)\b.{0,70}\b(?:revocable|non-?transferable|non-?sublicen[sc]able)\b|\b(?:revocable|non-?transferable)\b.{0,70}\b(?:personal|limited)\b|\b(?:begrenzt|persönlich|beschränkt)\w*\b.{0,80}\bnicht[- ](?:übertragbar|unterlizenzierbar)"
    r"|\b(?:personnel|limité)\w*\b.{0,70}\b(?:non (?:transférable|cessible)|révocable|incessible)|\b(?:personal|limitada)\b.{0,70}\b(?:intransferible|no transferible|revocable)\b",
    re.IGNORECASE | re.DOTALL,
)
"""What a service lets its users do: use it, or a personal and limited licence."""
NOTHING = re.compile(r"\s+(?:(?:to )?(?:us|you|me) )?(?:no|none|kein\w*|aucune?|ningún|ninguna)\b", re.IGNORECASE)
"""What is not given or kept at all: "retains no ownership"."""
OWNS = re.compile(r"['’]")
"""Behind a name, where something of theirs is spoken of and not they: "made by Acme's tools"."""
USERS = re.compile(
    r"\s+(?:to )?(?:(?:each|every|all|any|our|its|the|a|an|dem|den|der|jedem|allen|unseren|à|aux?|chaque|nos|al|a los|cada) ){0,2}(?:registered |authori[sz]ed |paying |other |end )?"
    r"(?:users?|members?|subscribers?|customers?|visitors?|players?|viewers?|guests?|nutzer(?:n|in|innen)?|kund(?:e|en|in|innen)|mitglied(?:ern?)?"
    r"|utilisateurs?|abonnés?|usuari[oa]s?|suscriptor(?:es)?)\b",
    re.IGNORECASE,
)
"""Whom a service lets do something, named right behind the verb: "grants each member"."""
SPOKEN = frozenset({"you", "i", "user", "users", "member", "members", "vous", "je", "sie", "ich", "tú", "yo", "usted"})
WORK = re.compile(
    r"\b(?:content|works?|materials?|recordings?|name|likeness|image|voice|performances?|contributions?|submissions?|copyrights?|moral rights|intellectual property|artworks?|photographs?|photos?|images|text|manuscript"
    r"|music|compositions?|designs?|footage|deliverables|products? of|inventions?|rights?|title|ownership|œuvres?|droits?|voix|contenus?|werke?|rechte?|urheber\w*|nutzungsrechte?|inhalte?|beiträge|obras?|derechos?|imagen|voz|contenidos?"
    r"|data|datasets?|videos?|story|stories|entry|entries|mods?|feedback|livrables?|talk|presentation|permissions?|claims?)\b",
    re.IGNORECASE,
)
"""What creators make or are."""
SOMEBODYS_WORK = re.compile(
    r"\b(?:your|my|his|her|their|votre|vos|mon|ma|mes|ihre?n?|meine?n?|tu|tus|mi|mis|[A-Z]\w+['’]s)\s+(?:\w+\s+){0,2}?(?:content|works?|materials?|recordings?|name|likeness|image|voice|performance|contributions?|submissions?|artworks?|photos?|photographs?"
    r"|images|text|data|videos?|story|stories|entry|entries|mods?|feedback|nom|voix|contenus?|œuvres?|inhalte?|werke?|bild(?:nis)?|stimme|imagen|voz|contenidos?|obras?|appearance|picture|posts?|upload\w*|user\w*|inputs?|outputs?)\b"
    r"|\b(?:the|any|such|these|das|die|les?|la|el|las?) (?:\w+ )?(?:Works?|Recordings?|Materials?|Photographs?|Images?|Artworks?|Contributions?|Submissions?|Entry|Entries|Performances?|Likeness|Deliverables?|Results|Footage|artworks?|finished|final"
    r"|illustrations?|designs?|commission(?:ed)?|Werke?s?|Œuvres?|Obras?|Livrables?)\b"
)
"""Work spoken of as somebody's, or as the work that the contract is about."""
NOT_WORK = re.compile(
    r"\s+(?:an? |your |the |any |our |its )?(?:\w+ )?(?:accounts?|passwords?|profile|notice|invoices?|support|links?|username|changes|revised|updated|terms|e-?mail|records|copies|backups?)\b",
    re.IGNORECASE,
)
"""What is made, posted or kept without being anybody's work."""
ITS_OWN = re.compile(
    r"\bin (?:and to )?(?:its|our) |\b(?:the|our|these|its|your|unsere[nr]?|nos|el|la)\s+(?:\w+\s+)?(?:services?|(?:web)?sites?|platforms?|software|apps?|properties|dienste|plattform|servicio|plataforma)\b",
    re.IGNORECASE,
)
RIGHT_TO = re.compile(
    r"\s+(?:(?:uns|sich|mir|ferner|jedoch|auch|nous|se) ){0,3}(?:the|its|any|le|das)?\s*(?:sole |absolute |exclusive )?(?:right|droit|recht|derecho)(?!s?\s+(?:of|in|title|and|,)|s\b)|[^.;]{0,20}rights,? including the right to\b",
    re.IGNORECASE,
)
"""A right to do something, which is no right in a work ("reserves the right to remove")."""
THE_CONTRACT = re.compile(
    r"[^.;]{0,60}?\b(?:this|these|the) (?:agreement|terms|contract|licen[cs]e|policy)\b|[^.;]{0,30}\bobligations\b|\s+(?:our|its|their) rights (?:freely|under|to any)",
    re.IGNORECASE,
)
"""The contract itself as what is assigned or transferred."""
COMMERCE = re.compile(
    r"subscription|membership|purchas|billing|plan\b|premium|tax(?:es)?\b|credit card|payment method|\bprices?\b|\bproducts?\b|amounts? due|interest|\bcharge",
    re.IGNORECASE,
)
"""Payment for a service rather than for work."""
DAMAGES = re.compile(r"\b(?:back|damages|losses|costs|refund|compensation for|indemn\w+)\b", re.IGNORECASE)
"""Payment that makes good, and is for no work."""
FROM_CLAIMS = re.compile(r"\b(?:from|claims?|liabilit\w+|rights?)\b", re.IGNORECASE)
"""What is released where something is given up, and not brought out."""
DISPUTES = re.compile(r"\b(?:jury|class|trial|arbitrat\w+|breach|default|notice|defen[cs]es?|jurisdiction|venue|forum)\b", re.IGNORECASE)

HAS_WORK = words_in(
    """content contents work works name names likeness image images voice portrait photograph photographs performance performances contribution contributions submission submissions recording recordings
    artwork art artworks biography photo photos picture story stories entry entries mod mods manuscript text texts style portfolio commissions creations creation posts videos video music songs feedback
    presentation talk slides data moral copyright inventions voiceprint user-generated uploads œuvre œuvres nom voix contenus contenu inhalte inhalt werke werk namen bild stimme beiträge
    contenido contenidos obra obras nombre imagen voz character characters photographs illustrations translation"""
)
HAS_SERVICE = words_in(
    """service services website websites site sites platform platforms apps app applications software products product affiliates subsidiaries partners sponsors users customers clients servers store
    network technology licensees sublicensees publications magazine channels sociétés dienste website plattform anwendung plataforma servicios policies employees"""
)
HELPING = words_in(
    """hereby irrevocably unconditionally shall will may must can agree agrees agreed to also further does do expressly perpetually absolutely exclusively and only then represent represents warrant warrants
    automatically grant grants assign assigns waive waives release releases license licenses transfer transfers retain retains each undertakes is are required obliged entitled have has the right choose wish want
    presently upload submit post or would like freely voluntarily permanently acknowledge acknowledges that understand forever
    s'engage s’engage à doit peut pourra ici hiermit wird werden darf kann räumt auch exclusivement en exclusiva por presente la podrá irrévocablement se obliga a zich sich uns dem der me nous vous lui te le"""
)
"""Words that may stand between a party and what it does."""
LINKING = words_in(
    """to unto and hereby its the upon for à au aux an a dem der den al la el le les irrevocably exclusively perpetually permission consent in favor favour of herewith für auf hiermit gratuitement"""
)
"""Words that may stand between what is done and the party it is done to."""
INVERTED = words_in(
    "räumt räume räumen überträgt übertrage übertragen gestattet gestatte gestatten gewährt gewähre gewähren erlaubt erlaube verzichtet verzichte verzichten behält behalte behalten versichert zahlt zahlen vergütet liefert erstellt verleent draagt behoudt"
)
"""Verbs that the one who does it may stand behind ("hiermit räumt der Urheber dem Verlag ein")."""
NEGATIVE = re.compile(r"\b(?:not|nothing|never|no|neither|nor|nicht|keine?|ne|aucun|ningún|nada)\b", re.IGNORECASE)
BEFORE_A_NOUN = re.compile(r"\b(?:the|an?|any|such|this|that|said|each|every|no) \Z", re.IGNORECASE)
"""What stands before a thing and never before a verb: "the license", "a release"."""
POSSESSIVES = words_in(
    """your my our mine votre vos mon ma mes notre nos ihr ihre ihren ihrer ihrem ihres mein meine meinen meiner meinem unser unsere unseren unserer unserem unseres tu tus su sus mi mis
    nuestro nuestra nuestros nuestras yours ours"""
)
OURS = words_in("our notre nos unser unsere unseren unserer nuestro nuestra nuestros nuestras")
