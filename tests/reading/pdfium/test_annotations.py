"""What was filled in, typed on and remarked is read with the page."""

from __future__ import annotations

from pdf_files import Page, free_text, remark, text_field, tick_box, words
from reading_checks import read_pages


def test_what_was_filled_into_a_form_stands_in_its_line_and_is_marked() -> None:
    fields = (text_field("who", "Jane Doe", 100, 88, 120, 16), text_field("when", "1 May 2025", 340, 88, 100, 16))

    document = read_pages(Page(words("Artist:", 50, 100) + words("Date:", 300, 100), annotations=fields))

    assert document.text == "Artist: Jane Doe Date: 1 May 2025"
    assert [(mark.kind, mark.span.of(document.text)) for mark in document.marks] == [
        ("form field", "Jane Doe"),
        ("form field", "1 May 2025"),
    ]


def test_a_field_of_several_lines_is_several_lines() -> None:
    document = read_pages(Page(words("Rights:", 50, 100), annotations=(text_field("r", r"All rights.\rFor ever.", 100, 110, 200, 40),)))

    assert document.text.split("\n") == ["Rights:", "All rights.", "For ever."]


def test_ticked_and_empty_boxes_are_told_apart() -> None:
    boxes = (tick_box("a", 50, 121, on=True), tick_box("b", 50, 141, on=False))

    document = read_pages(Page(words("Exclusive", 70, 130) + words("Non-exclusive", 70, 150), annotations=boxes))

    assert document.text == "☒ Exclusive\n☐ Non-exclusive"


def test_words_typed_onto_the_page_are_part_of_it() -> None:
    document = read_pages(Page(words("The fee is", 50, 100), annotations=(free_text("500 pounds.", 120, 90, 80, 14),)))

    assert document.text == "The fee is 500 pounds."
    assert [mark.kind for mark in document.marks] == ["inserted"]


def test_a_remark_follows_the_text_and_marks_its_words() -> None:
    laid = (remark("Can we limit this?", 50, 92, 36, 12), remark("", 92, 92, 36, 12, kind="StrikeOut"))

    document = read_pages(Page(words("Author waives rights.", 50, 100), annotations=laid))

    assert [(block.source, block.span.of(document.text)) for block in document.blocks] == [
        ("body", "Author waives rights."),
        ("comment", "Can we limit this?"),
    ]
    assert [(mark.span.of(document.text), mark.note) for mark in document.marks] == [
        ("Author", "Ann: Can we limit this?"),
        ("waives", "Ann: struck out"),
    ]
