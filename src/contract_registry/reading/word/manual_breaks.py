"""Tells manual line breaks that part blocks (addresses, lists, whole clauses typed into one paragraph) from those that only end a line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from contract_registry.reading.blocks import Piece, prints_nothing
from contract_registry.reading.lines import Line
from contract_registry.reading.word.story import LINE_BREAK, PAGE_BREAK
from contract_registry.reading.wrapping import ITEM, margin, runs_on, splits_off

_BREAK = re.compile(f"[{LINE_BREAK}{PAGE_BREAK}]")


def parts(pieces: Sequence[Piece]) -> list[tuple[Piece, ...]]:
    """`pieces` in the blocks they make: apart at an empty line and at a break before which nothing is under way; otherwise together."""
    if not any(_BREAK.search(piece.text) for piece in pieces):
        return [tuple(pieces)]
    lines = list(_lines(pieces))
    seen = [Line(0, " ".join("".join(piece.text for piece in line).split())) for line in lines]
    filled = [line for line in seen if line.text]
    edge = margin(filled, None) if filled else None
    found: list[list[Piece]] = []
    paragraph: list[Line] = []
    for line, sight in zip(lines, seen, strict=True):
        if not sight.text:
            paragraph = []
        elif paragraph and _continues(paragraph, sight, edge):
            found[-1].extend((Piece(" "), *line))
            paragraph.append(sight)
        else:
            found.append(line)
            paragraph = [sight]
    return [tuple(part) for part in found if not prints_nothing("".join(piece.text for piece in part))]


def _continues(paragraph: Sequence[Line], below: Line, edge: int | None) -> bool:
    if runs_on(paragraph, below, edge):
        return True
    return ITEM.match(below.text) is None and not splits_off(paragraph[-1], below, None, typed_break=True)


def _lines(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    line: list[Piece] = []
    for piece in pieces:
        start = 0
        for found in _BREAK.finditer(piece.text):
            line.append(_part(piece, start, found.start()))
            yield line
            line, start = [], found.end()
        line.append(_part(piece, start, len(piece.text)))
    yield line


def _part(piece: Piece, start: int, end: int) -> Piece:
    return Piece(piece.text[start:end], None if piece.at is None else piece.at + start)
