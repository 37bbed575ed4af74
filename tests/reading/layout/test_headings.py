"""Headings are known by their looks."""

from __future__ import annotations

import pytest

from pdf_files import paragraph, words

TEXT = "The Author grants the Publisher the right to print the Work in volume form throughout the Territory for the term of copyright."


@pytest.mark.parametrize(
    "drawn",
    [
        words("Grant of rights", 50, 80, font="F4"),
        words("Grant of rights", 50, 80, size=14),
        words("GRANT OF RIGHTS", 50, 80),
        words("1. GRANT OF RIGHTS", 50, 80),
        words("Article 4 Grant of rights", 50, 80),
    ],
)
def test_a_short_line_that_stands_out_is_a_heading(read, drawn: str) -> None:
    assert [block.kind for block in read(drawn + paragraph(TEXT, 50, 100, letters=70)).blocks] == ["heading", "paragraph"]


@pytest.mark.parametrize(
    "drawn",
    [
        words("Grant of rights", 50, 80),
        words("THE AUTHOR AGREES TO ALL OF THIS, AND TO MUCH MORE THAN CAN BE SAID HERE.", 50, 80),
        words("By:", 50, 80, font="F4"),
        words("[Name of the Author]", 50, 80, font="F4"),
        words("Signed ____________", 50, 80, font="F4"),
    ],
)
def test_other_short_lines_are_not(read, drawn: str) -> None:
    assert [block.kind for block in read(drawn + paragraph(TEXT, 50, 100, letters=70)).blocks] == ["paragraph", "paragraph"]


def test_a_bold_heading_is_kept_from_the_text_that_follows_without_a_space(read) -> None:
    document = read(words("Grant of rights", 50, 88, font="F4") + paragraph(TEXT, 50, 100, letters=70))

    assert [block.span.of(document.text) for block in document.blocks] == ["Grant of rights", TEXT]


def test_a_lone_initial_numbers_nothing_but_letters_in_a_row_do(read) -> None:
    document = read(
        "".join(
            words(f"{letter}. The {name} is granted.", 50, 100 + 24 * at)
            for at, (letter, name) in enumerate([("A", "right"), ("B", "licence"), ("K", "Roberts agency")])
        )
    )

    assert [block.number.of(document.text) if block.number else None for block in document.blocks] == ["A.", "B.", None]
