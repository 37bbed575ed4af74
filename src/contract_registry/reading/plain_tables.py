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
    columns = {at: {cell.at - stanza[at].start + stanza[at].indent for cell in cells[1:] if cell.at} for at, cells in spaced.items()}
    aligned = {at for at in columns for near in (at - 1, at + 1) if _meet(columns[at], columns.get(near, set()))}
    return barred | {at: cells for at, cells in spaced.items() if at in aligned and all(len(cell.text) <= _LONGEST_CELL for cell in cells)}


def _meet(one: set[int], other: set[int]) -> bool:
    """Whether a column begins at the same place in both lines, give or take one."""
    return any(start + slack in other for start in one for slack in (-1, 0, 1))


def _cells(line: Line, between: re.Pattern[str]) -> tuple[Piece, ...]:
    cells, start = [], 0
    for gap in between.finditer(line.text):
        if gap.start() > 0:
            cells.append(Piece(line.text[start : gap.start()], line.start + start))
        start = gap.end()
    if start < len(line.text):
        cells.append(Piece(line.text[start:], line.start + start))
    return tuple(cells)
