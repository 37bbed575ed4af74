"""What holds of the clauses of any text whatever."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from builders import CONTRACT, a_document
from contract_registry.core.clauses.segment import segment
from contract_registry.core.document import Block, Document
from contract_registry.core.text import Span

WORDS = [
    '"', "“", "”", "(", ")", "1.", "4.2", "(a)", "(iv)", "Article IV", "§ 3", "You may:", "The Author", "means", "shall mean", "the “Work”", "Inc.", "Ltd", "between",
    "and", "\n", "\t", "|", " ", ".", ":", "—", ";", "•", "- ", "I grant", "we", "us", "you", "your content", "Schedule 2", "section 77 of the Act", "Dear Sam,", "WHEREAS",
    "Artist: Jane", "\u00a0", "İ", "ß", "ﬁ", "\ud800", "😀", "中文", "א", "l'Auteur", "J'", "x" * 300, "our Privacy Policy", "clauses 4, 5 and 6(b)", "\u2028", "(the Fee)",
]  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=300),
    st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join),
    st.lists(st.sampled_from(WORDS), max_size=60).map("".join),
)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Any text, with blocks of any kind over any of its lines."""
    text = draw(TEXTS)
    blocks, at = [], 0
    for line in text.split("\n"):
        if line and draw(st.integers(0, 3)):
            kind = draw(st.sampled_from(["paragraph", "heading", "item", "row"]))
            cells = (Span(at, at + len(line) // 2), Span(at + len(line) // 2, at + len(line))) if kind == "row" else ()
            level, source = draw(st.sampled_from([None, 0, 1, 9])), draw(st.sampled_from(["body", "body", "footnote", "comment"]))
            blocks.append(Block(Span(at, at + len(line)), kind, level, source, None, cells))
        at += len(line) + 1
    return replace(a_document(text), blocks=tuple(blocks))


@settings(max_examples=300)
@given(documents())
def test_no_character_is_lost_between_clauses(document):
    at = 0
    for clause in segment(document).clauses:
        assert clause.own.start >= at
        assert not document.text[at : clause.own.start].strip()
        at = clause.own.end
    assert not document.text[at:].strip()


@settings(max_examples=300)
@given(documents())
def test_spans_nest_as_the_tree_does(document):
    clauses = segment(document).clauses

    for clause in clauses:
        assert clause.span.contains(clause.own)
        assert clause.own.contains(clause.body)
        assert clause.parent is None or (clause.parent < clause.index and clause.index in clauses[clause.parent].children)
        assert all(clause.span.contains(clauses[child].span) for child in clause.children)
        assert all(lead.end <= clause.own.start for lead in clause.lead_in)


@settings(max_examples=300)
@given(documents())
def test_everything_found_has_its_place_in_the_text(document):
    clauses = segment(document)
    whole = Span(0, len(document.text))

    assert all(whole.contains(one.at) and whole.contains(one.meaning) and one.term for one in clauses.definitions)
    assert all(one.span.of(document.text) == one.text for one in clauses.references)
    assert all(one.target is None or 0 <= one.target < len(clauses.clauses) for one in clauses.references)
    assert all(party.at is None or whole.contains(party.at) for party in clauses.parties)


@settings(max_examples=100)
@given(documents())
def test_the_same_document_gives_the_same_clauses(document):
    assert segment(document) == segment(replace(document))


def test_a_contract_is_segmented_whole():
    clauses = segment(a_document(CONTRACT))

    assert [clause.number for clause in clauses.clauses] == ["", "", "1", "1.1", "2", "2.1"]
    assert [(party.name, party.role) for party in clauses.parties] == [("Northlight Books Ltd", "engager"), ("Ada Ferrer", "creator")]
    assert (clauses.language, clauses.languages, clauses.kind) == ("en", ("en",), "contract")


def test_an_unnumbered_clause_is_cited_by_the_number_above():
    clauses = segment(a_document("4.1 The Author grants all rights.\nThis includes film rights."))

    assert clauses.cited_number(clauses.clauses[1]) == "4.1"
