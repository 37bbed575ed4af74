"""Statistics as a value: tables of bands and shares in words, each with the bars of its chart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from contract_registry.core.disclosure.gate.cell import Band, Figure
from contract_registry.core.disclosure.statistics.ban import Caught
from contract_registry.core.disclosure.statistics.good_work import PrincipleTold
from contract_registry.core.disclosure.statistics.prevalence import Prevalence, Row
from contract_registry.core.disclosure.statistics.share import Share, Told
from contract_registry.exporting.inert import inert

OF_ALL = "all"
NOT_TOLD = "not told"
_PERCENT = 100


@dataclass(frozen=True, slots=True)
class Bar:
    """The bar of one row: its sure part and how far it may go, in percent of the room."""

    sure: float
    at_most: float
    says: str


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row: what it is of, its cells in the order of the columns, and its bar where a share is told."""

    label: str
    cells: tuple[str, ...]
    bar: Bar | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table under a title; the first column is of all."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[TableRow, ...]


def prevalence_table(told: Prevalence, titles: Mapping[str, str]) -> Table:
    """How common each type is, by the dimension that was asked for."""
    columns = tuple(told.wholes)
    head = TableRow("Engagements", tuple(map(figure_words, (told.whole, *told.wholes.values()))))
    rows = (
        TableRow(
            titles.get(name, name), tuple(map(told_words, (row.of_all, *(row.cells.get(each) for each in columns)))), bar_of(row.of_all)
        )
        for name, row in _commonest(told)
    )
    return Table(f"Types of clause by {told.by}", (OF_ALL, *map(inert, columns)), (head, *rows))


def ban_table(caught: Caught, by: str, of: str) -> Table:
    """What a ban of something would catch, in all and by a dimension."""
    rows = [TableRow(inert(value), (told_words(each),), bar_of(each)) for value, each in caught.by.items()]
    return Table(
        f"What a ban of {of} would catch, by {by}",
        ("caught",),
        (TableRow("All", (told_words(caught.of_all),), bar_of(caught.of_all)), *rows),
    )


def good_work_tables(principles: Sequence[PrincipleTold], titles: Mapping[str, str]) -> Iterator[Table]:
    """A table for each principle of which a type is told."""
    for each in principles:
        if each.types:
            rows = [TableRow(titles.get(name, name), (told_words(told),), bar_of(told)) for name, told in each.types.items()]
            yield Table(each.name, ("engagements",), tuple(rows))


def told_words(told: Told | None) -> str:
    """`20 to 24 (18 to 24 %)`; a word where nothing is told."""
    if told is None or told.figure is None:
        return NOT_TOLD
    return figure_words(told.figure) + (f" ({share_words(told.share)})" if told.share else "")


def figure_words(figure: Figure | None) -> str:
    """The engagements of a figure as a band."""
    return NOT_TOLD if figure is None else band_words(figure.engagements)


def band_words(band: Band) -> str:
    """`20 to 24`."""
    return f"{band.lower:,} to {band.upper:,}"


def share_words(share: Share) -> str:
    """`18 to 24 %`: the lower bound rounded down, the upper one up."""
    return f"{int(share.lower * _PERCENT)} to {ceil(share.upper * _PERCENT)} %"


def bar_of(told: Told) -> Bar | None:
    """The bar of a share; None where none is told."""
    if told.share is None:
        return None
    return Bar(round(told.share.lower * _PERCENT, 1), round(told.share.upper * _PERCENT, 1), share_words(told.share))


def _commonest(told: Prevalence) -> list[tuple[str, Row]]:
    return sorted(told.rows.items(), key=lambda each: (-_size(each[1]), each[0]))


def _size(row: Row) -> int:
    return row.of_all.figure.engagements.lower if row.of_all.figure else 0
