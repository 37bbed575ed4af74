"""Tables of facts come out as rows; tables that only place clauses come out as clauses."""

from __future__ import annotations

from word_files import blocks, in_list, level, lists, p, read, table

PROSE = (
    "The Author hereby grants to the Publisher, for the full term of copyright and throughout the Universe, the sole and exclusive right "
    * 3
)


def test_facts_side_by_side_are_a_row_with_its_cells() -> None:
    document = read(table(("Territory", "Universe"), ("Term", "Perpetuity")))

    assert blocks(document) == ["Territory | Universe", "Term | Perpetuity"]
    assert [(block.kind, block.source) for block in document.blocks] == [("row", "table")] * 2
    assert [[cell.of(document.text) for cell in block.cells] for block in document.blocks] == [
        ["Territory", "Universe"],
        ["Term", "Perpetuity"],
    ]


def test_an_empty_cell_keeps_its_place_in_the_row() -> None:
    document = read(table(("Medium", "", "Fee"), ("Print", "yes", "500")))

    assert [[cell.of(document.text) for cell in block.cells] for block in document.blocks] == [
        ["Medium", "", "Fee"],
        ["Print", "yes", "500"],
    ]


def test_a_cell_with_several_paragraphs_is_no_row() -> None:
    document = read(table((p("1. Grant") + p("The Author grants a licence."), "Note")))

    assert [(block.kind, block.source) for block in document.blocks] == [("paragraph", "table")] * 3
    assert blocks(document) == ["1. Grant", "The Author grants a licence.", "Note"]


def test_long_prose_in_a_cell_is_no_row() -> None:
    assert blocks(read(table(("Grant", PROSE)))) == ["Grant", PROSE.strip()]


def test_a_lone_cell_is_a_paragraph() -> None:
    assert [block.kind for block in read(table(("The Author waives all moral rights.",), ("", "Second."))).blocks] == ["paragraph"] * 2


def test_a_number_in_a_cell_of_its_own_stands_before_its_clause() -> None:
    assert blocks(read(table(("1.1", "The Author grants a licence."), ("(a)", "in print")))) == [
        "1.1 The Author grants a licence.",
        "(a) in print",
    ]


def test_an_automatic_number_in_a_cell_of_its_own_stands_before_its_clause() -> None:
    document = read(table((p("", properties=in_list(1)), PROSE)), numbering=lists(level(0, "%1.")))

    assert document.text == f"1. {PROSE.strip()}"
    assert document.blocks[0].number is not None


def test_an_automatic_number_inside_a_row_is_printed() -> None:
    row = (p("Print rights", properties=in_list(1)), "yes")

    assert blocks(read(table(row, row), numbering=lists(level(0, "%1.")))) == ["1. Print rights | yes", "2. Print rights | yes"]


def test_tables_inside_tables_are_read_in_order() -> None:
    inner = table(("Territory", "World"))

    assert blocks(read(table((p("Before.") + inner + p("After."), "Beside.")))) == ["Before.", "Territory | World", "After.", "Beside."]


def test_merged_cells_are_printed_once() -> None:
    body = (
        "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr>" + p("Rights") + "</w:tc><w:tc>" + p("Fee") + "</w:tc></w:tr>"
        "<w:tr><w:tc><w:tcPr><w:vMerge w:val='restart'/></w:tcPr>"
        + p("Print")
        + "</w:tc><w:tc>"
        + p("World")
        + "</w:tc><w:tc>"
        + p("500")
        + "</w:tc></w:tr>"
        "<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>"
        + p("")
        + "</w:tc><w:tc>"
        + p("UK")
        + "</w:tc><w:tc>"
        + p("100")
        + "</w:tc></w:tr></w:tbl>"
    )

    document = read(body)

    assert blocks(document) == ["Rights | Fee", "Print | World | 500", "UK | 100"]
    assert [len(block.cells) for block in document.blocks] == [2, 3, 3]


def test_rows_and_cells_inside_content_controls_are_read() -> None:
    cell = f"<w:sdt><w:sdtContent><w:tc>{p('World')}</w:tc></w:sdtContent></w:sdt>"
    body = f"<w:tbl><w:sdt><w:sdtContent><w:tr><w:tc>{p('Territory')}</w:tc>{cell}</w:tr></w:sdtContent></w:sdt></w:tbl>"

    assert blocks(read(body)) == ["Territory | World"]


def test_words_that_stand_wrongly_between_rows_are_not_lost() -> None:
    assert blocks(read(f"<w:tbl>{p('Loose.')}<w:tr>{p('Looser.')}<w:tc>{p('Fast.')}</w:tc></w:tr></w:tbl>")) == [
        "Loose.",
        "Looser. | Fast.",
    ]


def test_a_cell_with_lines_broken_by_hand_stays_in_its_row() -> None:
    lines = "<w:r><w:t>Jane Roe</w:t><w:br/><w:t>London</w:t></w:r>"

    assert blocks(read(table(("Author", p(lines))))) == ["Author | Jane Roe London"]
