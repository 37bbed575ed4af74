"""Finds the gaps that run down several rows of a page, so that text stands on both sides of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from contract_registry.reading.layout.cells import Cell, right_of
from contract_registry.reading.layout.rows import Row

_NARROWEST = 0.9
"""The narrowest gap between columns, in letter heights."""
_SURELY = 4
"""A gap that divides this many rows is no chance."""
_TIGHT = 1.5
_LESS_THAN_A_LINE = 0.8
_FAR = 1.7
"""A step down of more than this many of the usual ones ends a block set in columns."""


@dataclass(slots=True)
class Run:
    """Consecutive rows with a common gap, from `start` up to but without `end`; `gap` is what is free in all of them."""

    start: int
    end: int
    gap: tuple[float, float]
    both: list[int] = field(default_factory=list)


def run_from(rows: Sequence[Row], cells: Sequence[list[Cell]], start: int) -> Run | None:
    """The rows from `start` on that leave a gap free in which they are divided; None when only that row is, or none."""
    best: Run | None = None
    for gap in _gaps(rows, cells, start):
        run = _followed(rows, cells, Run(start, start + 1, gap, [start]))
        if len(run.both) > 1 and (best is None or (len(run.both), run.gap[1] - run.gap[0]) > (len(best.both), best.gap[1] - best.gap[0])):
            best = run
    return best


def _gaps(rows: Sequence[Row], cells: Sequence[list[Cell]], start: int) -> Iterator[tuple[float, float]]:
    """The gaps that row `start` leaves: between its cells, or between it and the row beside it that stands a little lower."""
    yield from ((right_of(left), right[0].x0) for left, right in pairwise(cells[start]))
    if start + 1 < len(rows):
        left, right = sorted(rows[start : start + 2], key=lambda row: row.x0)
        gap = left.x1, right.x0
        if gap[1] - gap[0] >= _NARROWEST * left.size and _faces(rows[start], rows[start + 1], gap):
            yield gap


def _faces(above: Row, row: Row, gap: tuple[float, float]) -> bool:
    """Whether two rows stand beside each other on the two sides of `gap`, their baselines less than a line apart."""
    if row.baseline - above.baseline >= _LESS_THAN_A_LINE * min(above.size, row.size):
        return False
    return (above.x1 <= gap[0] + 1 and row.x0 >= gap[1] - 1) or (row.x1 <= gap[0] + 1 and above.x0 >= gap[1] - 1)


def _followed(rows: Sequence[Row], cells: Sequence[list[Cell]], run: Run) -> Run:
    """The run extended downwards as far as its gap stays free and its rows stay together."""
    for at in range(run.start + 1, len(rows)):
        gap = _narrowed(run.gap, cells[at])
        if gap is None or gap[1] - gap[0] < _NARROWEST * rows[at].size:
            if _sticks_out(rows, cells[at], run):
                continue
            break
        run.gap = gap
        if (rows[at].x0 < gap[0] and rows[at].x1 > gap[1]) or _faces(rows[at - 1], rows[at], gap):
            run.both.append(at)
    run.end = _settled_end(rows, run)
    return run


def _sticks_out(rows: Sequence[Row], row: Sequence[Cell], run: Run) -> bool:
    """Whether `row` only closes the gap because a long word of the left column (an address) sticks out into it.

    The file then prints it before anything of the right column; a title across both columns comes after what stands above it.
    """
    if len(run.both) < _SURELY:
        return False
    right = [piece.order for at in run.both for piece in rows[at].pieces if piece.x0 >= run.gap[1] - 1]
    closing = [piece.order for cell in row for piece in cell if piece.x0 < run.gap[0] and piece.x1 > run.gap[0]]
    return bool(right and closing) and max(closing) < min(right)


def _narrowed(gap: tuple[float, float], cells: Sequence[Cell]) -> tuple[float, float] | None:
    """What of `gap` stays free beside `cells`: its widest part between them."""
    low, high = gap
    free, edge = [], low
    for cell in cells:
        x0, x1 = cell[0].x0, right_of(cell)
        if x1 <= low or x0 >= high:
            continue
        free.append((edge, x0))
        edge = max(edge, x1)
    free.append((edge, high))
    widest = max(free, key=lambda part: part[1] - part[0])
    return widest if widest[1] > widest[0] else None


def _settled_end(rows: Sequence[Row], run: Run) -> int:
    """Where the run ends: rows after the last divided one stay in it while they follow closely."""
    last = run.both[-1]
    steps = [below.baseline - above.baseline for above, below in pairwise(rows[run.start : last + 1])]
    usual = median(steps) if steps else 0.0
    end = last + 1
    while end < len(rows) and end < run.end + len(rows) and _stays(rows, end, run, usual):
        end += 1
    return end


def _stays(rows: Sequence[Row], at: int, run: Run, usual: float) -> bool:
    row = rows[at]
    one_sided = row.x1 <= run.gap[0] + 1 or row.x0 >= run.gap[1] - 1
    return one_sided and row.baseline - rows[at - 1].baseline <= _FAR * max(min(usual, 2 * row.size), row.size)


def led_in(above: Sequence[Row], run: Run, first: Row) -> int:
    """How many of the rows before a run belong to it: its right column may begin higher than its left."""
    led, below = 0, first
    for count, row in enumerate(reversed(above), start=1):
        beside = row.x1 <= run.gap[0] + 1 or row.x0 >= run.gap[1] - 1
        if not beside or below.baseline - row.baseline > _FAR * row.size:
            break
        led, below = count if row.x0 >= run.gap[1] - 1 else led, row
    return led


def is_chance(rows: Sequence[Row], run: Run) -> bool:
    """Whether the gap merely happens to run down a few lines of justified text: the next line above or below closes it."""
    if len(run.both) >= _SURELY:
        return False
    widest = max(row.x1 for row in rows[run.start : run.end])
    for inside, near in ((run.start, run.start - 1), (run.end - 1, run.end)):
        if 0 <= near < len(rows) and abs(rows[near].baseline - rows[inside].baseline) <= _TIGHT * rows[inside].size:
            closes = any(piece.x0 < run.gap[0] and piece.x1 > run.gap[1] for piece in rows[near].pieces)
            if closes and rows[near].x1 >= widest - rows[inside].size:
                return True
    return False
