"""Puts the rows of a page into reading order: columns one after the other, and what is set side by side in rows together.

Where a gap runs down several rows, the page has text on both sides of it. Running text, or text that the file itself prints
side after side, is read column by column; labels with their values are read row by row.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from contract_registry.reading.layout.cells import Cell, cells_of, pieces_of, right_of
from contract_registry.reading.layout.gutters import Run, is_chance, led_in, run_from
from contract_registry.reading.layout.records import ALIGNED, records
from contract_registry.reading.layout.rows import Row, row_of

_WORDY = 4
_MIXED = 0.5
_MOSTLY = 0.7
_WIDE = 0.6
_DEEPEST = 30
"""Columns within columns end somewhere."""


@dataclass(frozen=True, slots=True)
class Region:
    """Rows that are read from top to bottom, across the page or in one of its columns.

    `records` are set where they are the rows of a table without rulings: for each record its cells, for each cell its lines.
    """

    rows: tuple[Row, ...]
    records: tuple[tuple[tuple[Row, ...], ...], ...] = ()
    in_column: bool = False


def regions(rows: Sequence[Row], depth: int = 0) -> list[Region]:
    """The regions of a page, or of a part of it `depth` columns deep, in reading order."""
    if depth > _DEEPEST:
        return [Region(tuple(rows))]
    found: list[Region] = []
    plain: list[Row] = []
    at = 0
    starts = Counter(round(piece.x0) for row in rows for piece in row.pieces)
    cells = [cells_of(row, starts) for row in rows]
    while at < len(rows):
        run = run_from(rows, cells, at)
        if run is None or is_chance(rows, run):
            plain.append(rows[at])
            at += 1
            continue
        run.start -= led_in(plain, run, rows[at])
        plain = plain[: len(plain) - (at - run.start)]
        if plain:
            found.append(Region(tuple(plain)))
            plain = []
        found.extend(_divided(rows[run.start : run.end], cells[run.start : run.end], run, depth))
        at = run.end
    if plain:
        found.append(Region(tuple(plain)))
    return found


def _divided(rows: Sequence[Row], cells: Sequence[list[Cell]], run: Run, depth: int) -> Iterator[Region]:
    """The regions that a run makes: its two sides one after the other, the rows of a table, or simply its rows."""
    middle = (run.gap[0] + run.gap[1]) / 2
    left = [tuple(cell for cell in row if cell[0].x0 < middle) for row in cells]
    right = [tuple(cell for cell in row if cell[0].x0 >= middle) for row in cells]
    if _reads_down(left, right, len(run.both)):
        for side in (left, right):
            for region in regions([row_of(pieces_of(row)) for row in side if row], depth + 1):
                yield replace(region, in_column=True)
    elif _is_table(left, right):
        yield Region(tuple(rows), tuple(records(rows, cells)))
    else:
        yield Region(tuple(rows))


def _reads_down(left: Sequence[tuple[Cell, ...]], right: Sequence[tuple[Cell, ...]], both: int) -> bool:
    """Whether the two sides are columns of their own."""
    if _is_prose(left) and _is_prose(right):
        return True
    order = sorted((piece.order, side) for side, cells in enumerate((left, right)) for row in cells for cell in row for piece in cell)
    changes = sum(before[1] != after[1] for before, after in pairwise(order))
    return changes <= max(1, _MIXED * both) and both > 1 and not _are_labels(left) and not _are_amounts(right)


def _is_prose(side: Sequence[tuple[Cell, ...]]) -> bool:
    """Whether a side is made of running lines: most of them of several words and nearly as wide as the side."""
    lines = [row for row in side if row]
    if len(lines) < 4:  # noqa: PLR2004
        return False
    x0, x1 = min(row[0][0].x0 for row in lines), max(right_of(row[-1]) for row in lines)
    wordy = sum(sum(piece.text.count(" ") + 1 for piece in pieces_of(row)) >= _WORDY for row in lines)
    wide = sum(right_of(row[-1]) - row[0][0].x0 >= _WIDE * (x1 - x0) for row in lines)
    return wordy >= _MIXED * len(lines) and wide >= _MIXED * len(lines)


def _are_labels(side: Sequence[tuple[Cell, ...]]) -> bool:
    """Whether most cells of the left side name what stands to the right of them ("Territory:")."""
    texts = [pieces_of(row)[-1].text for row in side if row]
    return sum(text.endswith((":", "：")) for text in texts) > _MIXED * len(texts)


def _are_amounts(side: Sequence[tuple[Cell, ...]]) -> bool:
    """Whether most cells of the right side are figures, which say nothing without their labels."""
    texts = [pieces_of(row)[0].text for row in side if row]
    return sum(text[0] in "$€£%" or text[0].isdigit() for text in texts) > _MIXED * len(texts)


def _is_table(left: Sequence[tuple[Cell, ...]], right: Sequence[tuple[Cell, ...]]) -> bool:
    """Whether the right side is set in a column of its own, so that each row is a label with its value."""
    starts = [row[0][0].x0 for row in right if row]
    usual, near = median(starts), ALIGNED * next(row[0][0].size for row in right if row)
    aligned = sum(abs(start - usual) <= near for start in starts)
    return aligned >= _MOSTLY * len(starts) and sum(map(bool, left)) > 1
