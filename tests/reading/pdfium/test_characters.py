"""What a file says its glyphs mean, made into letters."""

from __future__ import annotations

from pdf_files import Page, mapped_font, words
from reading_checks import read_pages


def test_ligatures_are_taken_apart_with_a_map_back() -> None:
    font = mapped_font({**{code: chr(code) for code in range(32, 127)}, 1: "\ufb01", 2: "\ufb03"})

    document = read_pages(Page(words("A \x01nal o\x02ce, \x01t for use.", 100, 200, font="L"), fonts={"L": font}))

    assert document.text == "A final office, fit for use."


def test_letters_outside_the_basic_plane_are_one_letter() -> None:
    font = mapped_font({**{code: chr(code) for code in range(32, 127)}, 1: "\U0001f600"})

    assert read_pages(Page(words("Signed \x01 today", 100, 200, font="L"), fonts={"L": font})).text == "Signed \U0001f600 today"


def test_broken_halves_of_letters_become_the_sign_for_no_letter() -> None:
    font = mapped_font({**{code: chr(code) for code in range(32, 127)}, 1: "\ud83d"})

    document = read_pages(Page(words("The Author\x01 waives all moral rights.", 100, 200, font="L"), fonts={"L": font}))

    assert document.text == "The Author\ufffd waives all moral rights."
    document.text.encode()


def test_one_glyph_without_a_letter_condemns_no_page() -> None:
    font = mapped_font({**{code: chr(code) for code in range(32, 127)}, 1: "\ufffd"})

    document = read_pages(Page(words("The Author\x01s heirs waive all moral rights in the Work.", 100, 200, font="L"), fonts={"L": font}))

    assert document.problems == ()
    assert document.pages[0].origin == "text layer"
