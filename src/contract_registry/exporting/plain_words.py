"""The words in which severity, verdict, confidence and law are told to somebody who is neither lawyer nor programmer."""

from __future__ import annotations

from contract_registry.core.rules.rule import Effect, LegalEffect, Severity, Status
from contract_registry.core.scanning.findings import Confidence, Verdict

VERDICTS: dict[Verdict, str] = {
    "stop": "Something here takes a great deal from you and is hard to undo. Get advice before you agree to any of it.",
    "ask first": "Something here is serious enough to settle before you agree. Ask the questions below first.",
    "check": "Nothing of the gravest kinds was found, but some points need a look of your own.",
    "fine": "Nothing that these rules look for was found, and all of it could be read. Rules know only what somebody has described.",
}

SEVERITIES: dict[Severity, str] = {
    "critical": "Critical",
    "high": "High",
    "medium": "Medium",
    "low": "Low",
    "info": "For information",
}

CONFIDENCES: dict[Confidence, str] = {
    "high": "",
    "medium": "The wording leaves some doubt whether it says this; read the sentence yourself.",
    "low": "It is doubtful whether the wording says this; read the sentence yourself.",
}

STATUSES: dict[Status, str] = {
    "draft": "draft: still being written",
    "trial": "trial: in use, not yet signed off",
    "stable": "stable: signed off",
    "retired": "retired",
}

EFFECTS: dict[Effect, str] = {
    "supports": "lets such a clause stand",
    "limits": "limits such a clause",
    "voids": "gives such a clause no effect",
    "none": "does not decide it",
}

_LEGAL_EFFECTS: dict[LegalEffect, str] = {
    "likely-effective": "Likely to hold if you agree to it{where}.",
    "limited": "The law{where} limits such clauses, and still lets part of them stand.",
    "possibly-void": "May have no effect under some laws. It still discourages, so ask to have it taken out.",
    "void-in-jurisdiction": "Likely to have no effect{where}. It still discourages, so ask to have it taken out.",
    "unknown": "",
}

NOT_ADVICE = (
    "This is information, not legal advice. Your union or guild can tell you what these words mean for you, and many check contracts "
    "for their members free of charge; so do legal clinics for artists. Show them this report."
)


def legal_effect(effect: LegalEffect, jurisdiction: str) -> str:
    """What the law likely makes of the clause, in one sentence; empty when that is not known."""
    return _LEGAL_EFFECTS[effect].format(where=f" in {jurisdiction}" if jurisdiction else "")


def counted(number: int, noun: str, plural: str = "") -> str:
    """`1 page`, `14 pages`, `1,204 words`."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def listed(words: list[str]) -> str:
    """`1`, `1 and 4`, `1, 4 and 7`."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}" if words else ""
