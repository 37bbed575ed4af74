"""Numbers in all the forms in which Word counts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contract_registry.core.clauses.numbering import roman_value
from contract_registry.reading.word.number_formats import printed


@pytest.mark.parametrize(
    ("form", "values"),
    [
        ("decimal", {1: "1", 12: "12"}),
        ("decimalZero", {1: "01", 9: "09", 10: "10", 100: "100"}),
        ("lowerRoman", {1: "i", 4: "iv", 9: "ix", 14: "xiv", 1999: "mcmxcix"}),
        ("upperRoman", {4: "IV", 40: "XL"}),
        ("lowerLetter", {1: "a", 26: "z", 27: "aa", 28: "bb", 53: "aaa"}),
        ("upperLetter", {2: "B", 27: "AA"}),
        ("ordinal", {1: "1st", 2: "2nd", 3: "3rd", 4: "4th", 11: "11th", 12: "12th", 13: "13th", 21: "21st", 111: "111th"}),
        ("cardinalText", {1: "One", 21: "Twenty-one", 100: "One hundred", 1203: "One thousand two hundred three"}),
        ("ordinalText", {1: "First", 2: "Second", 5: "Fifth", 12: "Twelfth", 20: "Twentieth", 21: "Twenty-first", 100: "One hundredth"}),
        ("chicago", {1: "*", 2: "†", 5: "**"}),
        ("hex", {10: "A", 255: "FF"}),
        ("decimalEnclosedCircle", {1: "①", 20: "⑳", 21: "21"}),
        ("decimalEnclosedParen", {3: "(3)"}),
        ("decimalEnclosedFullstop", {3: "3."}),
        ("numberInDash", {3: "- 3 -"}),
        ("russianLower", {1: "а", 2: "б"}),
        ("none", {3: ""}),
        ("bullet", {3: ""}),
        ("someFutureFormat", {3: "3"}),
    ],
)
def test_each_form_prints_as_word_does(form: str, values: dict[int, str]) -> None:
    assert {value: printed(value, form) for value in values} == values


@given(st.integers(1, 3999))
def test_a_roman_number_reads_back(value: int) -> None:
    assert roman_value(printed(value, "upperRoman")) == value


@given(st.integers(), st.sampled_from(["lowerRoman", "lowerLetter", "ordinalText", "chicago", "decimal"]))
def test_no_number_is_too_odd_to_print_and_none_runs_away(value: int, form: str) -> None:
    assert len(printed(value, form)) < 10_000
