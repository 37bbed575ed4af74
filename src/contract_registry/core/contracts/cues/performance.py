"""The words of what either side must do in time: sign, reply, accept, pay, publish, deliver, or withdraw."""

from __future__ import annotations

from contract_registry.core.contracts.cues.cue import Cue, cue
from contract_registry.core.contracts.cues.purposes import WITHIN, TimePurpose

_PAY = (
    r"\b(?:pay(?!roll|pal)(?:s|able|ment|ments|ing)?|paid|remit\w*|remunerat\w+|invoice[ds]?|settled?|fees?|royalt\w+|"
    r"zahl\w+|bezahl\w+|auszahl\w+|fällig\w*|rechnung\w*|vergüt\w+|honorar\w*|paiements?|pay(?:é|ée|és|ées|er|able|ables)"
    r"|règlement|réglée?s?|vers[eé]\w*|redevances?|factur\w+|"
    r"pago\w*|pagar\w*|abon(?:o|ar\w*|ad\w+))\b"
)

PERFORMANCE: tuple[Cue[TimePurpose], ...] = (
    cue(
        "sign",
        "sign countersign unterzeich unterschr signer firm",
        r"\b(?:sign(?:ed)? and return(?:ed)?|return(?:ed)? .{0,20}sign|countersign\w*|(?:please )?sign this|unterschrieben"
        r"|unterzeichnet|retourner signé|devolver firmad)\b.{0,100}" + WITHIN,
        r"\b(?:(?:do|does|did) not|fails? to|must|shall|should|please|to) sign\b.{0,60}" + WITHIN,
        r"(?:\n|[.:;!?] )(?:kindly )?sign (?:it |here |and return |below )?.{0,20}" + WITHIN,
    ),
    cue(
        "reply",
        "reply respon answer offer angebot offre oferta",
        r"\b(?:reply|respond|answer|let us know)\b(?! to you).{0,60}" + WITHIN,
        r"\b(?:this|our|the) (?:offer|proposal|angebot|offre|oferta)\b.{0,60}\b(?:expire|laps|open|valid|remain|gültig|gilt"
        r"|valable)\w*\b.{0,30}¤",
        r"(?:\n|[.:;!?] )(?:offer|quote|quotation)\b.{0,20}\b(?:expire|laps|open|valid)\w*\b.{0,20}¤",
    ),
    cue(
        "acceptance",
        "accept approv reject review abnahm abgenommen accept",
        r"\b(?:deemed|considered|treated as|constitute\w*)\b.{0,40}\b(?:accept|approv)\w*.{0,100}¤",
        r"\b(?:(?:dis)?approv(?:e[ds]?|al|ing)|reject(?:s|ed|ion)?|accept (?:or|the (?:work|manuscript|material|deliver))"
        r"|acceptance of (?:the |any |each )?(?:work|deliver|manuscript|material)\w*)\b.{0,100}" + WITHIN,
        r"¤.{0,120}\b(?:accept or reject|approve or|shall be deemed (?:to (?:have|be) )?(?:accept|approv)|als abgenommen"
        r"|to (?:review|accept|approve|reject))",
    ),
    cue(
        "withdrawal",
        "cancel withdraw cooling widerruf rétract desist refund",
        r"\b(?:cooling[- ]off|right (?:of|to) (?:withdraw\w*|cancel\w*)|widerruf\w*|rétract\w*|desist\w*)\b.{0,140}¤",
        r"\b(?:may|can|entitled to|right to) (?:\w+ )?(?:cancel|withdraw)\b.{0,100}" + WITHIN,
        r"¤.{0,40}\bto (?:cancel|withdraw)\b",
    ),
    cue(
        "none",
        "provide prior before refund reimburs overdue due not_ fail default disput error withdraw cancel interest",
        r"\b(?:refund\w*|reimburs\w+ (?:you|the user|user|customer|buyer)|overdue|past due|late|not (?:been |be )?(?:paid|received"
        r"|made)|fail\w*|default\w*|errors?|withdraw\w*|cancell?(?:ed|ation|ing)?|verzug|retard)\b.{0,90}¤",
        r"¤ (?:past due|overdue|late|in arrears)\b",
        r"¤ (?:prior to|before)\b.{0,60}\b(?:renew|subscription|due|expir)",
        r"\bprovide (?:us|the \w+) with\b.{0,80}¤",
    ),
    cue(
        "payment",
        "net verse versé redevance pay paid remit remun invoic settle fee royalt zahl fällig rechnung vergüt honorar paiement verse factur règle régl pago pagar abon",
        _PAY + r".{0,160}" + WITHIN,
        WITHIN + r".{0,40}\b(?:of|after|from|following|upon|nach|après|de|desde|à compter)\b.{0,100}\b(?:shall|will|must|agrees? to"
        r"|should) (?:\w+ )?(?:pay|remit)\b",
        r"\b(?:pago|pagar\w*|abonar\w*|factura\w*)\b.{0,40}\ba ¤",
        r"\bnet[- ]?¤",
        r"¤ (?:net|eom|end of (?:the )?month|fin de mois|netto)\b",
        r"\b(?:pays?|pay(?:able|ments?|ment terms)|paid|due|invoices?)(?: (?:is|are|be|shall be|will be|falls?|due|payable|made"
        r"|terms?))*:? ¤ (?:after|from|following|of)\b",
    ),
    cue(
        "publication",
        "publish publi broadcast release erschein",
        r"\b(?:shall|will|must|agrees? to|undertakes? to)\b.{0,40}\b(?:publish|release|broadcast|exploit)\b.{0,120}" + WITHIN,
        r"\b(?:not|fail\w*|never) (?:been |to )?(?:publish|release|exploit|broadcast)\w*.{0,80}" + WITHIN,
    ),
    cue(
        "delivery",
        "turnaround send finish reach with_us deliver submi complet liefer abgeb livr remett entreg hand_over manuscript",
        r"\b(?:(?<!to )send(?! you)|finish(?:es|ed)?|deliver(?:s|ed|y|ing)?|submit(?:s|ted)?|submission|complete[ds]?|completion|hand over|hand in|provide|abliefer\w*"
        r"|liefer\w*|abgeben|livr\w+|remett\w+|entreg\w+)\b.{0,60}\b(?:works?|manuscript|typescript|text|artwork|photograph"
        r"|photos?|files?|drafts?|roughs?|(?:final |finished )art|translation|recordings?|song|master|deliverables?|designs?|sketch\w*|article|script|footage"
        r"|piece|mural|pattern|stor(?:y|ie)|essay|drawing|painting|image|illustration|edit|score|manuskript|werk|beitrag|übersetzung|œuvre|manuscrit|traduction|obra|manuscrito|traducción)\w*\b"
        r".{0,80}" + WITHIN,
        r"\bturnaround(?: time)?\b.{0,60}¤",
        r"\b(?:works?|manuscript|text|artwork|photos?|files?|draft|translation|recordings?|designs?|piece|stor(?:y|ies)|illustrations?)\b"
        r".{0,20}\b(?:reach(?:es)? us|(?:be|is|are) with us|arrive)\b.{0,20}" + WITHIN,
        r"\b(?:abliefer\w*|abgabe|liefer)termin\b.{0,30}¤",
        r"\bbe (?:completed|delivered|submitted|handed in)\b.{0,20}" + WITHIN,
        r"\b(?:talent|author|artist|contractor|photographer|illustrator|writer|composer|translator|freelancer|performer|designer"
        r"|developer)\b.{0,20}\b(?:shall|will|must|agrees to) (?:deliver|submit|complete|provide)\b.{0,100}" + WITHIN,
    ),
)
