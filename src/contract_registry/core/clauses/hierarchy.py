"""From blocks to a tree: each block read as heading, numbered clause, item or paragraph, and hung in its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from contract_registry.core.clauses.blocks import Piece, pieces
from contract_registry.core.clauses.entries import Entry, Place
from contract_registry.core.clauses.linking import Placed, linked
from contract_registry.core.clauses.numbering import PrintedNumber
from contract_registry.core.clauses.outline import Outline
from contract_registry.core.clauses.recitals import OPENING_CLAUSES, agrees, heads_recitals
from contract_registry.core.clauses.shape import Shape, first_letter, goes_on, shape_of
from contract_registry.core.clauses.tree import Clause
from contract_registry.core.document import Document


def clauses_of(document: Document) -> tuple[Clause, ...]:
    """The document's clauses in the order of the text, each in its place in the tree, with headings and remarks told apart from the rest."""
    return linked(document.text, tuple(_placed(document.text, tuple(pieces(document)))))


def _placed(text: str, every: Sequence[Piece]) -> Iterator[Placed]:
    outline = Outline()
    before: Placed | None = None
    for index, (piece, (following, number)) in enumerate(zip(every, _followings(every), strict=True)):
        if piece.is_aside:
            yield Placed(piece, Shape(piece.span), outline.beside())
            continue
        before = _place(text, index, piece, _Around(before, following, number), outline)
        yield before


class _Around(NamedTuple):
    """What stands around a piece in the run of the text: the piece before, the next one, and the next number that is no bullet."""

    before: Placed | None
    following: Piece | None
    number: PrintedNumber | None

    def is_going_on(self, text: str) -> bool:
        """Whether the piece before ends as an item does that is not the last of its list."""
        return self.before is not None and goes_on(text, self.before.shape.body)

    def is_cut(self, text: str) -> bool:
        """Whether the piece before breaks off in the middle of a sentence."""
        return self.before is not None and not self.before.shape.is_heading and text[self.before.piece.span.end - 1].isalpha()


def _followings(every: Sequence[Piece]) -> list[tuple[Piece | None, PrintedNumber | None]]:
    """For each piece, the next one in the run of the text and the next number."""
    found: list[tuple[Piece | None, PrintedNumber | None]] = []
    following, number = None, None
    for piece in reversed(every):
        found.append((following, number))
        if not piece.is_aside:
            following = piece
            number = piece.number if piece.number is not None and piece.number.form != "bullet" else number
    return found[::-1]


def _place(text: str, index: int, piece: Piece, around: _Around, outline: Outline) -> Placed:
    number = piece.number
    shape = shape_of(text, piece, around.following, is_in_list=outline.is_led or outline.is_in_list)
    if number is not None and _is_listed(piece, around.following, outline):
        place = outline.unmarked(Entry(index)) if outline.is_led else outline.paragraph(Entry(index))
        return Placed(piece, Shape(shape.body), place._replace(number=number.text))
    if number is not None and number.form != "bullet":
        numbered = outline.numbered(_entry(text, index, piece, shape), number)
        if numbered is not None:
            return Placed(piece, shape, numbered)
        piece = piece._replace(number=None)
        shape = shape_of(text, piece, around.following, is_in_list=outline.is_led or outline.is_in_list)
    if shape.is_heading and _stands_amid(text, piece, around, outline):
        shape = Shape(shape.body)
    is_going_on = around.is_going_on(text)
    return Placed(piece, shape, _unnumbered(text, piece, shape, _entry(text, index, piece, shape), outline, is_going_on=is_going_on))


def _stands_amid(text: str, piece: Piece, around: _Around, outline: Outline) -> bool:
    """Whether an unnumbered line that looks like a heading stands amid a sentence, or amid a list that goes on counting after it."""
    if piece.block.level is not None:
        return False
    if text[piece.span.end - 1] == "." and around.is_cut(text):
        return True
    return around.number is not None and outline.is_counting(around.number)


def _entry(text: str, index: int, piece: Piece, shape: Shape) -> Entry:
    block = piece.block
    title = shape.title.of(text) if shape.title else ""
    return Entry(
        index,
        shape.is_heading,
        heading_level=block.level if block.kind == "heading" and shape.is_heading else None,
        depth=block.level if block.kind == "item" else None,
        leads=shape.leads,
        is_titled=bool(title),
        recites=piece.number is None and shape.is_heading and heads_recitals(title),
        agrees=index < OPENING_CLAUSES and piece.number is None and agrees(text, shape.body),
    )


def _unnumbered(text: str, piece: Piece, shape: Shape, entry: Entry, outline: Outline, *, is_going_on: bool) -> Place:
    if shape.is_heading:
        return outline.heading(entry)
    if piece.block.kind == "item" or piece.number is not None:
        return outline.bullet(entry, piece.number.wrap if piece.number else "")
    begins_small = first_letter(text, piece).islower()
    if (
        piece.block.kind == "paragraph"
        and outline.is_led
        and (piece.box is not None or begins_small or is_going_on or goes_on(text, shape.body))
    ):
        return outline.unmarked(entry)
    if begins_small and outline.is_in_list:
        return outline.closing()
    return outline.paragraph(entry)


def _is_listed(piece: Piece, following: Piece | None, outline: Outline) -> bool:
    """Whether a line names a schedule in a list of them rather than beginning it: a list was led into, or another schedule follows at once."""
    number, after = piece.number, following.number if following else None
    if number is None or number.division != "schedule" or piece.block.kind in ("heading", "row"):
        return False
    return outline.is_led or (after is not None and after.division == "schedule" and after.parts != number.parts)
