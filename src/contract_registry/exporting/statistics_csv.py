"""Statistics as one table for a spreadsheet: a row for each cell that is told, with its bounds as numbers."""

from __future__ import annotations

from collections.abc import Iterator

from contract_registry.core.disclosure.statistics.prevalence import Prevalence
from contract_registry.core.disclosure.statistics.share import Told
from contract_registry.exporting.csv_table import csv_table
from contract_registry.exporting.statistics_report import OF_ALL

COLUMNS = (
    "type",
    "by",
    "value",
    "engagements from",
    "engagements to",
    "people from",
    "people to",
    "share from",
    "share to",
)


def prevalence_csv(told: Prevalence) -> str:
    """What is told and nothing else: a cell that is not told has no row."""
    return csv_table(COLUMNS, _rows(told))


def _rows(told: Prevalence) -> Iterator[tuple[object, ...]]:
    for value, figure in ((OF_ALL, told.whole), *told.wholes.items()):
        if figure is not None:
            yield _row("every type", told.by, value, Told(figure))
    for name, row in told.rows.items():
        for value, cell in ((OF_ALL, row.of_all), *row.cells.items()):
            if cell.figure is not None:
                yield _row(name, told.by, value, cell)


def _row(name: str, by: str, value: str, cell: Told) -> tuple[object, ...]:
    assert cell.figure is not None
    people, engagements, share = cell.figure.people, cell.figure.engagements, cell.share
    bounds = (round(share.lower, 3), round(share.upper, 3)) if share else ("", "")
    return name, by, value, engagements.lower, engagements.upper, people.lower, people.upper, *bounds
