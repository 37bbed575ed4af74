"""What else a person should know of a passage before relying on what is said of it."""

from __future__ import annotations

from collections.abc import Iterator

from contract_registry.core.scanning.findings import Explanation, Finding
from contract_registry.exporting.inert import inert
from contract_registry.exporting.plain_words import listed
from contract_registry.exporting.severity_words import reasons


def remarks_on(finding: Finding) -> tuple[str, ...]:
    """A sentence each: that the reading is doubtful and why, what made it graver or milder, with which definitions it was read, what else it says."""
    return tuple(_remarks(finding, finding.explanation))


def _remarks(finding: Finding, why: Explanation) -> Iterator[str]:
    if finding.weighed_by:
        words = listed([f"“{inert(word)}”" for word in finding.weighed_by])
        yield f"No rule knows this wording: the second reader finds it like such clauses, most by the words {words}. Read the sentence yourself."
    if finding.confidence == "low" and finding.outcome == "finding":
        doubts = list(_doubts(why))
        because = f", since {listed(doubts)}" if doubts else ""
        yield f"It is doubtful whether the wording says this{because}; read the sentence yourself."
    if raised := reasons(why.raised_by):
        yield f"Graver here: {listed(raised)}."
    if lowered := reasons(why.lowered_by):
        yield f"Milder here: {listed(lowered)}."
    if why.defined_terms:
        yield f"Read with the document's own meaning of {listed([f'“{inert(term)}”' for term in why.defined_terms])}."
    others = dict.fromkeys(_flowing(other.title) for other in why.also if other.title != finding.title and not other.has_finding)
    if others:
        yield f"Also heard in these words: {listed([f'“{title}”' for title in others])}."


def _flowing(title: str) -> str:
    return inert(" ".join(title.split()))


def _doubts(why: Explanation) -> Iterator[str]:
    if "unknown" in {why.giver, why.receiver}:
        yield "it is not plain who gives to whom"
    if why.polarity != "affirmed":
        yield "words of denial stand in it"
    if why.defined_terms:
        yield "part of it is said in a definition elsewhere"
