"""Quantities as patterns name them: every length of time and percentage of a text, as #days, #years or #percent, with its worth."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from contract_registry.core.quantities.folded import fold
from contract_registry.core.quantities.numbers import NUMBER_WORDS, numbers_in
from contract_registry.core.quantities.percents import percents_in
from contract_registry.core.quantities.periods import Period, spells_in
from contract_registry.core.scanning.language import normal
from contract_registry.core.scanning.matchers import Tokens

Unit = Literal["days", "years", "percent"]
_WORDS = frozenset(NUMBER_WORDS)
_NORMS = frozenset(map(normal, NUMBER_WORDS))
_IN_A_YEAR = {"month": 12, "year": 1}
_MOST_PERCENT = 1000


@dataclass(frozen=True, slots=True)
class Counted:
    """A quantity from token `first` up to (not including) token `last`, and what it is worth in its unit."""

    first: int
    last: int
    unit: Unit
    worth: float


def counted_in(text: str, tokens: Tokens) -> Iterator[Counted]:
    """Every quantity of `text`, whose tokens are `tokens`: a period in days (a month is 30), in years too where it is one of months or years."""
    folded = fold(text, _WORDS, map(tokens.starts.__getitem__, tokens.numbers_of(_NORMS).tolist()))
    numbers = numbers_in(folded)
    for percent in percents_in(folded, numbers, most=_MOST_PERCENT):
        yield Counted(*_tokens_of(percent.span.start, percent.span.end, tokens), "percent", float(percent.value))
    for spell in spells_in(folded, numbers):
        first, last = _tokens_of(spell.span.start, spell.span.end, tokens)
        yield Counted(first, last, "days", float(spell.period.days))
        years = years_of(spell.period)
        if years is not None:
            yield Counted(first, last, "years", years)


def years_of(period: Period) -> float | None:
    """How many years it is; None where it is counted in days, weeks or hours."""
    return period.count / _IN_A_YEAR[period.unit] if period.unit in _IN_A_YEAR else None


def _tokens_of(start: int, end: int, tokens: Tokens) -> tuple[int, int]:
    return bisect_right(tokens.starts, start) - 1, bisect_left(tokens.starts, end)
