"""Columns are read one after the other, rows of labels side by side."""

from __future__ import annotations

from contract_registry.core.document import Document
from pdf_files import paragraph, words

FIRST = "The Author grants the Publisher the right to print the Work in volume form and to sell it in the Territory for the full term of copyright."
SECOND = "The Publisher pays the Author a royalty on the net receipts of each copy sold, twice a year, with a statement that the Author can check."
TITLE = "A TITLE THAT RUNS ACROSS BOTH OF THE COLUMNS BELOW IT"


def blocks(document: Document) -> list[str]:
    return [block.span.of(document.text) for block in document.blocks]


def test_two_columns_are_read_one_after_the_other_under_a_title_that_spans_both(read) -> None:
    document = read(words(TITLE, 90, 60, font="F4") + paragraph(FIRST, 50, 100, letters=38) + paragraph(SECOND, 320, 100, letters=38))

    assert blocks(document) == [TITLE, FIRST, SECOND]


def test_columns_are_columns_even_when_the_file_prints_line_by_line(read) -> None:
    left, right = paragraph(FIRST, 50, 100, letters=38).splitlines(), paragraph(SECOND, 320, 100, letters=38).splitlines()

    document = read("\n".join(line for pair in zip(left, right, strict=True) for line in pair))

    assert blocks(document) == [FIRST, SECOND]


def test_columns_need_not_share_their_baselines(read) -> None:
    document = read(paragraph(FIRST, 50, 100, letters=38) + paragraph(SECOND, 320, 105, letters=38))

    assert blocks(document) == [FIRST, SECOND]


def test_the_right_column_may_begin_higher_than_the_left(read) -> None:
    document = read(paragraph(FIRST, 50, 100, letters=38) + paragraph(SECOND, 320, 87, letters=38))

    assert blocks(document) == [FIRST, SECOND]


def test_a_long_address_that_sticks_out_of_its_column_does_not_end_it(read) -> None:
    address = "https://www.example.org/terms/of/service/and/everything?page=1"
    lines = paragraph(FIRST, 50, 100, letters=38).splitlines()
    left = "\n".join(lines) + words(f"See {address}", 50, 100 + 12 * len(lines)) + paragraph(FIRST, 50, 124 + 12 * len(lines), letters=38)

    document = read(left + paragraph(SECOND, 320, 100, letters=38) + paragraph(SECOND, 320, 172, letters=38))

    assert blocks(document)[-2:] == [SECOND, SECOND]


def test_text_under_the_columns_comes_after_them(read) -> None:
    below = "This line runs over the full width of the page, under both of the columns that stand above it."

    document = read(paragraph(FIRST, 50, 100, letters=38) + paragraph(SECOND, 320, 100, letters=38) + words(below, 50, 200, size=9))

    assert blocks(document) == [FIRST, SECOND, below]


def test_a_paragraph_runs_on_from_one_column_to_the_next(read) -> None:
    whole = f"{FIRST} {SECOND}"
    lines = paragraph(whole, 50, 100, letters=38).splitlines()
    half = len(lines) // 2
    moved = paragraph(whole, 320, 100 - half * 12, letters=38).splitlines()

    document = read("\n".join(lines[:half] + moved[half:]))

    assert blocks(document) == [whole]


def test_labels_and_values_without_rulings_are_rows(read) -> None:
    rows = [("Territory:", "Universe"), ("Term:", "Perpetuity"), ("Media:", "All media now known"), ("Fee:", "500 pounds")]

    document = read("".join(words(label, 60, 100 + 20 * at) + words(value, 200, 100 + 20 * at) for at, (label, value) in enumerate(rows)))

    assert [tuple(cell.of(document.text) for cell in block.cells) for block in document.blocks] == rows
    assert {block.kind for block in document.blocks} == {"row"}


def test_labels_in_one_frame_and_values_in_another_are_still_rows(read) -> None:
    labels = "".join(words(text, 60, 100 + 20 * at) for at, text in enumerate(["Territory:", "Term:", "Media:"]))
    values = "".join(words(text, 200, 100 + 20 * at) for at, text in enumerate(["Universe", "Perpetuity", "All media"]))

    document = read(labels + values)

    assert blocks(document) == ["Territory: | Universe", "Term: | Perpetuity", "Media: | All media"]


def test_a_value_of_several_lines_stays_with_its_label(read) -> None:
    document = read(
        words("Territory:", 60, 100)
        + words("Universe and all other", 200, 100)
        + words("places now known", 200, 112)
        + words("Term:", 60, 140)
        + words("Perpetuity", 200, 140)
    )

    assert blocks(document) == ["Territory: | Universe and all other places now known", "Term: | Perpetuity"]


def test_a_number_that_hangs_in_the_margin_belongs_to_its_clause(read) -> None:
    document = read(
        words("4.2", 50, 100) + paragraph(FIRST, 90, 100, letters=60) + words("4.3", 50, 160) + paragraph(SECOND, 90, 160, letters=60)
    )

    assert blocks(document) == [f"4.2 {FIRST}", f"4.3 {SECOND}"]
    assert [block.number.of(document.text) for block in document.blocks if block.number] == ["4.2", "4.3"]
