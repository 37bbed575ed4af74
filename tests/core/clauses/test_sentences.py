"""Sentences end where they end, and abbreviations, numbers and addresses do not end them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import a_laid_out_document
from contract_registry.core.clauses.hierarchy import clauses_of
from contract_registry.core.clauses.sentences import last_sentence, sentences, units
from contract_registry.core.text import Span


def said(text: str) -> list[str]:
    return [span.of(text) for span in sentences(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    "sentence",
    [
        "The rights of Acme Inc. Terms apply to No. 4, Art. 5 and cl. 4.",
        "Dr. Jones and J. K. Rowling v. Smith et al. settled.",
        "It covers e.g. Books, i.e. Works, approx. 1.5 million words.",
        "This is U.S. Law.",
        "See section 4. 2 and s. 77.",
        "Die Nutzung z.B. Bücher bzw. Filme gem. Abs. 2 ist frei.",
        "Am 14. März 2020 beginnt die Frist.",
        "Voir p. ex. Le livre de Mme. Petit.",
        "El Sr. García cede la obra Núm. 5.",
        "Visit www.example.com/a.b?c=d. and read on.",
        "You agree; the Company agrees; all agree.",
        "Yahoo! may use it.",
        "4. Grant of rights.",
        "It goes on… and on.",
    ],
)
def test_one_sentence_stays_one(sentence):
    assert said(sentence) == [sentence]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("The fee is £5. The Author agrees.", ["The fee is £5.", "The Author agrees."]),
        ("Acme Inc. The Company pays.", ["Acme Inc.", "The Company pays."]),
        ("He said “no.” The end.", ["He said “no.”", "The end."]),
        ("(see clause 4.) The rest.", ["(see clause 4.)", "The rest."]),
        ("Who owns it? You do! We do not.", ["Who owns it?", "You do!", "We do not."]),
        ("No. You keep them. No. 4 applies.", ["No.", "You keep them.", "No. 4 applies."]),
        ("A: No. We never do.", ["A: No.", "We never do."]),
        ("Wait... Then sign.", ["Wait...", "Then sign."]),
        ("As in Schedule A. The Author agrees.", ["As in Schedule A.", "The Author agrees."]),
        ("One line\nTwo lines\tand a cell", ["One line", "Two lines", "and a cell"]),
        ("权利归出版社。作者同意。", ["权利归出版社。", "作者同意。"]),
        (
            "The Company signs. (ii) The Author keeps the rest. (b) “Works” means all.",
            ["The Company signs.", "(ii) The Author keeps the rest.", "(b) “Works” means all."],
        ),
    ],
)
def test_sentences_are_told_apart(text, parts):
    assert said(text) == parts


def test_only_the_span_asked_for_is_read():
    text = "One. Two. Three."

    assert [span.of(text) for span in sentences(text, Span(5, 9))] == ["Two."]
    assert last_sentence(text, Span(0, len(text))).of(text) == "Three."


def test_a_row_is_a_unit_and_each_of_its_cells():
    assert read_in("Territory | Universe. All media | for ever") == [
        "Territory | Universe. All media | for ever",
        "Territory",
        "Universe. All media",
        "for ever",
    ]


def test_the_label_of_an_entry_is_not_read_without_the_entry():
    assert read_in("Waiver of moral rights | None") == ["Waiver of moral rights | None", "None"]


def read_in(row):
    document = a_laid_out_document(row)
    return [unit.of(document.text) for unit in units(document.text, clauses_of(document)[0])]


@given(st.text(alphabet=st.sampled_from('abAB .?!…;:\n\t"”)(4é中。'), max_size=200))
def test_no_character_is_lost(text):
    found = sentences(text, Span(0, len(text)))

    kept = set().union(*(range(span.start, span.end) for span in found)) if found else set()
    assert all(character.isspace() or at in kept for at, character in enumerate(text))
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(span.of(text) == span.of(text).strip() for span in found)
