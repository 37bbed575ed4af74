"""What the contract says, as rows of a label and the contract's own words, for a reader."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from contract_registry.core.contracts.fact import Fact
from contract_registry.core.contracts.facts import Facts

MOST_A_ROW = 3
LONGEST_WORDS = 90
_DATES = {
    "effective": "In force from",
    "made": "Dated",
    "signature": "Signed",
    "start": "Starts",
    "end": "Ends",
    "performance": "Recording or performance",
}
_TERMS = {
    "initial": "Term",
    "licence": "Licence lasts",
    "assignment": "Rights assigned for",
    "renewal": "Renewal",
    "exclusivity": "Exclusivity",
}


def facts_rows(facts: Facts) -> tuple[tuple[str, str], ...]:
    """The rows in the order in which they matter to somebody about to agree; what is not said has none."""
    return tuple(_rows(facts))


def _rows(facts: Facts) -> Iterator[tuple[str, str]]:
    for role, label in (("creator", "You"), ("engager", "Other side")):
        names = [party.name for party in facts.parties if party.role == role]
        if names:
            yield label, ", ".join(names)
    yield from _row("Pay", (fee for fee in facts.fee if fee.kind != "kill fee"))
    yield from _row("If cancelled", (fee for fee in facts.fee if fee.kind == "kill fee"))
    yield from _row("Paid", facts.payment)
    for occasion, label in _DATES.items():
        yield from _row(label, (date for date in facts.dates if date.kind == occasion))
    for kind, label in _TERMS.items():
        yield from _row(label, (term for term in facts.term if term.kind == kind))
    yield from _row("Territory", facts.territory)
    yield from _row("Law", facts.governing_law)
    yield from _row("Disputes", facts.forum)
    for kind in dict.fromkeys(deadline.kind for deadline in facts.deadlines):
        yield from _row(f"By when: {kind}", (deadline for deadline in facts.deadlines if deadline.kind == kind))
    yield from _row("Not supplied", facts.references_missing)


def _row(label: str, facts: Iterable[Fact]) -> Iterator[tuple[str, str]]:
    words = list(dict.fromkeys(_short(" ".join(fact.words.split())) for fact in facts))
    if words:
        more = [f"and {len(words) - MOST_A_ROW} more"] if len(words) > MOST_A_ROW else []
        yield label, " · ".join(words[:MOST_A_ROW] + more)


def _short(words: str) -> str:
    return words if len(words) <= LONGEST_WORDS else f"{words[: LONGEST_WORDS - 1].rstrip()}…"
