"""The words in which severity, verdict and a rule's standing are told to somebody who is neither lawyer nor programmer."""

from __future__ import annotations

from contract_registry.core.rules.rule import Family, Severity, Status
from contract_registry.core.scanning.findings import Verdict

VERDICTS: dict[Verdict, str] = {
    "stop": "Something here takes a great deal from you and is hard to undo. Get advice before you agree to any of it.",
    "ask first": "Something here is serious enough to settle before you agree. Ask the questions below first.",
    "check": "Nothing of the gravest kinds was found, but some points need a look of your own.",
    "fine": "Nothing that these rules look for was found, and all of it could be read. Rules know only what somebody has described.",
}
_FINE_BUT_FOR_SMALL_THINGS = (
    "Only small things were found, told below, and all of it could be read. Rules know only what somebody has described."
)


def meaning_of(verdict: Verdict, *, is_told_of_something: bool) -> str:
    """What a verdict means, in a sentence or two; *fine* means less where something small is told of."""
    return _FINE_BUT_FOR_SMALL_THINGS if verdict == "fine" and is_told_of_something else VERDICTS[verdict]


SEVERITIES: dict[Severity, str] = {
    "critical": "Critical",
    "high": "High",
    "medium": "Medium",
    "low": "Low",
    "info": "For information",
}

FAMILIES: dict[Family, str] = {
    "moral": "Moral rights",
    "ai": "AI",
    "buyout": "Buy-outs",
    "terms": "The terms around them",
    "protective": "What protects you",
}

STATUSES: dict[Status, str] = {
    "draft": "draft: still being written",
    "trial": "trial: in use, not yet signed off",
    "stable": "stable: signed off",
    "retired": "retired",
}

NOT_ADVICE = (
    "This is information, not legal advice. Your union or guild can tell you what these words mean for you, and many check contracts "
    "for their members free of charge; so do legal clinics for artists. Show them this report."
)

UNREAD_LAW = (
    "A law that is marked “to be checked” was not read in its own text, but is known from reports or in general. "
    "Have a lawyer check it before you rely on it."
)


def counted(number: int, noun: str, plural: str = "") -> str:
    """`1 page`, `14 pages`, `1,204 words`."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def uncapitalised(title: str) -> str:
    """`title` as it goes on after a colon; an abbreviation keeps its capitals."""
    return title if title[1:2].isupper() else title[:1].lower() + title[1:]


def listed(words: list[str]) -> str:
    """`1`, `1 and 4`, `1, 4 and 7`."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}" if words else ""
