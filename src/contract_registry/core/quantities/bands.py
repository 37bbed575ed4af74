"""Bands that sums of money are told in where the sum itself would tell too much: 1, 2.5 and 5 times each power of ten."""

from __future__ import annotations

from bisect import bisect_right
from decimal import Decimal

from contract_registry.core.quantities.money import Money

_STEPS = (Decimal(1), Decimal("2.5"), Decimal(5), Decimal(10))
_LEAST, _MOST = -2, 9


def band_of(amount: Decimal) -> tuple[Decimal, Decimal]:
    """The band an amount lies in: its lower edge belongs to it, its upper edge to the next. Below a hundredth it begins at 0; from 10,000,000,000 on it does not end."""
    if amount < Decimal(10) ** _LEAST:
        return Decimal(0), Decimal(10) ** _LEAST
    power = min(amount.adjusted(), _MOST)
    at = bisect_right(_STEPS, amount.scaleb(-power))
    lower = _STEPS[at - 1].scaleb(power)
    return lower, _STEPS[at].scaleb(power) if at < len(_STEPS) else Decimal("Infinity")


def banded(money: Money) -> str:
    """A sum told by its band alone: "GBP 250 to 500", "GBP 0.1 to 0.25 per word"."""
    lower, upper = band_of(money.amount)
    ends = f"{_plain(lower)} and more" if upper.is_infinite() else f"{_plain(lower)} to {_plain(upper)}"
    return f"{money.currency} {ends}" + (f" per {money.per}" if money.per else "")


def _plain(edge: Decimal) -> str:
    whole = edge.normalize()
    return f"{whole:,f}"
