"""What a label or a column of a deal memo says the time beside it is."""

from __future__ import annotations

from contract_registry.core.contracts.cues.cue import Cue, cue, labelled
from contract_registry.core.contracts.cues.purposes import TimePurpose

TIME_LABELS: tuple[Cue[TimePurpose], ...] = (
    cue(
        "renewal",
        "renew exten verl renouv prór",
        labelled(
            r"(?:auto(?:matic)? )?renewals?(?: (?:term|period)s?)?|extension(?: (?:term|period))?|verlängerung|renouvellement|prórroga"
            r"|renovación"
        ),
    ),
    cue(
        "licence",
        "usage licen rights use nutzung droit cesi",
        labelled(
            r"licen[cs]e (?:period|term|duration)|(?:rights|usage|use) (?:period|term)|period of (?:licen[cs]e|use|rights)"
            r"|term of (?:licen[cs]e|rights)|(?:duration|term) of (?:use|usage|rights|licen[cs]e)|usage|nutzungsdauer"
            r"|durée (?:des droits|de la (?:cession|licence))|duración de la (?:cesión|licencia)"
        ),
    ),
    cue(
        "term",
        "term dur dauer lauf vig plazo period",
        labelled(
            r"(?:initial |contract |agreement )?(?:term|duration|period)|term of (?:the |this )?(?:agreement|contract|engagement)"
            r"|contract length|(?:vertrags)?(?:dauer|laufzeit)|durée(?: du contrat)?|duración|vigencia|plazo"
        ),
    ),
    cue(
        "termination notice",
        "notice terminat kündig préavis preaviso",
        labelled(
            r"notice(?: period)?|termination notice|notice of termination|period of notice|kündigungsfrist|kündigung|préavis|preaviso"
        ),
    ),
    cue("option", "option", labelled(r"options?(?: period| term)?|option to renew|opción")),
    cue(
        "exclusivity",
        "exclusiv holdback hold-back sperrfrist",
        labelled(r"exclusivity(?: period)?|exclusive period|hold-?back(?: period)?|sperrfrist|exclusivité|exclusividad"),
    ),
    cue(
        "payment",
        "pay invoic zahl paie pago règlement",
        labelled(
            r"payments?(?: (?:terms?|period|due|deadline|date|days|schedule))?|payable|terms of payment|invoic\w+|zahlung(?:sziel"
            r"|sfrist|sbedingungen)?|(?:délais? de |conditions de |modalités de )?paiement|règlement|(?:plazo|forma"
            r"|condiciones) de pago|pago"
        ),
    ),
    cue("acceptance", "accept approv abnahme", labelled(r"(?:acceptance|approval|review)(?: period)?|abnahme(?:frist)?")),
    cue(
        "delivery",
        "deliver due deadline liefer abgab abgabe livr remise entreg submi",
        labelled(
            r"(?:delivery|due|submission|manuscript)(?: (?:date|time|deadline|period|due|by))?s?|date of delivery|deadline"
            r"|turnaround(?: time)?|(?:ab)?liefer(?:ung|termin|frist|datum)|abgabe(?:termin|frist)?|livraison|(?:date de )?remise"
            r"|entrega|(?:fecha|plazo) de entrega"
        ),
    ),
    cue(
        "publication",
        "publi release erschein paru",
        labelled(
            r"(?:publication|release)(?: date)?|date of publication|erscheinungstermin|(?:date de )?(?:parution|publication)"
            r"|(?:fecha de )?publicación"
        ),
    ),
    cue(
        "sign",
        "sign return",
        labelled(r"(?:please )?(?:sign|return|sign and return|return signed copy)(?: by| before)?|signature deadline"),
    ),
    cue(
        "reply",
        "reply respon answer offer accept rsvp",
        labelled(
            r"(?:please )?(?:reply|respond|answer|rsvp|respond)(?: by| before)?|response deadline|offer (?:expires|valid until)"
            r"|(?:valid|open) until"
        ),
    ),
    cue("reversion", "rever rückruf rückfall", labelled(r"reversion(?: date| period)?|rights revert|rückfall")),
    cue("audit", "audit", labelled(r"audit(?: period| window)?")),
    cue("opt-out", "opt", labelled(r"opt[- ]out(?: (?:period|deadline|window))?")),
)
