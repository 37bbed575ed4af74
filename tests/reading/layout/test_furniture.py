"""Running heads, feet and page numbers stand beside the text; nothing else is taken out of it."""

from __future__ import annotations

import pytest

from contract_registry.core.document import Document
from pdf_files import paragraph, words

CLAUSES = [
    "The Author grants the Publisher the right to print the Work.",
    "The Publisher pays the Author a royalty twice a year.",
    "The Author keeps all moral rights in the Work.",
    "Either party may end this Agreement on notice.",
    "The law of Scotland governs this Agreement.",
]


def body(at: int) -> str:
    return paragraph(f"{CLAUSES[at % 5]} {CLAUSES[(at + 2) % 5]}", 50, 200, letters=70)


def beside(document: Document) -> list[list[tuple[str, str]]]:
    return [[(one.kind, one.text) for one in page.furniture] for page in document.pages]


def test_heads_feet_and_page_numbers_that_count_up_are_furniture(read) -> None:
    document = read(
        *(
            words("Author and Publisher Ltd", 50, 40) + body(at) + words("Confidential", 50, 800) + words(f"Page {at + 1} of 4", 400, 820)
            for at in range(4)
        )
    )

    assert beside(document)[2] == [("head", "Author and Publisher Ltd"), ("foot", "Confidential"), ("page number", "Page 3 of 4")]
    assert "Publisher Ltd" not in document.text
    assert "Page" not in document.text


def test_odd_and_even_pages_may_have_heads_of_their_own(read) -> None:
    document = read(*(words(("The Work", "The Author")[at % 2], 50, 40) + body(at) for at in range(8)))

    assert [page[0][1] for page in beside(document)] == ["The Work", "The Author"] * 4


def test_page_numbers_need_no_fixed_height(read) -> None:
    document = read(*(body(at) + words(f"- {at + 1} -", 280, 260 + 30 * at) for at in range(5)))

    assert beside(document) == [[("page number", f"- {at + 1} -")] for at in range(5)]


def test_roman_page_numbers_are_page_numbers(read) -> None:
    document = read(*(body(at) + words(number, 290, 810) for at, number in enumerate(["i", "ii", "iii", "iv"])))

    assert [page[0][0] for page in beside(document)] == ["page number"] * 4


def test_numbers_stamped_for_a_court_are_furniture(read) -> None:
    document = read(*(body(at) + words(f"ABC{at + 1041:07}", 450, 820) for at in range(4)))

    assert [page[0][1] for page in beside(document)] == [f"ABC{at + 1041:07}" for at in range(4)]


def test_schedules_that_begin_their_pages_stay_in_the_text(read) -> None:
    document = read(*(words(f"SCHEDULE {at + 1}", 250, 60) + body(at) for at in range(4)))

    assert [title in document.text for title in ("SCHEDULE 1", "SCHEDULE 2", "SCHEDULE 3", "SCHEDULE 4")] == [True] * 4


def test_clauses_at_the_top_of_pages_stay_in_the_text(read) -> None:
    document = read(
        *(
            words(f"{at + 3}. The Author warrants that the Work is {word}.", 50, 60) + body(at)
            for at, word in enumerate(["new", "hers", "whole", "clean"])
        )
    )

    assert all(f"{at}. The Author warrants" in document.text for at in (3, 4, 5, 6))


def test_the_title_on_the_first_page_is_text_although_it_runs_on_as_a_head(read) -> None:
    document = read(
        words("Publishing Agreement", 150, 44, size=20) + body(0), *(words("Publishing Agreement", 50, 40) + body(at) for at in (1, 2, 3))
    )

    assert document.text.count("Publishing Agreement") == 1
    assert [len(page) for page in beside(document)] == [0, 1, 1, 1]


def test_words_that_recur_at_the_top_of_pages_within_a_paragraph_are_text(read) -> None:
    again = "The Publisher pays the Author a royalty on each copy sold, and the Author may check the accounts."

    document = read(
        *(paragraph(f"{again} {again} {CLAUSES[at]} {CLAUSES[at - 1]} {CLAUSES[at - 2]}", 50, 60, letters=70) for at in range(4))
    )

    assert document.text.count(again) == 8
    assert beside(document) == [[]] * 4


def test_a_signature_block_at_the_foot_is_text(read) -> None:
    document = read(body(0), body(1), body(2) + words("Signed: ____________", 50, 780) + words("Date: ____________", 300, 780))

    assert "Signed:" in document.text


def test_copies_of_one_page_keep_their_text(read) -> None:
    copy = "".join(words(clause, 50, 60 + 20 * at) for at, clause in enumerate(CLAUSES * 3))

    document = read(copy, copy, copy)

    assert document.text.count(CLAUSES[0]) == 9


def test_a_document_of_one_page_loses_only_its_page_number(read) -> None:
    document = read(words("Publishing Agreement", 50, 40) + body(0) + words("- 1 -", 280, 810))

    assert beside(document) == [[("page number", "- 1 -")]]
    assert "Publishing Agreement" in document.text


@pytest.mark.parametrize("last", ["1.", "(1)", "12 months"])
def test_a_number_that_is_not_a_page_number_stays(read, last: str) -> None:
    assert last in read(body(0) + words(last, 50, 810)).text


def test_pages_that_hold_nothing_else_keep_what_they_hold(read) -> None:
    document = read(*(words("Agreed", 50, 800) for _ in range(4)))

    assert document.text.count("Agreed") == 4
