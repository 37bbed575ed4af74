"""Percentages are found however they are written, and once."""

from __future__ import annotations

import pytest

from contract_facts import survey_in
from contract_registry.core.quantities.numbers import numbers_in
from contract_registry.core.quantities.percents import percents_in


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("a royalty of 10% of", "10%", 10),
        ("ten per cent (10%) of", "ten per cent (10%)", 10),
        ("fünf Prozent vom", "fünf Prozent", 5),
        ("12,5 % des recettes", "12,5 %", 12.5),
        ("diez por ciento", "diez por ciento", 10),
    ],
)
def test_a_percentage_is_found(text, words, value):
    survey = survey_in(text)
    (percent,) = percents_in(survey, numbers_in(survey))

    assert (percent.span.of(text), percent.value) == (words, value)


def test_more_than_the_whole_is_no_share():
    survey = survey_in("growth of 250%")

    assert percents_in(survey, numbers_in(survey)) == ()
