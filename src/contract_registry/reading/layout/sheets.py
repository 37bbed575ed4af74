"""A page in reading order: its flows of lines, tables and records, with its furniture and footnotes taken out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from contract_registry.core.document import Box, Furniture
from contract_registry.reading.layout.columns import Region, regions
from contract_registry.reading.layout.footnotes import notes_start
from contract_registry.reading.layout.furniture import FurnitureKind, Sheet, furniture
from contract_registry.reading.layout.lines import PrintedLine, line_of
from contract_registry.reading.layout.rows import Row, body_size, rows
from contract_registry.reading.layout.tables import PLACEHOLDER, Grid, placeholder, tables
from contract_registry.reading.printed import PrintedPage

_LEGEND_PAGES = 3

Cells: TypeAlias = tuple[tuple[PrintedLine, ...], ...]


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines of running text; `in_column` where the page is set in several columns."""

    lines: tuple[PrintedLine, ...]
    in_column: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, each with its lines; `box` is set for a ruled one."""

    rows: tuple[Cells, ...]
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class OrderedPage:
    """What is to be read on a page, in order, and what stands beside it."""

    page: PrintedPage
    parts: tuple[Lines | Table, ...]
    notes: tuple[PrintedLine, ...]
    furniture: tuple[Furniture, ...]


@dataclass(frozen=True, slots=True)
class _Stripped:
    """A page's rows of text, its footnotes, and the rows that are furniture with what they are."""

    text: list[Row]
    notes: list[Row]
    beside: list[tuple[FurnitureKind, Row]]


def ordered(pages: Sequence[PrintedPage]) -> list[OrderedPage]:
    """The pages of a document in reading order."""
    ruled = [_ruled(page) for page in pages]
    stripped = _stripped(pages, [rows for _, rows in ruled])
    return [
        OrderedPage(
            page,
            tuple(_parts(page, rows.text, grids)),
            tuple(line_of(row.pieces, page.number) for row in rows.notes),
            tuple(
                Furniture(kind, row.text.replace(PLACEHOLDER, ""), Box(row.x0, row.top, row.x1, row.bottom)) for kind, row in rows.beside
            ),
        )
        for page, (grids, _), rows in zip(pages, ruled, stripped, strict=True)
    ]


def _stripped(pages: Sequence[PrintedPage], every: Sequence[list[Row]]) -> list[_Stripped]:
    """Each page without its furniture and footnotes; heads and feet are looked for again once the footnotes are gone."""
    heights = [page.width if page.turn % 2 else page.height for page in pages]
    size = body_size([row for rows in every for row in rows])
    outer = [_parted(rows, kinds) for rows, kinds in zip(every, furniture(_sheets(every, heights)), strict=True)]
    starts = [notes_start(text, page.rulings, size, page.width) for (text, _), page in zip(outer, pages, strict=True)]
    bodies = [text[:start] for (text, _), start in zip(outer, starts, strict=True)]
    inner = [_parted(rows, kinds) for rows, kinds in zip(bodies, furniture(_sheets(bodies, heights)), strict=True)]
    notes = [text[start:] for (text, _), start in zip(outer, starts, strict=True)]
    legend = _legend(notes)
    return [
        _Stripped(
            text,
            [row for row in below if row.text not in legend],
            sorted([*first, *second, *(("foot", row) for row in below if row.text in legend)], key=lambda one: one[1].baseline),
        )
        for (_, first), (text, second), below in zip(outer, inner, notes, strict=True)
    ]


def _legend(notes: Sequence[Sequence[Row]]) -> frozenset[str]:
    """The lines of footnotes that stand under many pages, word for word: a legend of the whole document, not a note to its words."""
    seen = Counter(text for rows in notes for text in {row.text for row in rows})
    return frozenset(text for text, count in seen.items() if count >= _LEGEND_PAGES)


def _sheets(every: Sequence[list[Row]], heights: Sequence[float]) -> list[Sheet]:
    return [Sheet(rows, height) for rows, height in zip(every, heights, strict=True)]


def _parted(rows: Sequence[Row], kinds: Mapping[int, FurnitureKind]) -> tuple[list[Row], list[tuple[FurnitureKind, Row]]]:
    text = [row for at, row in enumerate(rows) if at not in kinds]
    return text, [(kind, rows[at]) for at, kind in kinds.items()]


def _ruled(page: PrintedPage) -> tuple[list[Grid], list[Row]]:
    """The ruled tables of a page, and its rows with a placeholder for each of them."""
    grids, outside = tables(page.pieces, page.rulings) if page.rulings else ([], list(page.pieces))
    stand_ins = [placeholder(grid, _order(grid)) for grid in grids]
    return grids, rows([*outside, *stand_ins])


def _order(grid: Grid) -> int:
    return min(piece.order for line in grid.rows for cell in line for row in cell for piece in row.pieces)


def _parts(page: PrintedPage, left: Sequence[Row], grids: Sequence[Grid]) -> Iterator[Lines | Table]:
    by_order = {_order(grid): grid for grid in grids}
    for region in regions(left):
        if region.records:
            yield Table(tuple(tuple(_cell(cell, page.number) for cell in record) for record in region.records))
        else:
            yield from _between_tables(region, page.number, by_order)


def _cell(lines: Sequence[Row], page: int) -> tuple[PrintedLine, ...]:
    return tuple(line_of(row.pieces, page) for row in lines)


def _between_tables(region: Region, page: int, grids: dict[int, Grid]) -> Iterator[Lines | Table]:
    lines: list[PrintedLine] = []
    for row in region.rows:
        words = [piece for piece in row.pieces if not piece.text.startswith(PLACEHOLDER)]
        for piece in row.pieces:
            if piece.text.startswith(PLACEHOLDER):
                if lines:
                    yield Lines(tuple(lines), region.in_column)
                    lines = []
                grid = grids[piece.order]
                yield Table(tuple(tuple(_cell(cell, page) for cell in record) for record in grid.rows), grid.box)
        if words:
            lines.append(line_of(words, page))
    if lines:
        yield Lines(tuple(lines), region.in_column)
