"""Finds the rows of tables drawn with spaces, tabs or bars in plain text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from contract_registry.reading.blocks import Piece
from contract_registry.reading.lines import Line
from contract_registry.reading.wrapping import ITEM

_BAR = re.compile(r"\s*[|│┃║]\s*")
_BARRED = re.compile(r"[|│┃║]|.*\S\s[|│┃║](?:\s|$)")
_GAP = re.compile(r"\s*\t\s*| {3,}")
_LONGEST_CELL = 60


def rows(stanza: Sequence[Line]) -> dict[int, tuple[Piece, ...]]:
    """The cells of each line of `stanza` that is a row of a table, by the line's place."""
    barred = {at: _cells(line, _BAR) for at, line in enumerate(stanza) if _BARRED.match(line.text)}
    spaced = {at: _cells(line, _GAP) for at, line in enumerate(stanza) if at not in barred and not ITEM.match(line.text)}
    aligned = {
        at for at in spaced for near in (at - 1, at + 1) if near in spaced and _aligned(stanza[at], spaced[at], stanza[near], spaced[near])
    }
    return barred | {at: cells for at, cells in spaced.items() if at in aligned and all(len(cell.text) <= _LONGEST_CELL for cell in cells)}


def _aligned(line: Line, cells: Sequence[Piece], other: Line, other_cells: Sequence[Piece]) -> bool:
    """Whether two lines have a column in common: one that begins at the same place, give or take one, or as many tabs."""
    if "\t" in line.text and "\t" in other.text:
        return len(cells) == len(other_cells) > 1
    there = _columns(other, other_cells)
    return any(start + slack in there for start in _columns(line, cells) for slack in (-1, 0, 1))


def _columns(line: Line, cells: Sequence[Piece]) -> set[int]:
    """The columns at which the cells after the first begin."""
    return {cell.at - line.start + line.indent for cell in cells[1:] if cell.at is not None}


def _cells(line: Line, between: re.Pattern[str]) -> tuple[Piece, ...]:
    cells, start = [], 0
    for gap in between.finditer(line.text):
        if gap.start() > 0:
            cells.append(Piece(line.text[start : gap.start()], line.start + start))
        start = gap.end()
    if start < len(line.text):
        cells.append(Piece(line.text[start:], line.start + start))
    return tuple(cells)
