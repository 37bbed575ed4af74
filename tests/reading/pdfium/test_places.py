"""Every letter has its place on the page as it is shown, however the page is turned or cropped."""

from __future__ import annotations

import pypdfium2
import pytest

from contract_registry.core.text import Span
from contract_registry.reading.limits import Budget, Limits
from contract_registry.reading.pdf import read_pdf
from pdf_files import HEIGHT, WIDTH, Page, a_pdf, paragraph, turned, words
from reading_checks import GRANT, read_pages


def test_every_letter_has_its_place_on_the_page() -> None:
    document = read_pages(words("The Author waives all moral rights.", 100, 200))

    (place,) = document.boxes(next(block.span for block in document.blocks))
    waives = document.text.index("waives")
    (word,) = document.boxes(Span(waives, waives + 6))
    assert place.boxes[0].x0 == pytest.approx(100, abs=0.5)
    assert place.boxes[0].y0 < 200 < place.boxes[0].y1
    assert (word.boxes[0].x0, word.boxes[0].x1) == pytest.approx((100 + 11 * 6, 100 + 17 * 6), abs=0.5)


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_a_page_that_is_shown_turned_is_read_as_it_is_shown(rotate: int) -> None:
    document = read_pages(Page(words("The Author waives all moral rights.", 100, 200), rotate=rotate))

    page = document.pages[0]
    assert document.text == "The Author waives all moral rights."
    assert (page.width, page.height) == ((WIDTH, HEIGHT) if rotate in (0, 180) else (HEIGHT, WIDTH))


def test_the_boxes_of_a_turned_page_lie_on_the_ink() -> None:
    made = a_pdf(Page(words("The Author waives all moral rights.", 100, 200), rotate=90))
    document = read_pdf(made, name="x", budget=Budget(Limits()))
    box = document.pages[0].lines[0].box
    shown = pypdfium2.PdfDocument(made)[0].render(scale=1, grayscale=True).to_pil().convert("L")

    ink = shown.point(lambda level: 255 if level < 128 else 0).getbbox()

    assert box.x0 - 2 <= ink[0] < ink[2] <= box.x1 + 2
    assert box.y0 - 2 <= ink[1] < ink[3] <= box.y1 + 2


def test_letters_set_upside_down_and_turned_back_keep_their_places() -> None:
    document = read_pages(turned("The Author waives all rights.", 100, 200, (-1, 0, 0, -1), size=-10))

    assert document.text == "The Author waives all rights."


def test_a_cropped_page_is_measured_from_its_visible_corner() -> None:
    document = read_pages(Page(words("The Author waives all rights.", 100, 200), crop=(50, 100, 545, 742)))

    line = document.pages[0].lines[0]
    assert line.box.x0 == pytest.approx(50, abs=0.5)
    assert line.box.y0 < 100 < line.box.y1


def test_words_off_the_visible_page_are_left_out_and_said_to_be() -> None:
    document = read_pages(Page(words("Visible words.", 100, 200) + words("proof 3, printed in May", 100, 20), crop=(50, 100, 545, 742)))

    assert document.text == "Visible words."
    assert [(problem.kind, problem.page) for problem in document.problems] == [("hidden text", 1)]


def test_a_page_printed_on_its_side_is_read_along_its_lines() -> None:
    lines = ["The Author grants the Publisher the right", "to print the Work in volume form."]

    document = read_pages("".join(turned(text, 300 + 12 * at, 700, (0, 1, -1, 0)) for at, text in enumerate(lines)))

    assert document.text == " ".join(lines)
    assert all(line.box.y1 - line.box.y0 > line.box.x1 - line.box.x0 for line in document.pages[0].lines)


def test_a_clause_up_the_margin_comes_after_the_text_of_its_page() -> None:
    document = read_pages(paragraph(GRANT, 100, 200, letters=60) + turned("All rights in the scan are ours.", 30, 700, (0, 1, -1, 0)))

    assert [(block.source, block.span.of(document.text)) for block in document.blocks] == [
        ("body", GRANT),
        ("text box", "All rights in the scan are ours."),
    ]


def test_a_stamp_across_every_page_is_furniture() -> None:
    stamp = turned("DRAFT", 200, 500, (0.7, 0.7, -0.7, 0.7), size=60)

    document = read_pages(*(words(f"{at}. The Author grants a right of the {at}. kind.", 50, 100) + stamp for at in (1, 2, 3)))

    assert "DRAFT" not in document.text
    assert [page.furniture[-1].text for page in document.pages] == ["DRAFT"] * 3
