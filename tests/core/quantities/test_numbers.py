"""Numbers in figures and words are worth what a reader takes them to be."""

from __future__ import annotations

from decimal import Decimal

import pytest

from contract_facts import survey_in
from contract_registry.core.quantities.numbers import numbers_in, value_of


@pytest.mark.parametrize(
    ("figures", "worth"),
    [
        ("5", "5"),
        ("1,500.00", "1500.00"),
        ("1.500,00", "1500.00"),
        ("1'500.50", "1500.50"),
        ("12,500", "12500"),
        ("1.500", "1500"),
        ("2,00,000", "200000"),
        ("0.125", "0.125"),
        ("0,08", "0.08"),
        ("7.5", "7.5"),
    ],
)
def test_figures_are_worth(figures, worth):
    assert value_of(figures) == Decimal(worth)


@pytest.mark.parametrize("figures", ["12.3.2026", "4.2.1", "1,23,4", "192.168.0.1", "1" * 30])
def test_numbers_of_clauses_and_dates_are_no_numbers(figures):
    assert value_of(figures) is None


@pytest.mark.parametrize(
    ("text", "worth", "words"),
    [
        ("within thirty (30) days", 30, "thirty (30)"),
        ("within 30 (thirty) days", 30, "30 (thirty)"),
        ("five hundred pounds", 500, "five hundred"),
        ("one thousand two hundred and fifty euros", 1250, "one thousand two hundred and fifty"),
        ("twenty-one days", 21, "twenty-one"),
        ("vingt et un jours", 21, "vingt et un"),
        ("fünfhundert Euro", 500, "fünfhundert"),
        ("treinta y cinco días", 35, "treinta y cinco"),
    ],
)
def test_words_are_worth(text, worth, words):
    (number,) = numbers_in(survey_in(text))

    assert (number.value, number.span.of(text)) == (worth, words)


def test_two_numbers_side_by_side_stay_two():
    numbers = numbers_in(survey_in("thirty and sixty days, one two three"))

    assert [number.value for number in numbers] == [30, 60, 1, 2, 3]
