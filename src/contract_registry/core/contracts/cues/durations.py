"""The words of how long: exclusivity, the term, its renewals, the time for which rights are licensed, and notice of no named kind."""

from __future__ import annotations

from contract_registry.core.contracts.cues.cue import Cue, cue
from contract_registry.core.contracts.cues.purposes import TimePurpose

DURATIONS: tuple[Cue[TimePurpose], ...] = (
    cue(
        "none",
        "confiden surviv compet solicit thereafter after_termin following_the_termin retain retention",
        r"\b(?:confiden\w+|surviv\w+|non-?compet\w+|compet\w+|solicit\w*|retain|retention|preserve|maintain .{0,20}records)\b",
    ),
    cue(
        "exclusivity",
        "exclusiv holdback hold-back",
        r"(?<!non-)(?<!non )\b(?:exclusivity|exclusively|exclusive (?:period|window|use|basis)|hold-?back)\b.{0,100}"
        r"(?:for|period of|during|first|of|is) (?:a |an |the )?(?:period of |term of |first )?¤",
        r"¤ (?:exclusivity|exclusive (?:period|window)|period of exclusivity|hold-?back)",
    ),
    cue(
        "term",
        "initial_ erste initial",
        r"\binitial (?:term|period|engagement)(?: of (?:this |the )?\w+)?(?: (?:shall|will))?(?: be| is| last\w*)?(?: for| of"
        r"|:)?(?: a (?:term|period) of)? ¤",
        r"\binitial ¤ (?:term|period)\b",
        r"¤ initial (?:term|period)\b",
    ),
    cue(
        "renewal",
        "renew exten successive verläng renouvel reconduc prórrog renov further",
        r"\b(?:renew(?:s|ed|ing)?|extend(?:s|ed|ing)?|verläng\w+|renouvel\w+|reconduit\w*|prórrog\w+|prorrog\w+|renuev\w+"
        r"|renov\w+)\b.{0,60}\b(?:for|by|of|um|jeweils|de|pour|por|périodes?|periods?)(?: (?!notice)\w+){0,4} ¤(?!.{0,20}notice)",
        r"¤ (?:renewals?|extensions?|renewal (?:term|period)s?)\b",
        r"\bsuccessive (?:\w+ ){0,3}¤",
    ),
    cue(
        "none", "account warrant stock share member inactiv", r"\b(?:accounts?|warrants?|stock|shares?|inactiv\w+|memberships?)\b.{0,140}¤"
    ),
    cue("none", "such that this these those each any than_¤ over", r"\b(?:such|that|this|these|those|each|any|more than|less than|over) ¤"),
    cue(
        "licence",
        "cover licen right grant use exploit assign nutzung droit cede cède derecho",
        r"\b(?:licen[cs]es?|licen[cs]ed|rights?|grants?|granted|assign\w*|exploit\w*|(?<!terms of )use[ds]?|nutzungsrecht\w*"
        r"|rechte|droits?|cèd\w+|cédée?s?|derechos|cede\w*)\b.{0,160}\b(?:for|over|für(?: die)?|pour|por|durante|pendant) (?:a "
        r"|an |the |eine |einen |une |un |la |die |den |dauer von )?(?:initial |fixed |limited |minimum |maximum |total "
        r"|durée )*(?:(?:period|term|duration|durée|dauer|zeitraum|periodo|período|plazo) (?:of |de |von )?)?¤(?! (?:after"
        r"|following) (?:\w+ ){0,3}terminat)",
        r"\b(?:fee|buy-?out|payment|price)s?\b.{0,40}\b(?:covers?|includes?)\b.{0,80}\bfor (?:a (?:period|term) of )?¤",
        r"¤,? (?:exclusive |non-exclusive )?licen[cs]e (?:period|term)?\b",
        r"\blicen[cs]e (?:period|term)\b(?:.{0,30})(?:is|be|of|for|:) ¤",
    ),
    cue(
        "term",
        "geschlossen term period force effect continu remain last valid dur dauer lauf gilt vig plazo prend expire commenc conclu",
        r"\b(?:term|duration|laufzeit|vertragsdauer|durée|duración|vigencia|vertragslaufzeit)\b(?: of (?:this "
        r"|the )?(?:\w+ ){1,3})?(?:.{0,40})\b(?:is|be|for|of|lasts?|beträgt|est de|est fixée à|será de|de|von)(?: (?:a|an|the"
        r"|approximately|fixed|minimum|period|term|of|further|initial))* ¤",
        r"\b(?:this|the) (?:agreement|contract|engagement|licen[cs]e|appointment|term)\b.{0,160}\b(?:continu\w+|remain\w*"
        r"|in (?:full )?force|in effect|valid|last\w*|commenc\w+|runs?|effective)\b.{0,100}\b(?:for|of)(?: (?:a|an|the"
        r"|approximately|fixed|minimum|period|term|of|initial|entire))* ¤",
        r"\b(?:gilt|geschlossen|läuft|abgeschlossen) (?:für|auf)\b.{0,40}¤",
        r"\b(?:auf|für)(?: die dauer von)? ¤ (?:ab)?geschlossen",
        r"\b(?:conclu|signé|consenti)e? pour\b.{0,40}¤",
        r"\bfor (?:a|the) (?:term|period) of ¤,? (?:from|commencing|beginning|starting) (?:on |from )?(?:the )?(?:effective"
        r"|commencement|start|date of this|date hereof|signature|first)",
    ),
    cue(
        "notice",
        "notice",
        r"¤'?s?'?,? ?(?:(?!of|from|after|following|to)\w+ ){0,3}notice\b",
        r"\bnotice (?:period )?of (?:at least |not less than |no less than |a minimum of )?¤",
    ),
)
