"""Sums are told by bands that hold them, join without a gap and say no more than their edges."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contract_registry.core.quantities.bands import band_of, banded
from contract_registry.core.quantities.money import Money

amounts = st.decimals(0, 10**12, allow_nan=False, allow_infinity=False, places=3)


@given(amounts)
def test_a_band_holds_its_amount(amount: Decimal) -> None:
    lower, upper = band_of(amount)

    assert lower <= amount < upper


@given(amounts)
def test_whoever_knows_the_band_knows_no_more_than_a_factor_of_two(amount: Decimal) -> None:
    lower, upper = band_of(amount)

    assert lower == 0 or upper >= 2 * lower
    assert lower == 0 or band_of(lower) == (lower, upper)


@pytest.mark.parametrize(
    ("money", "told"),
    [
        (Money("GBP", Decimal(400)), "GBP 250 to 500"),
        (Money("GBP", Decimal(500)), "GBP 500 to 1,000"),
        (Money("EUR", Decimal("0.12"), "word"), "EUR 0.1 to 0.25 per word"),
        (Money("USD", Decimal(0)), "USD 0 to 0.01"),
        (Money("JPY", Decimal(10) ** 11), "JPY 10,000,000,000 and more"),
    ],
)
def test_a_sum_is_told_by_the_edges_of_its_band(money: Money, told: str) -> None:
    assert banded(money) == told
