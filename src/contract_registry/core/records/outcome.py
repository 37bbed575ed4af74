"""What became of a clause after somebody asked for a change."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from contract_registry.core.records.partial_date import is_partial_date
from contract_registry.core.records.particulars import LONGEST, Mistake

UNKNOWN = "unknown"
OUTCOMES = ("removed", "narrowed", "paid for", "unchanged", "accepted knowingly", UNKNOWN)
ACCEPTED = frozenset({"removed", "narrowed", "paid for"})
"""Those in which the engager agreed to a change."""
LONGEST_COUNTER = 2_000


@dataclass(frozen=True, slots=True)
class ClauseOutcome:
    """What became of the clause that a finding of the scan quotes, when, by which evidence that is known, and which wording was asked for instead."""

    finding: str
    outcome: str
    on: str = ""
    evidence: str = ""
    counter: str = ""

    @property
    def accepted_counter(self) -> str:
        """The wording that was agreed instead; empty where none was, or it was only asked for."""
        return self.counter if self.outcome in ACCEPTED else ""


def mistakes_in_outcome(told: ClauseOutcome) -> Iterator[Mistake]:
    """What is wrong with it."""
    if told.outcome not in OUTCOMES:
        yield "outcome", f"{told.outcome!r} is none that there is.", f"Write one of: {', '.join(OUTCOMES)}."
    if told.on and not is_partial_date(told.on):
        yield "on", f"{told.on!r} is no date.", "Write 2026-03-14, 2026-03 or 2026."
    if len(told.evidence) > LONGEST:
        yield "evidence", f"it has more than {LONGEST} characters.", "Say it in fewer words."
    if len(told.counter) > LONGEST_COUNTER:
        yield "counter", f"it has more than {LONGEST_COUNTER} characters.", "Give the sentence that was agreed, and leave out the rest."
