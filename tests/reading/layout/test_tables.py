"""Ruled tables reach the rules as rows with cells."""

from __future__ import annotations

from contract_registry.core.document import Document
from pdf_files import grid, paragraph, words

LONG = "The Author grants the Publisher the right to print the Work in volume form in all languages throughout the Territory for the term."


def rows(document: Document) -> list[list[str]]:
    return [[cell.of(document.text) for cell in block.cells] for block in document.blocks if block.kind == "row"]


def a_table(*cells: tuple[str, str]) -> str:
    ys = [100 + 24 * at for at in range(len(cells) + 1)]
    texts = "".join(words(label, 64, y + 16) + words(value, 204, y + 16) for (label, value), y in zip(cells, ys, strict=False))
    return grid([60, 200, 500], ys) + texts


def test_a_ruled_table_becomes_rows_between_bars(read) -> None:
    document = read(a_table(("Territory:", "Universe"), ("Term:", "Perpetuity")))

    assert rows(document) == [["Territory:", "Universe"], ["Term:", "Perpetuity"]]
    assert document.text == "Territory: | Universe\nTerm: | Perpetuity"
    assert {block.source for block in document.blocks} == {"table"}


def test_text_before_and_after_a_table_keeps_its_place(read) -> None:
    document = read(words("The deal is this:", 60, 80) + a_table(("Fee:", "500")) + words("Signed by both sides.", 60, 220))

    assert [block.span.of(document.text) for block in document.blocks] == ["The deal is this:", "Fee: | 500", "Signed by both sides."]


def test_a_cell_of_several_lines_is_one_cell(read) -> None:
    cell = paragraph(LONG, 204, 116, letters=44)

    document = read(
        grid([60, 200, 500], [100, 160, 184]) + words("Grant:", 64, 116) + cell + words("Term:", 64, 176) + words("Ten years", 204, 176)
    )

    assert rows(document) == [["Grant:", LONG], ["Term:", "Ten years"]]


def test_cells_that_touch_are_cut_at_their_sides(read) -> None:
    document = read(grid([60, 92, 160], [100, 124]) + words("Rate 12 months", 64, 116))

    assert rows(document) == [["Rate", "12 months"]]


def test_an_empty_cell_keeps_its_place(read) -> None:
    document = read(a_table(("Name:", ""), ("Address:", "12 High Street")))

    assert rows(document) == [["Name:", ""], ["Address:", "12 High Street"]]


def test_a_clause_set_in_a_table_with_its_number_beside_it_is_a_clause(read) -> None:
    document = read(
        grid([60, 100, 500], [100, 150, 200])
        + words("1.", 64, 116)
        + paragraph(LONG, 104, 116, letters=60)
        + words("2.", 64, 166)
        + words("The term is ten years.", 104, 166)
    )

    assert [(block.kind, block.span.of(document.text)) for block in document.blocks] == [
        ("item", f"1. {LONG}"),
        ("item", "2. The term is ten years."),
    ]


def test_a_cell_of_many_clauses_is_read_clause_by_clause(read) -> None:
    clauses = "".join(words(f"{at}. The Author grants a right of the {at}. kind.", 204, 116 + 24 * at) for at in range(1, 6))

    document = read(grid([60, 200, 500], [100, 270]) + words("Grant", 64, 116) + clauses)

    assert sum(block.number is not None for block in document.blocks) == 5


def test_a_coloured_ground_behind_words_is_no_table(read) -> None:
    ground = f"0.8 g 50 {842 - 129} 240 40 re f 0.8 g 290 {842 - 129} 120 40 re f 0 g\n"

    document = read(ground + paragraph(LONG, 50, 100, letters=60))

    assert [(block.kind, block.span.of(document.text)) for block in document.blocks] == [("paragraph", LONG)]


def test_a_table_that_runs_on_over_pages_is_not_taken_for_a_running_head(read) -> None:
    fees = [f"Fee for part {at}" for at in "abcd"]

    document = read(*(a_table((fee, "500"), ("and so on", "100")) for fee in fees))

    assert [row[0] for row in rows(document)][::2] == fees


def test_a_table_with_the_page_number_at_the_head_of_each_page_is_one(read) -> None:
    def page(at: int, clause: str) -> str:
        head = grid([60, 200, 500], [30, 50]) + words("Standard terms", 64, 44) + words(f"Page {at} of 4", 204, 44)
        return head + paragraph(f"{at}. {clause} {LONG}", 60, 100, letters=60)

    document = read(*(page(at, clause) for at, clause in enumerate(["Grant.", "Term.", "Money.", "Law."], start=1)))

    assert rows(document) == []
    assert [page.furniture[0].text for page in document.pages] == [f"Standard terms Page {at} of 4" for at in (1, 2, 3, 4)]


def test_a_frame_round_the_text_is_no_table(read) -> None:
    document = read(grid([40, 560], [80, 200]) + paragraph(LONG, 50, 100, letters=60))

    assert document.text == LONG
    assert document.blocks[0].kind == "paragraph"
