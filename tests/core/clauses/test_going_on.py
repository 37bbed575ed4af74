"""A sentence that the end of a page cuts in two is one sentence, with what the page has between its parts left out of it."""

from __future__ import annotations

import pytest

from builders import a_document, lines_of
from contract_registry.core.clauses.going_on import cut_sentences, taken_in
from contract_registry.core.clauses.segment import segment
from contract_registry.core.document import Block
from contract_registry.core.scanning.findings import Circumstances, Finding
from contract_registry.core.scanning.scan import scan_with
from contract_registry.core.text import Span
from hearing import WAIVER, scanner_of


def a_printed_document(text: str):
    """A document whose lines that begin with "Page" are the feet of pages."""
    blocks = tuple(Block(span, source="footer" if span.of(text).startswith("Page") else "body") for span in lines_of(text))
    return a_document(text, blocks=blocks)


def cuts(text: str) -> list[str]:
    return [cut.sentence.of(text) for cut in cut_sentences(text, segment(a_printed_document(text)).clauses)]


def findings(text: str) -> tuple[Finding, ...]:
    return scan_with(segment(a_printed_document(text)), scanner_of(WAIVER), Circumstances()).findings


def test_a_sentence_goes_on_over_the_foot_of_a_page() -> None:
    text = "Terms apply. The Author hereby waives all moral\nPage 3 of 9\nrights in the Work. The fee is due."

    assert cuts(text) == ["The Author hereby waives all moral\nPage 3 of 9\nrights in the Work."]


def test_a_line_broken_off_at_a_small_word_goes_on() -> None:
    assert cuts("The Author hereby waives all of the\nmoral rights in the Work.") == [
        "The Author hereby waives all of the\nmoral rights in the Work."
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The Author hereby waives all moral rights.\nPage 3 of 9\nthe fee is due.",
        "The Author hereby waives all moral\nPage 3 of 9\nRights are kept.",
        "The Author hereby waives all moral\nPage 3 of 9\n4. rights are kept.",
        "The Author hereby waives all rights\nthe fee is due.",
        "Leeds\nPage 3 of 9\nthe Work",
    ],
)
def test_what_ends_stands_alone_or_begins_anew_is_not_joined(text: str) -> None:
    assert cuts(text) == []


def test_words_are_heard_across_the_end_of_a_page_and_quoted_whole() -> None:
    text = "2. The Author hereby waives all moral\nPage 3 of 9\nrights in the Work."

    (finding,) = findings(text)

    assert finding.quote.of(text) == "The Author hereby waives all moral\nPage 3 of 9\nrights in the Work."
    assert finding.clause_number == "2"


def test_a_denial_reaches_across_the_end_of_a_page() -> None:
    assert findings("The Author does not hereby or otherwise ever\nPage 3 of 9\nwaive the moral rights in the Work.") == ()


@pytest.mark.parametrize(
    ("sentence", "carries"),
    [
        ("This includes the right to use it in any form.", True),
        ("The licence covers using them for tests.", True),
        ("This includes the cover of the book.", False),
        ("We may use it in any form.", False),
    ],
)
def test_what_only_the_sentence_before_names_is_taken_from_it(sentence: str, carries: bool) -> None:
    before = Span(0, 10)

    assert taken_in(sentence, Span(0, len(sentence)), before) == ((before,) if carries else ())
