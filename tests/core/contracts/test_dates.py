"""Dates are read in every form contracts use; ambiguous ones stay so, and blanks and clause numbers are no dates."""

from __future__ import annotations

import pytest

from contract_facts import survey_in
from contract_registry.core.contracts.dates import days_in


def readings(text):
    return [day.readings for day in days_in(survey_in(text))]


@pytest.mark.parametrize(
    ("text", "words", "iso"),
    [
        ("on 3 March 2026 at", "3 March 2026", "2026-03-03"),
        ("the 3rd March 2026", "3rd March 2026", "2026-03-03"),
        ("the 3rd day of March, 2026", "3rd day of March, 2026", "2026-03-03"),
        ("the third day of March 2026", "third day of March 2026", "2026-03-03"),
        ("the first (1st) day of June 2026", "first (1st) day of June 2026", "2026-06-01"),
        ("March 3, 2026", "March 3, 2026", "2026-03-03"),
        ("Sept. 5, 2026", "Sept. 5, 2026", "2026-09-05"),
        ("2026-03-03", "2026-03-03", "2026-03-03"),
        ("the 25/12/2026", "25/12/2026", "2026-12-25"),
        ("am 03.04.2026", "03.04.2026", "2026-04-03"),
        ("bis zum 3. März 2026", "3. März 2026", "2026-03-03"),
        ("le 1er janvier 2026", "1er janvier 2026", "2026-01-01"),
        ("el 15 de marzo de 2026", "15 de marzo de 2026", "2026-03-15"),
        ("in March 2026", "March 2026", "2026-03"),
        ("each 30 June", "30 June", "--06-30"),
        ("3-May-06", "3-May-06", "2006-05-03"),
        ("due in May 2026", "May 2026", "2026-05"),
    ],
)
def test_a_date_is_read(text, words, iso):
    (day,) = days_in(survey_in(text))

    assert (day.span.of(text), day.readings) == (words, (iso,))


def test_a_date_in_figures_stays_ambiguous():
    assert readings("Signed on 03/04/2026.") == [("2026-04-03", "2026-03-04")]


def test_another_date_in_the_document_shows_the_order():
    assert readings("From 03/04/2026 to 25/12/2026.") == [("2026-04-03",), ("2026-12-25",)]
    assert readings("From 03/04/2026 to 12/25/2026.") == [("2026-03-04",), ("2026-12-25",)]


def test_a_document_that_shows_both_orders_shows_none():
    assert readings("25/12/2026, 12/25/2026 and 03/04/2026")[-1] == ("2026-04-03", "2026-03-04")


def test_a_form_that_says_its_order_is_believed():
    assert readings("Date (MM/DD/YYYY): 03/04/2026") == [("2026-03-04",)]


@pytest.mark.parametrize(
    "text",
    [
        "Section 12.3.2026 of the rules",
        "see clause 4.5.2024",
        "version 1.2.2023",
        "this ___ day of ________ 2026",
        "this ____ day of March 2026",
        "dated as of March __, 2026",
        "the [●] day of May 2026",
        "31 February 2026",
        "29 February 2025",
        "You may 3 times a year",
        "a march of 20 people",
        "192.168.10.2026",
        "call 12-34-567890",
    ],
)
def test_this_is_no_date(text):
    assert readings(text) == []
