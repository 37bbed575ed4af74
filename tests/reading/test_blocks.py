"""The canonical text: even white space, nothing invisible, every letter traced."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contract_registry.core.document import Document
from contract_registry.core.text import Span
from contract_registry.errors import EmptyFile, TooLarge
from contract_registry.reading.blocks import BlockWriter, Piece
from contract_registry.reading.limits import Limits


def written(writer: BlockWriter, raw: str = "", limits: Limits | None = None) -> Document:
    return writer.document(name="a", media_type="text/plain", data=b"a", raw=raw, reader="test", limits=limits or Limits())


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("  two \t\n words ", "two words"),
        ("no\u00a0break\u2003space\u2028end", "no break space end"),
        ("so\u00adft hy\u200bphens\ufeff", "soft hyphens"),
        ("right\u202eto\u202cleft", "righttoleft"),
        ("“kept” – as ‘typed’…", "“kept” – as ‘typed’…"),
        ("ring\x07bell", "ringbell"),
    ],
)
def test_white_space_is_made_even_and_the_invisible_left_out(words: str, text: str) -> None:
    writer = BlockWriter()

    writer.write([Piece(words, 0)])

    assert written(writer).text == text


def test_words_of_several_pieces_are_parted_only_where_a_blank_was() -> None:
    writer = BlockWriter()

    writer.write([Piece("irre"), Piece("vocable "), Piece(" licence")])

    assert written(writer).text == "irrevocable licence"


def test_a_block_that_prints_nothing_is_not_written() -> None:
    writer = BlockWriter()

    assert writer.write([Piece(" \u200b ")]) is None
    assert writer.write_row([[Piece("")], [Piece(" ")]]) is None
    with pytest.raises(EmptyFile):
        written(writer)


def test_the_printed_number_of_an_item_is_part_of_its_block() -> None:
    writer = BlockWriter()

    block = writer.write([Piece("The Work")], "item", level=1, number=Piece("(b)"))

    assert block
    assert block.number
    assert block.span.of(written(writer).text) == "(b) The Work"
    assert block.number.of(written(writer).text) == "(b)"


def test_empty_cells_keep_their_place_in_a_row() -> None:
    writer = BlockWriter()
    writer.write([Piece("before")])

    row = writer.write_row([[], [Piece("Fee")], [], [Piece("£5")]])

    assert row
    text = written(writer).text
    assert row.span.of(text) == "Fee | £5"
    assert [cell.of(text) for cell in row.cells] == ["", "Fee", "", "£5"]


def test_a_text_beyond_the_limit_on_characters_is_refused() -> None:
    writer = BlockWriter()
    writer.write([Piece("x" * 11)])

    with pytest.raises(TooLarge, match="11 characters"):
        written(writer, limits=Limits(characters=10))


@given(st.lists(st.lists(st.text(max_size=20), max_size=4), max_size=6))
def test_every_letter_leads_back_to_where_it_stood(blocks: list[list[str]]) -> None:
    raw = "".join(piece for block in blocks for piece in block)
    writer, at = BlockWriter(), 0
    for block in blocks:
        pieces = []
        for piece in block:
            pieces.append(Piece(piece, at))
            at += len(piece)
        writer.write(pieces)

    if not writer.blocks:
        return
    document = written(writer, raw)
    for place, letter in enumerate(document.text):
        if letter not in " \n":
            assert document.map.raw(Span(place, place + 1)).of(raw) == letter
    assert "\n" not in "".join(block.span.of(document.text) for block in document.blocks)
    assert document.text == "\n".join(block.span.of(document.text) for block in document.blocks)
