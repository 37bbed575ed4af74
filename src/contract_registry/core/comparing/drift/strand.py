"""One thing that the rules say of a template, followed from edition to edition: when it came, was reworded, left and came back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from contract_registry.core.comparing.changes import Change, Said
from contract_registry.core.scanning.findings import Absence, Finding

EventKind = Literal["came", "reworded", "left", "returned"]
Standing = Literal["finding", "unclear", "protection", "not found", "together"]
"""How something is said: as harm, as a question, as protection, as missing, or of several findings taken together."""


@dataclass(frozen=True, slots=True)
class Event:
    """What happened in the edition at place `at`; the change has the sentence before, in the edition before, and the one in this."""

    kind: EventKind
    at: int
    change: Change

    @property
    def said(self) -> Said:
        """What was said of it before where it left, else what is said now."""
        said = self.change.before if self.kind == "left" else self.change.after
        assert said is not None
        return said


@dataclass(frozen=True, slots=True)
class Spell:
    """The editions in which something stood without a break, by their places; `last` is the last in which it did."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Strand:
    """One thing of one type, said in one way, that was followed: its events in their order, and the spells in which it stood."""

    events: tuple[Event, ...]
    spells: tuple[Spell, ...]

    @property
    def said(self) -> Said:
        """What was said of it last."""
        return self.events[-1].said


def standing_of(said: Said) -> Standing:
    """How it is said."""
    if isinstance(said, Finding):
        return said.outcome
    return "not found" if isinstance(said, Absence) else "together"
