"""What the contract's dates are dates of: made, effective, signed, started, ended, delivered, published, last changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import get_args

from contract_registry.core.contracts.cues.cue import purpose_of, setting_of
from contract_registry.core.contracts.cues.occasions import OCCASIONS, Occasion
from contract_registry.core.contracts.dates import Day
from contract_registry.core.contracts.fact import Fact, once
from contract_registry.core.contracts.survey import Survey
from contract_registry.core.contracts.times import MOST
from contract_registry.core.text import Span

_OPENING = 12
"""A date alone on one of so many first lines is the document's own, as at the head of a letter."""
_ORDER: tuple[str, ...] = get_args(Occasion)


@dataclass(frozen=True, slots=True)
class Date(Fact):
    """A date and what it is a date of. `could_be` are its readings in ISO 8601, partial ones too ("2026-03", "--06-30"): two where it is ambiguous."""

    kind: Occasion
    could_be: tuple[str, ...]

    @property
    def iso(self) -> str:
        """The date in ISO 8601, empty where it is ambiguous."""
        return self.could_be[0] if len(self.could_be) == 1 else ""


def dates_of(survey: Survey, days: Sequence[Day], deadlines: frozenset[Span] = frozenset()) -> tuple[Date, ...]:
    """The contract's dates by occasion, each once. Left out are dates of laws and of earlier editions, and those that are `deadlines` alone."""
    found = sorted(_found(survey, days[:MOST], deadlines), key=lambda each: (_ORDER.index(each.kind), each.span))
    return once(found, lambda each: (each.kind, each.could_be))


def _found(survey: Survey, days: Sequence[Day], deadlines: frozenset[Span]) -> Iterator[Date]:
    for day in days:
        clause = survey.clause_at(day.span.start)
        if clause is None:
            continue
        kind = purpose_of(setting_of(survey.around(clause, day.span)), OCCASIONS) or "other"
        if (
            kind == "other"
            and clause.index < _OPENING
            and survey.text[clause.own.start : clause.own.end].strip(" .,") == day.span.of(survey.text)
        ):
            kind = "made"
        if clause.kind == "signature" and kind in {"other", "made"}:
            kind = "signature"
        if kind != "none" and not (day.span in deadlines and kind in {"other", "end", "payment"}):
            yield Date(*survey.said(clause, day.span), kind, day.readings)
