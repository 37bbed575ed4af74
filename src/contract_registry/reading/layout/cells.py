"""Groups the pieces of a row to cells: what surely belongs together, whatever stands beside it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import TypeAlias

from contract_registry.core.clauses.numbering import parse_number
from contract_registry.reading.layout.rows import Row
from contract_registry.reading.printed import Piece

Cell: TypeAlias = tuple[Piece, ...]

_LEADERS = re.compile(r"(?:\.|\s\.|…){4,}$")
_LEADING = 20
_CLOSE = 1.0
"""Pieces nearer than this many letter heights make one cell."""
_HANGING = 9.0
"""A printed number and its words may stand this many letter heights apart."""
_FEW_STARTS = 3
_OVERPRINTED = 0.5


def cells_of(row: Row, starts: Mapping[int, int]) -> list[Cell]:
    """The pieces of a row in groups that surely belong together; a printed number where lines start belongs to the words after it."""
    groups: list[list[Piece]] = [[row.pieces[0]]]
    for before, piece in pairwise(row.pieces):
        gap = piece.x0 - max(one.x1 for one in groups[-1])
        if gap < -_OVERPRINTED * piece.size and piece.origin == "print":
            groups.append([piece])
            continue
        hangs = len(groups[-1]) == 1 and _is_number(before.text) and (len(groups) == 1 or _starts_lines(before, starts))
        near = _HANGING if hangs or _LEADERS.search(before.text[-_LEADING:]) else _CLOSE
        if gap <= near * max(before.size, piece.size):
            groups[-1].append(piece)
        else:
            groups.append([piece])
    return [tuple(group) for group in groups]


def _starts_lines(piece: Piece, starts: Mapping[int, int]) -> bool:
    return sum(starts.get(round(piece.x0) + slack, 0) for slack in (-1, 0, 1)) >= _FEW_STARTS


def _is_number(text: str) -> bool:
    number = parse_number(text, 0, len(text))
    return number is not None and number.end >= len(text)


def right_of(cell: Cell) -> float:
    """Where a cell ends across the page."""
    return max(piece.x1 for piece in cell)


def pieces_of(cells: Sequence[Cell]) -> list[Piece]:
    return [piece for cell in cells for piece in cell]
