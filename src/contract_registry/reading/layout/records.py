"""Reads a table without rulings: which cells of its rows belong together to one record."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from contract_registry.reading.layout.cells import Cell
from contract_registry.reading.layout.rows import Row, row_of
from contract_registry.reading.printed import Piece

ALIGNED = 0.75
"""Starts nearer than this, in letter heights, are one column's."""
_NEXT_LINE = 1.35


def records(rows: Sequence[Row], cells: Sequence[list[Cell]]) -> Iterator[tuple[tuple[Row, ...], ...]]:
    """The rows of a table without rulings: each begins where the first column does, unless its words run on from above."""
    near = ALIGNED * rows[0].size
    edges = _column_edges(cells, near)
    record: list[list[Row]] = []
    for row, parts in zip(rows, cells, strict=True):
        spread: list[list[Piece]] = [[] for _ in edges]
        for cell in parts:
            column = max((at for at, edge in enumerate(edges) if cell[0].x0 >= edge - near), default=0)
            spread[column].extend(cell)
        if record and (not spread[0] or _runs_on(record[0], spread[0], row)):
            for lines, pieces in zip(record, spread, strict=True):
                lines.extend([row_of(pieces)] if pieces else [])
        else:
            if record:
                yield tuple(map(tuple, record))
            record = [[row_of(pieces)] if pieces else [] for pieces in spread]
    yield tuple(map(tuple, record))


def _runs_on(label: Sequence[Row], words: Sequence[Piece], row: Row) -> bool:
    if not label or label[-1].text.endswith((":", "：")):
        return False
    is_next_line = row.baseline - label[-1].baseline <= _NEXT_LINE * row.size
    return is_next_line and (words[0].text[:1].islower() or words[0].text[:1] in "(&/")


def _column_edges(cells: Sequence[list[Cell]], near: float) -> list[float]:
    """Where the columns of a table begin: starts that several rows share."""
    starts = sorted(cell[0].x0 for row in cells for cell in row)
    groups: list[list[float]] = [[starts[0]]]
    for start in starts[1:]:
        if start - groups[-1][-1] <= near:
            groups[-1].append(start)
        else:
            groups.append([start])
    shared = [group[0] for group in groups if len(group) > 1]
    return shared if len(shared) > 1 else [groups[0][0], groups[-1][0]]
