"""Finds ruled tables among the lines drawn on a page, and which pieces stand in which cell.

The geometry is pdfplumber's, given the lines that PDFium found: the file is not parsed a second time.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

from contract_registry.core.document import Box
from contract_registry.reading.layout.rows import Row, rows
from contract_registry.reading.printed import Piece, Ruling

PLACEHOLDER = "\ufffc"
"""What the text of a piece begins with that stands for a table while a page is put into reading order; the table's words follow."""

_SNAP = 3.0
_SHORTEST_SIDE = 6.0
_MOST_PAIRS = 200_000
_MOST_CROSSINGS = 2_000
"""Drawings of more lines than these are no tables of words."""
_EDGE = 1.0


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table: its cells row by row, each with the lines printed in it."""

    box: Box
    rows: tuple[tuple[tuple[Row, ...], ...], ...]


def tables(pieces: Sequence[Piece], rulings: Sequence[Ruling]) -> tuple[list[Grid], list[Piece]]:
    """The ruled tables of a page that hold text, and the pieces outside them."""
    outside = list(pieces)
    found: list[Grid] = []
    for cells in _cells(rulings):
        grid, outside = _filled(cells, outside)
        if grid:
            found.append(grid)
    return found, outside


def placeholder(grid: Grid, order: int) -> Piece:
    """The piece that stands for `grid` in the reading order."""
    size = median([row.size for line in grid.rows for cell in line for row in cell])
    box = grid.box
    words = " ".join(row.text for line in grid.rows for cell in line for row in cell)
    return Piece(f"{PLACEHOLDER}{words}", array("f"), array("f"), box.x0, box.x1, box.y0, box.y1, box.y0 + size, size, order=order)


def _cells(rulings: Sequence[Ruling]) -> list[list[Box]]:
    """The cells of each table of at least two columns."""
    standing = [ruling for ruling in rulings if not ruling.lies and ruling.y1 - ruling.y0 >= _SHORTEST_SIDE]
    lying = [ruling for ruling in rulings if ruling.lies and ruling.x1 - ruling.x0 >= _SHORTEST_SIDE]
    if len(standing) < 2 or len(lying) < 2:  # noqa: PLR2004
        return []
    from pdfplumber import table  # 0.2 s, and most contracts have no ruled table

    edges = table.merge_edges([*map(_edge, standing), *map(_edge, lying)], _SNAP, _SNAP, _SNAP, _SNAP)
    upright = sum(edge["orientation"] == "v" for edge in edges)
    if upright * (len(edges) - upright) > _MOST_PAIRS:
        return []
    crossings = table.edges_to_intersections(edges, _SNAP, _SNAP)
    if not 4 <= len(crossings) <= _MOST_CROSSINGS:  # noqa: PLR2004
        return []
    groups = table.cells_to_tables(table.intersections_to_cells(crossings))
    return [[Box(*cell) for cell in group] for group in groups if _has_columns(group)]


def _edge(ruling: Ruling) -> dict[str, Any]:
    return {
        "x0": ruling.x0,
        "x1": ruling.x1,
        "top": ruling.y0,
        "bottom": ruling.y1,
        "width": ruling.x1 - ruling.x0,
        "height": ruling.y1 - ruling.y0,
        "orientation": "h" if ruling.lies else "v",
    }


def _has_columns(cells: Iterable[tuple[float, float, float, float]]) -> bool:
    tops = [top for _, top, _, _ in cells]
    return len(set(tops)) < len(tops)


def _filled(cells: Sequence[Box], pieces: Sequence[Piece]) -> tuple[Grid | None, list[Piece]]:
    """The table with its pieces, and the other pieces; no table when fewer than two cells hold any."""
    box = Box(min(c.x0 for c in cells), min(c.y0 for c in cells), max(c.x1 for c in cells), max(c.y1 for c in cells))
    held: dict[Box, list[Piece]] = defaultdict(list)
    outside: list[Piece] = []
    sides = sorted({side for cell in cells for side in (cell.x0, cell.x1)})
    for piece in pieces:
        if not _is_in(piece, box):
            outside.append(piece)
            continue
        for part in _cut(piece, sides):
            cell = next((cell for cell in cells if _is_in(part, cell)), None)
            if cell is None:
                outside.append(part)
            else:
                held[cell].append(part)
    if len(held) < 2:  # noqa: PLR2004
        return None, list(pieces)
    return Grid(box, tuple(_by_rows(cells, held))), outside


def _by_rows(cells: Sequence[Box], held: dict[Box, list[Piece]]) -> Iterator[tuple[tuple[Row, ...], ...]]:
    by_top: dict[float, list[Box]] = defaultdict(list)
    for cell in cells:
        by_top[cell.y0].append(cell)
    for top in sorted(by_top):
        row = tuple(tuple(rows(held[cell])) if cell in held else () for cell in sorted(by_top[top], key=lambda cell: cell.x0))
        if any(row):
            yield row


def _cut(piece: Piece, sides: Sequence[float]) -> Iterator[Piece]:
    """`piece` in parts, where it runs over the sides of cells."""
    if not piece.left:
        yield piece
        return
    start = 0
    for side in sides:
        if piece.x0 + _EDGE < side < piece.x1 - _EDGE:
            at = bisect_left(piece.left, side - _EDGE)
            if start < at < len(piece.text) and (part := piece.cut(start, at)):
                yield part
                start = at
    if rest := piece.cut(start, len(piece.text)):
        yield rest


def _is_in(piece: Piece, box: Box) -> bool:
    """Whether the middle of `piece` lies in `box`; pieces that only begin in it are cut first."""
    x, y = (piece.x0 + piece.x1) / 2, (piece.top + piece.bottom) / 2
    return box.x0 <= x <= box.x1 and box.y0 <= y <= box.y1
