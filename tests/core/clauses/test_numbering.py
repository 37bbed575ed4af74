"""Printed numbers are read as numbers, and what only looks like one is left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contract_registry.core.clauses.numbering import parse_number, readings, roman_value


def number_of(line: str):
    return parse_number(line, 0, len(line))


@pytest.mark.parametrize(
    ("line", "text", "rest"),
    [
        ("4. Grant", "4", "Grant"),
        ("4.2 The Author", "4.2", "The Author"),
        ("4.2.1. The Author", "4.2.1", "The Author"),
        ("4.2(b)(iv) the fee", "4.2(b)(iv)", "the fee"),
        ("4(b) the fee", "4(b)", "the fee"),
        ("(a) the fee", "(a)", "the fee"),
        ("(iv) the fee", "(iv)", "the fee"),
        ("a) the fee", "a", "the fee"),
        ("iv. the fee", "iv", "the fee"),
        ("A. Grant", "A", "Grant"),
        ("D.4 Licence", "D.4", "Licence"),
        ("4.The Author", "4", "The Author"),
        ("1\\. Grant", "1", "Grant"),
        ("**4.2** Grant", "4.2", "Grant"),
        ("# 4. Grant", "4", "Grant"),
        ("Article IV", "Article IV", ""),
        ("ARTICLE 4 – GRANT", "ARTICLE 4", "GRANT"),
        ("Section 4.2 The Author grants", "Section 4.2", "The Author grants"),
        ("§ 3 Abs. 2 Der Autor", "§ 3 Abs. 2", "Der Autor"),
        ("§3 Nutzung", "§3", "Nutzung"),
        ("Clause 7", "Clause 7", ""),
        ("Schedule 2", "Schedule 2", ""),
        ("Appendix 1: Fees", "Appendix 1", "Fees"),
        ("Exhibit B", "Exhibit B", ""),
        ("Anlage 1 zum Vertrag", "Anlage 1", "zum Vertrag"),
        ("Art. 5 Die Rechte", "Art. 5", "Die Rechte"),
        ("Article premier - Objet", "Article premier", "Objet"),
        ("Cláusula 4ª. Objeto", "Cláusula 4ª", "Objeto"),
        ("PRIMERA.- Objeto", "PRIMERA", "Objeto"),
        ("1º Objeto", "1", "Objeto"),
        ("Q1. What is this?", "Q1", "What is this?"),
        ("- (a) the Work", "(a)", "the Work"),
    ],
)
def test_a_printed_number_is_read(line, text, rest):
    number = number_of(line)

    assert number.text == text
    assert line[number.end :] == rest


@pytest.mark.parametrize(
    "line",
    [
        "2019 was a good year",
        "1.5 million copies",
        "10 - 15 days",
        "12 months after",
        "12.05.2016",
        "09.30 start",
        "14. März 2020",
        "10% of the fee",
        "(c) 2019 Acme Ltd",
        "(the “Work”)",
        "(i) and (ii) above apply",
        "i.e. the Work",
        "U.S. law applies",
        "Section 4.2 of this Agreement applies",
        "Article 5 shall survive",
        "Part A user may",
        "Article L121-1 du code",
        "First, you agree",
        "The Author grants",
        "",
        "(650) 571-5698",
        "(310) 369 4241 (office)",
        "Section 6.3 [Company License], licensed to ACSI pursuant to this agreement.",
    ],
)
def test_what_only_looks_like_a_number_is_none(line):
    assert number_of(line) is None


@pytest.mark.parametrize("mark", ["•", "–", "*", "-", "o", "▪"])
def test_a_bullet_is_a_number_without_text(mark):
    number = number_of(f"{mark} Use the Work")

    assert (number.form, number.text) == ("bullet", "")


def test_a_name_with_an_initial_is_only_a_doubtful_number():
    assert number_of("B. Jones agrees").is_doubtful


def test_a_lone_letter_may_be_a_numeral():
    assert [(one.alphabet, one.value) for one in readings("i")] == [("i", 1), ("a", 9)]
    assert [(one.alphabet, one.value) for one in readings("v")] == [("a", 22), ("i", 5)]
    assert [(one.alphabet, one.value) for one in readings("bb")] == [("a", 28)]


def test_roman_numerals_have_their_value():
    assert [roman_value(numeral) for numeral in ("IV", "ix", "XL", "mcmxc", "iiii", "the")] == [4, 9, 40, 1990, None, None]


@given(st.text(max_size=100))
def test_any_line_has_a_number_or_none(line):
    number = number_of(line)

    assert number is None or 0 <= number.end <= len(line)
