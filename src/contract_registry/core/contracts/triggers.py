"""What payment waits for, told from the words of the event: an invoice, delivery, publication, money from somebody else."""

from __future__ import annotations

import re
from typing import Literal

Trigger = Literal[
    "payment by others",
    "invoice",
    "end of month",
    "accounting date",
    "termination",
    "acceptance",
    "delivery",
    "publication",
    "completion",
    "signature",
    "request",
    "receipt",
    "",
]
_PATTERNS: dict[Trigger, str] = {
    "payment by others": r"\b(?:receipt|received|receives?|receiving)\b.{0,30}\b(?:funds|payments?|monies|money|sums|income|revenue|proceeds)\b"
    r"|paid by (?:the |its )?(?:client|customer|broadcaster|licensee)",
    "invoice": r"\binvoic\w*|\bbill(?:ing)?\b|rechnung\w*|\bfactur\w*",
    "end of month": r"\beom\b|\bend of (?:the |each |that |every |such )?(?:calendar )?month|\bmonth[- ]end|fin de mois|monatsende|fin de mes",
    "accounting date": r"\b(?:quarter|half[- ]year|semester|accounting|royalty period|reporting period|calendar year|period|abrechnung|trimestre"
    r"|(?:accounting|royalty|sales) statement|30 june|31 december|june 30|december 31)\w*\b|\beach (?:calendar )?month",
    "termination": r"\bterminat\w*|\bexpir\w*",
    "acceptance": r"\baccept\w*|\bapprov\w*|\babnahme|\bacepta\w*",
    "delivery": r"\bdeliver\w*|\bsubmission|\bsubmitt\w*|\b(?:ab)?liefer\w*|\blivraison|\bremise|\bentrega",
    "publication": r"\bpubli\w*|\brelease\w*|\bbroadcast|\berschein\w*|\bveröffentlich\w*|\bparution",
    "completion": r"\bcomplet\w*|\bconclusion|\bperformance|\bwrap\b|\bfertig\w*|\bachèvement|\bfinaliza\w*|\bservices (?:are"
    r"|have been) (?:rendered|performed)",
    "signature": r"\bsign\w*|\bexecution|\beffective date|\bdate of this|\bcommencement|\bunterzeich\w*|\bvertragsschluss|\bfirma\b",
    "request": r"\brequest|\bdemand|\bnotice",
    "receipt": r"\breceipt|\breceived|\bréception|\berhalt|\brecepción",
}
_TRIGGERS = tuple((trigger, re.compile(pattern)) for trigger, pattern in _PATTERNS.items())


def trigger_of(words: str) -> Trigger:
    """What `words` (folded) wait for, the first of the list that is heard: "receipt of the invoice" is an invoice; empty where none is."""
    return next((trigger for trigger, pattern in _TRIGGERS if pattern.search(words)), "")
