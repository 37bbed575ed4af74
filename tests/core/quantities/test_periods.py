"""Lengths of time are counted as the contract counts them."""

from __future__ import annotations

import pytest

from contract_facts import survey_in
from contract_registry.core.quantities.numbers import numbers_in
from contract_registry.core.quantities.periods import Period, spells_in


def spells(text):
    survey = survey_in(text)
    return list(spells_in(survey, numbers_in(survey)))


@pytest.mark.parametrize(
    ("text", "words", "period"),
    [
        ("within thirty (30) days of", "thirty (30) days", Period(30, "day")),
        ("30 days' notice", "30 days", Period(30, "day")),
        ("a 60-day window", "60-day", Period(60, "day")),
        ("five (5) Business Days", "five (5) Business Days", Period(5, "day", is_working=True)),
        ("14 jours ouvrés après", "14 jours ouvrés", Period(14, "day", is_working=True)),
        ("10 Werktage", "10 Werktage", Period(10, "day", is_working=True)),
        ("15 días hábiles", "15 días hábiles", Period(15, "day", is_working=True)),
        ("zwei Jahre lang", "zwei Jahre", Period(2, "year")),
        ("pour six mois", "six mois", Period(6, "month")),
        ("18 months", "18 months", Period(18, "month")),
        ("1.5 years", "1.5 years", Period(18, "month")),
        ("10-15 days", "10-15 days", Period(15, "day")),
        ("three to six months", "three to six months", Period(6, "month")),
        ("within 48 hours", "48 hours", Period(48, "hour")),
        ("strictly net 30", "30", Period(30, "day")),
    ],
)
def test_a_period_is_found(text, words, period):
    (found,) = spells(text)

    assert (found.span.of(text), found.period) == (words, period)


@pytest.mark.parametrize("text", ["once an article has been read", "30 copies", "Part 3 daylight", "net income of 30"])
def test_this_is_no_period(text):
    assert spells(text) == []


def test_days_are_counted_roughly():
    periods = Period(3, "month"), Period(2, "week"), Period(1, "year"), Period(25, "hour")

    assert [period.days for period in periods] == [90, 14, 365, 2]
