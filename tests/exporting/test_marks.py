"""Where passages are marked: on the right page, within their block, nothing lost of the text."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from builders import a_document, a_finding, a_full_scan, a_protection, a_scan, the_clauses, two_types
from contract_registry.core.text import Span
from contract_registry.exporting.entry import Entry
from contract_registry.exporting.marks import marked_blocks, marked_pages
from contract_registry.exporting.report import report_of


def entries(scan: object, document: object) -> tuple[Entry, ...]:
    return report_of(the_clauses(document), scan).passages


def test_a_mark_stands_on_the_page_of_its_words() -> None:
    document = a_document(lines_on_a_page=3)
    scan = a_scan(findings=(a_finding(document),), protections=(a_protection(document),))

    pages = marked_pages(document, entries(scan, document))

    assert [[mark.entry.title for mark in page.marks] for page in pages] == [[], ["Moral rights given up", "A date for payment"]]


def test_the_deciding_words_have_boxes_inside_those_of_their_sentence() -> None:
    document = a_document(lines_on_a_page=9)

    (mark,) = marked_pages(document, entries(a_scan(findings=(a_finding(document),)), document))[0].marks

    assert mark.around[0].x0 < mark.on[0].x0 < mark.on[0].x1 < mark.around[0].x1


def test_the_number_of_an_entry_covers_no_word_of_its_line() -> None:
    document = a_document(lines_on_a_page=9)

    (page,) = marked_pages(document, entries(a_scan(findings=(a_finding(document),)), document))

    assert page.marks[0].tag.x1 < min(line.box.x0 for line in page.page.lines)


def test_a_passage_over_two_pages_is_marked_on_both_and_begins_on_the_first() -> None:
    document = a_document(lines_on_a_page=3)
    quote = "1. Moral rights\n1.1 The Illustrator irrevocably waives all moral rights in the Work."

    pages = marked_pages(document, entries(a_scan(findings=(a_finding(document, quote=quote),)), document))

    assert [[mark.is_first for mark in page.marks] for page in pages] == [[True], [False]]


def test_words_are_marked_inside_their_block() -> None:
    document = a_document()

    blocks = marked_blocks(document, entries(a_scan(findings=(a_finding(document),)), document))

    assert [[(piece.text, piece.is_focus) for piece in run.pieces] for run in blocks[3].runs] == [
        [("1.1 ", False)],
        [("The Illustrator irrevocably ", False), ("waives all moral rights", True), (" in the Work.", False)],
    ]
    assert [run.is_first for run in blocks[3].runs] == [False, True]


def test_the_words_of_a_point_take_no_mark_from_an_entry_that_they_decided() -> None:
    document = a_document()
    first, point = two_types(document)
    around = replace(point, focus=Span(first.focus.start, point.focus.end))
    other = a_finding(document, focus="moral rights in the Work", family="buyout", type="buyout-copyright-assignment")

    for points in ((point,), (around,)):
        blocks = marked_blocks(document, entries(a_scan(findings=(first, *points, other)), document))

        assert [run.entry.id for run in blocks[3].runs if run.entry and run.is_first] == [first.id, other.id]


@given(st.lists(st.tuples(st.integers(0, 200), st.integers(0, 60), st.integers(0, 30)), max_size=5))
def test_however_passages_overlap_no_character_is_lost_or_doubled(places: list[tuple[int, int, int]]) -> None:
    document = a_document()
    end = len(document.text)
    findings = tuple(
        replace(a_finding(document), quote=quote, focus=focus)
        for start, length, inner in places
        for quote in (Span(min(start, end), min(start + length, end)),)
        for focus in (Span(min(quote.start + inner, quote.end), quote.end),)
    )

    blocks = marked_blocks(document, entries(a_scan(findings=findings), document))

    assert ["".join(piece.text for run in block.runs for piece in run.pieces) for block in blocks] == [
        block.span.of(document.text) for block in document.blocks
    ]


def test_one_of_everything_can_be_marked() -> None:
    document = a_document(lines_on_a_page=2)

    assert sum(len(page.marks) for page in marked_pages(document, entries(a_full_scan(document), document))) == 3
