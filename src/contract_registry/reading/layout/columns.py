"""Puts the rows of a page into reading order: columns one after the other, and what is set side by side in rows together.

Where a gap runs down several rows, the page has text on both sides of it. Running text, or text that the file itself prints
side after side, is read column by column; labels with their values are read row by row.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from statistics import median

from contract_registry.core.clauses.numbering import parse_number
from contract_registry.reading.layout.records import ALIGNED, Cell, records
from contract_registry.reading.layout.rows import Row, row_of
from contract_registry.reading.printed import Piece

_LEADERS = re.compile(r"(?:\.|\s\.|…){4,}$")
_LEADING = 20
_CLOSE = 1.0
"""Pieces nearer than this many letter heights make one cell."""
_HANGING = 9.0
"""A printed number and its words may stand this many letter heights apart."""
_NARROWEST = 0.9
"""The narrowest gap between columns, in letter heights."""
_WORDY = 4
_MIXED = 0.5
_SURELY = 4
_TIGHT = 1.5
_FEW_STARTS = 3
_OVERPRINTED = 0.5
_LESS_THAN_A_LINE = 0.8
_FAR = 1.7
"""A step down of more than this many of the usual ones ends a block set in columns."""


@dataclass(frozen=True, slots=True)
class Region:
    """Rows that are read from top to bottom, across the page or in one of its columns.

    `records` are set where they are the rows of a table without rulings: for each record its cells, for each cell its lines.
    """

    rows: tuple[Row, ...]
    records: tuple[tuple[tuple[Row, ...], ...], ...] = ()
    in_column: bool = False


@dataclass(slots=True)
class _Run:
    """Consecutive rows with a common gap, from `start` up to but without `end`; `gap` is what is free in all of them."""

    start: int
    end: int
    gap: tuple[float, float]
    both: list[int] = field(default_factory=list)


def regions(rows: Sequence[Row]) -> list[Region]:
    """The regions of a page, or of a part of it, in reading order."""
    found: list[Region] = []
    plain: list[Row] = []
    at = 0
    starts = Counter(round(piece.x0) for row in rows for piece in row.pieces)
    cells = [_cells(row, starts) for row in rows]
    while at < len(rows):
        run = _run(rows, cells, at)
        if run is None or _is_chance(rows, run):
            plain.append(rows[at])
            at += 1
            continue
        run.start -= _led_in(plain, run, rows[at])
        plain = plain[: len(plain) - (at - run.start)]
        if plain:
            found.append(Region(tuple(plain)))
            plain = []
        found.extend(_divided(rows[run.start : run.end], cells[run.start : run.end], run))
        at = run.end
    if plain:
        found.append(Region(tuple(plain)))
    return found


def _led_in(above: Sequence[Row], run: _Run, first: Row) -> int:
    """How many of the rows before a run belong to it: its right column may begin higher than its left."""
    led, below = 0, first
    for count, row in enumerate(reversed(above), start=1):
        beside = row.x1 <= run.gap[0] + 1 or row.x0 >= run.gap[1] - 1
        if not beside or below.baseline - row.baseline > _FAR * row.size:
            break
        led, below = count if row.x0 >= run.gap[1] - 1 else led, row
    return led


def _is_chance(rows: Sequence[Row], run: _Run) -> bool:
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


def _cells(row: Row, starts: Mapping[int, int]) -> list[Cell]:
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


def _run(rows: Sequence[Row], cells: Sequence[list[Cell]], start: int) -> _Run | None:
    """The rows from `start` on that leave a gap free in which they are divided; None when only that row is, or none."""
    best: _Run | None = None
    for gap in _gaps(rows, cells, start):
        run = _followed(rows, cells, _Run(start, start + 1, gap, [start]))
        if len(run.both) > 1 and (best is None or (len(run.both), run.gap[1] - run.gap[0]) > (len(best.both), best.gap[1] - best.gap[0])):
            best = run
    return best


def _gaps(rows: Sequence[Row], cells: Sequence[list[Cell]], start: int) -> Iterator[tuple[float, float]]:
    """The gaps that row `start` leaves: between its cells, or between it and the row beside it that stands a little lower."""
    yield from ((_x1(left), right[0].x0) for left, right in pairwise(cells[start]))
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


def _followed(rows: Sequence[Row], cells: Sequence[list[Cell]], run: _Run) -> _Run:
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


def _sticks_out(rows: Sequence[Row], row: Sequence[Cell], run: _Run) -> bool:
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
        x0, x1 = cell[0].x0, _x1(cell)
        if x1 <= low or x0 >= high:
            continue
        free.append((edge, x0))
        edge = max(edge, x1)
    free.append((edge, high))
    widest = max(free, key=lambda part: part[1] - part[0])
    return widest if widest[1] > widest[0] else None


def _settled_end(rows: Sequence[Row], run: _Run) -> int:
    """Where the run ends: rows after the last divided one stay in it while they follow closely."""
    last = run.both[-1]
    steps = [below.baseline - above.baseline for above, below in pairwise(rows[run.start : last + 1])]
    usual = median(steps) if steps else 0.0
    end = last + 1
    while end < len(rows) and end < run.end + len(rows) and _stays(rows, end, run, usual):
        end += 1
    return end


def _stays(rows: Sequence[Row], at: int, run: _Run, usual: float) -> bool:
    row = rows[at]
    one_sided = row.x1 <= run.gap[0] + 1 or row.x0 >= run.gap[1] - 1
    return one_sided and row.baseline - rows[at - 1].baseline <= _FAR * max(min(usual, 2 * row.size), row.size)


def _divided(rows: Sequence[Row], cells: Sequence[list[Cell]], run: _Run) -> Iterator[Region]:
    """The regions that a run makes: its two sides one after the other, the rows of a table, or simply its rows."""
    middle = (run.gap[0] + run.gap[1]) / 2
    left = [tuple(cell for cell in row if cell[0].x0 < middle) for row in cells]
    right = [tuple(cell for cell in row if cell[0].x0 >= middle) for row in cells]
    if _reads_down(left, right, len(run.both)):
        for side in (left, right):
            for region in regions([row_of(_pieces(row)) for row in side if row]):
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
    x0, x1 = min(row[0][0].x0 for row in lines), max(_x1(row[-1]) for row in lines)
    wordy = sum(sum(piece.text.count(" ") + 1 for piece in _pieces(row)) >= _WORDY for row in lines)
    wide = sum(_x1(row[-1]) - row[0][0].x0 >= 0.6 * (x1 - x0) for row in lines)
    return wordy >= _MIXED * len(lines) and wide >= _MIXED * len(lines)


def _are_labels(side: Sequence[tuple[Cell, ...]]) -> bool:
    """Whether most cells of the left side name what stands to the right of them ("Territory:")."""
    texts = [_pieces(row)[-1].text for row in side if row]
    return sum(text.endswith((":", "：")) for text in texts) > _MIXED * len(texts)


def _are_amounts(side: Sequence[tuple[Cell, ...]]) -> bool:
    """Whether most cells of the right side are figures, which say nothing without their labels."""
    texts = [_pieces(row)[0].text for row in side if row]
    return sum(text[0] in "$€£%" or text[0].isdigit() for text in texts) > _MIXED * len(texts)


def _is_table(left: Sequence[tuple[Cell, ...]], right: Sequence[tuple[Cell, ...]]) -> bool:
    """Whether the right side is set in a column of its own, so that each row is a label with its value."""
    starts = [row[0][0].x0 for row in right if row]
    usual, near = median(starts), ALIGNED * next(row[0][0].size for row in right if row)
    aligned = sum(abs(start - usual) <= near for start in starts)
    return aligned >= 0.7 * len(starts) and sum(map(bool, left)) > 1


def _pieces(cells: Sequence[Cell]) -> list[Piece]:
    return [piece for cell in cells for piece in cell]


def _x1(cell: Cell) -> float:
    return max(piece.x1 for piece in cell)
