"""A table for a spreadsheet: nothing in it that a spreadsheet would obey, in UTF-8 with the mark by which Excel knows it."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

from contract_registry.exporting.inert import inert

_OBEYED = ("=", "+", "-", "@")


def csv_table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """The table with its head."""
    table = StringIO()
    writer = csv.writer(table)
    writer.writerow(columns)
    writer.writerows([csv_cell(value) for value in row] for row in rows)
    return f"\N{ZERO WIDTH NO-BREAK SPACE}{table.getvalue()}"


def csv_cell(value: object) -> str:
    """The value on one line; an apostrophe before what a spreadsheet would take for a formula."""
    text = inert(str(value)).strip()
    return f"'{text}" if text.startswith(_OBEYED) else text
