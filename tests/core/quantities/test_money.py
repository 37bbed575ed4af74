"""Sums of money are found with currency, value and what they are paid per, and nothing else is money."""

from __future__ import annotations

from decimal import Decimal

import pytest

from contract_facts import survey_in
from contract_registry.core.quantities.money import Money, sums_in
from contract_registry.core.quantities.numbers import numbers_in


def sums(text):
    survey = survey_in(text)
    return sums_in(survey, numbers_in(survey))


@pytest.mark.parametrize(
    ("text", "words", "currency", "amount", "per"),
    [
        ("a fee of £1,500.00 in all", "£1,500.00", "GBP", "1500", ""),
        ("ein Honorar von 1.500,00 EUR", "1.500,00 EUR", "EUR", "1500", ""),
        ("GBP 1,500 payable", "GBP 1,500", "GBP", "1500", ""),
        ("the sum of five hundred pounds (£500) only", "five hundred pounds (£500)", "GBP", "500", ""),
        ("£500 (five hundred pounds)", "£500 (five hundred pounds)", "GBP", "500", ""),
        ("1 500,00 € payable", "1 500,00 €", "EUR", "1500", ""),
        ("€ 2 000 brut", "€ 2 000", "EUR", "2000", ""),
        ("500,- EUR", "500,- EUR", "EUR", "500", ""),
        ("US$2,000 flat", "US$2,000", "USD", "2000", ""),
        ("USD $500 each", "USD $500", "USD", "500", ""),
        ("$100 USD total", "$100 USD", "USD", "100", ""),
        ("CHF 300 pauschal", "CHF 300", "CHF", "300", ""),
        ("a budget of £1.5m", "£1.5m", "GBP", "1500000", ""),
        ("$2 million guaranteed", "$2 million", "$", "2000000", ""),
        ("12p per word", "12p per word", "GBP", "0.12", "word"),
        ("£95 per 1,000 words", "£95 per 1,000 words", "GBP", "95", "1000 words"),
        ("£300 a day", "£300 a day", "GBP", "300", "day"),
        ("£40/hour", "£40/hour", "GBP", "40", "hour"),
        ("a daily rate of £280", "£280", "GBP", "280", "day"),
        ("80 Euro pro Normseite", "80 Euro pro Normseite", "EUR", "80", "page"),
        ("0,08 € por palabra", "0,08 € por palabra", "EUR", "0.08", "word"),
        ("150 € par jour", "150 € par jour", "EUR", "150", "day"),
        ("$250 (two hundred and fifty dollars) per session", "$250 (two hundred and fifty dollars) per session", "$", "250", "session"),
    ],
)
def test_a_sum_is_found(text, words, currency, amount, per):
    (found,) = sums(text)

    assert found.span.of(text) == words
    assert found.money == Money(currency, found.money.amount, per)
    assert found.money.amount == Decimal(amount)


def test_a_range_is_one_sum():
    (found,) = sums("between £500-£750 depending on length")

    assert (found.money.amount, found.money.up_to) == (500, 750)


def test_a_bare_dollar_is_the_one_the_document_names():
    assert [each.money.currency for each in sums("A fee of $500. All sums are in US dollars.")] == ["USD"]


def test_a_bare_dollar_stays_a_dollar_where_the_document_names_two():
    assert [each.money.currency for each in sums("US$5, C$6 or $7")] == ["USD", "CAD", "$"]


@pytest.mark.parametrize(
    "text",
    [
        "call 020 7946 0958 or +44 20 7946 0958",
        "Schedule 3P to this exhibit",
        "open from 9:00 p.m.",
        "a parcel of 500 g",
        "clause 4.2 applies",
        "ISBN 978-1-4028-9462-6",
        "£____ to be agreed",
        "the cad 500 drawing",
    ],
)
def test_this_is_not_money(text):
    assert sums(text) == ()


def test_a_year_beside_a_sum_is_no_sum():
    assert [each.span.of("2000 $850,000") for each in sums("2000 $850,000")] == ["$850,000"]
