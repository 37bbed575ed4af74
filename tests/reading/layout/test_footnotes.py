"""Footnotes come after the paragraph that runs on over them; their calls are no part of the words."""

from __future__ import annotations

from pdf_files import HEIGHT, line, paragraph, words

NOTE = "See the Schedule for what counts as net receipts."


def with_call(before: str, call: str, after: str, x: float, y: float) -> str:
    return f"BT /F5 11 Tf {x} {HEIGHT - y} Td ({before}) Tj /F5 7 Tf 4 Ts ({call}) Tj 0 Ts /F5 11 Tf ({after}) Tj ET\n"


def test_a_sentence_runs_on_over_the_footnote_under_it(read) -> None:
    first = with_call("The Publisher pays a royalty on net receipts", "1", " in each half year, and does so", 50, 700)
    note = line(50, 740, 180, 740) + words(f"1 {NOTE}", 50, 756, size=8, font="F5")

    document = read(first + note, words("on time and in full.", 50, 60, size=11, font="F5"))

    assert [(block.source, block.span.of(document.text)) for block in document.blocks] == [
        ("body", "The Publisher pays a royalty on net receipts in each half year, and does so on time and in full."),
        ("footnote", f"1 {NOTE}"),
    ]


def test_the_call_of_a_footnote_is_marked_where_it_stood(read) -> None:
    document = read(with_call("The Publisher pays on net receipts", "12", " each year.", 50, 700))

    (mark,) = document.marks
    assert document.text == "The Publisher pays on net receipts each year."
    assert (mark.kind, mark.note, document.text[: mark.span.start]) == ("footnote mark", "12", "The Publisher pays on net receipts")


def test_a_unit_keeps_its_raised_number(read) -> None:
    assert "12 m2" in read(with_call("on a wall of 12 m", "2", " or more", 50, 700)).text


def test_a_clause_at_the_foot_in_small_print_is_no_footnote(read) -> None:
    small = paragraph("14. The Author waives all moral rights in the Work.", 50, 780, letters=90, size=8, leading=10)

    document = read(paragraph("13. The Publisher pays the Author a royalty on each copy sold.", 50, 100, letters=70) + small)

    assert {block.source for block in document.blocks} == {"body"}


def test_a_legend_under_many_pages_is_furniture(read) -> None:
    pages = [
        paragraph(f"{at}. The Publisher pays the Author a royalty on sales of the {name} edition.", 50, 100, letters=70)
        + line(50, 740, 180, 740)
        + words("* Portions of this page have been left out of this copy.", 50, 756, size=8)
        for at, name in enumerate(["first", "second", "third", "fourth"], start=1)
    ]

    document = read(*pages)

    assert "Portions" not in document.text
    assert all(any("Portions" in one.text for one in page.furniture) for page in document.pages)
