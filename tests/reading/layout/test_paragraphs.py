"""Wrapped lines make one paragraph; separate clauses stay apart."""

from __future__ import annotations

from contract_registry.core.document import Document
from pdf_files import paragraph, words

LONG = (
    "The Author grants the Publisher the exclusive right to print, publish and sell the Work in volume form in all languages throughout the Territory "
    "during the full term of copyright, and the Publisher accepts that grant on the terms set out below."
)
OTHER = "The Publisher pays the Author the royalties set out in the Schedule, twice a year, and sends a statement of account with each of the payments."


def blocks(document: Document) -> list[str]:
    return [block.span.of(document.text) for block in document.blocks]


def test_wrapped_lines_are_joined_by_single_spaces(read) -> None:
    assert read(paragraph(LONG, 50, 100, letters=60)).text == LONG


def test_a_space_between_paragraphs_divides_them(read) -> None:
    assert blocks(read(paragraph(LONG, 50, 100, letters=60) + paragraph(OTHER, 50, 166, letters=60))) == [LONG, OTHER]


def test_an_indent_divides_paragraphs_set_without_spaces(read) -> None:
    first = paragraph(LONG, 50, 100, letters=60, indent=4)
    second = paragraph(OTHER, 50, 100 + 12 * len(first.splitlines()), letters=60, indent=4)

    assert blocks(read(first + second)) == [LONG, OTHER]


def test_an_indent_begins_a_paragraph_even_after_one_of_a_single_full_line(read) -> None:
    texts = [LONG, OTHER, "The Author keeps all the rights that are not granted above.", LONG, OTHER]
    drawn, y = "", 100
    for text in texts:
        lines = paragraph(text, 50, y, letters=60, indent=4)
        drawn, y = drawn + lines, y + 12 * len(lines.splitlines())

    assert blocks(read(drawn)) == texts


def test_items_that_hang_are_items(read) -> None:
    first = paragraph(f"(a) {LONG}", 50, 100, letters=60, hang=4)
    second = paragraph(f"(b) {OTHER}", 50, 100 + 12 * len(first.splitlines()), letters=60, hang=4)

    document = read(first + second)

    assert blocks(document) == [f"(a) {LONG}", f"(b) {OTHER}"]
    assert [(block.kind, block.number and block.number.of(document.text)) for block in document.blocks] == [
        ("item", "(a)"),
        ("item", "(b)"),
    ]


def test_short_lines_stand_alone(read) -> None:
    lines = ["Acme Publishing Ltd", "12 High Street", "Edinburgh EH1 1AA", "Attention: Legal Department"]

    assert blocks(
        read("".join(words(text, 50, 100 + 12 * at) for at, text in enumerate(lines)) + paragraph(LONG, 50, 180, letters=80))
    ) == [*lines, LONG]


def test_items_without_punctuation_stay_apart(read) -> None:
    items = ["(a) print rights in the Work", "(b) film rights in it", "(c) Annex C - other rights"]

    document = read(paragraph(LONG, 50, 64, letters=80) + "".join(words(text, 70, 110 + 12 * at) for at, text in enumerate(items)))

    assert blocks(document)[1:] == items


def test_lettered_items_follow_one_another_over_a_page_break(read) -> None:
    first, second = (
        "a. to make use of a search engine for the sole purpose of giving direct links to the Site; and",
        "b. to print one copy of it.",
    )

    document = read(paragraph(first, 50, 700, letters=94), paragraph(second, 50, 60, letters=94))

    assert blocks(document) == [first, second]


def test_a_reference_that_wraps_before_its_number_is_not_an_item(read) -> None:
    text = "The Author may end this Agreement at any time under clause"
    rest = "4.2 of this Agreement if the Publisher fails to pay the royalties that fall due under it."

    assert blocks(read(words(text, 50, 100) + paragraph(rest, 50, 112, letters=58))) == [f"{text} {rest}"]


def test_a_count_in_the_middle_of_a_sentence_is_not_an_item(read) -> None:
    first, second = "The Author shall give interviews for a total of sixty", "(60) minutes in each year of the term of this Agreement."

    assert blocks(read(words(first, 74, 100) + words(second, 50, 112))) == [f"{first} {second}"]


def test_numbers_counted_inside_a_paragraph_do_not_divide_it(read) -> None:
    lines = [
        "The Publisher shall (i) print the Work within one year;",
        "(ii) sell it at a fair price throughout the Territory; and",
        "(iii) account to the Author.",
    ]

    assert len(blocks(read("".join(words(text, 50, 100 + 12 * at) for at, text in enumerate(lines))))) == 1


def test_bullets_of_one_line_each_are_items(read) -> None:
    document = read(
        "".join(
            words(f"• {text}", 70, 100 + 12 * at, font="F1")
            for at, text in enumerate(["print rights;", "film rights;", "10 audio titles."])
        )
    )

    assert [block.number.of(document.text) for block in document.blocks if block.number] == ["•"] * 3


def test_a_sentence_runs_over_the_page_break_although_each_page_has_its_foot(read) -> None:
    lines = paragraph(LONG, 50, 700, letters=60).splitlines()
    after = paragraph(LONG, 50, 60 - 24, letters=60).splitlines()

    document = read("\n".join(lines[:2]) + "\n" + words("Page 1", 270, 820), "\n".join(after[2:]) + "\n" + words("Page 2", 270, 820))

    assert document.text == LONG
    assert [place.page for place in document.boxes(document.blocks[0].span)] == [1, 2]


def test_a_new_clause_at_the_top_of_a_page_is_a_new_block(read) -> None:
    document = read(paragraph(f"1. {LONG}", 50, 700, letters=60), paragraph(f"2. {OTHER}", 50, 60, letters=60))

    assert blocks(document) == [f"1. {LONG}", f"2. {OTHER}"]


def test_lines_of_a_table_of_contents_stay_apart_and_are_marked(read) -> None:
    document = read(
        "".join(words(f"{title} {'.' * 40} {at + 2}", 50, 100 + 12 * at) for at, title in enumerate(["Grant", "Term", "Royalties", "Law"]))
    )

    assert len(document.blocks) == 4
    assert [mark.kind for mark in document.marks] == ["contents"]


def test_a_line_to_fill_in_ends_its_block(read) -> None:
    first, second = "The total fee for all of the work under this contract: $_________", "Method of payment (check one):"

    assert blocks(read(words(first, 50, 100) + words(second, 50, 112) + paragraph(LONG, 50, 150, letters=66))) == [first, second, LONG]
