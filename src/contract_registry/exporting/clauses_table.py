"""Clauses of the registry as a table: for a spreadsheet (CSV, XLSX) or a program (JSON Lines), each row with the mark of the export it is from."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Literal, get_args

from contract_registry.exporting.csv_table import csv_table
from contract_registry.exporting.workbook import workbook

TableFormat = Literal["csv", "xlsx", "jsonl"]
FORMATS: tuple[TableFormat, ...] = get_args(TableFormat)
MEDIA_TYPES: dict[TableFormat, str] = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "jsonl": "application/x-ndjson",
}


@dataclass(frozen=True, slots=True)
class ClauseRow:
    """A clause as it leaves the house: what too few people share is empty."""

    family: str
    type: str
    severity: str
    sector: str
    year: str
    jurisdiction: str
    role_family: str
    agreement: str
    became: str
    rule: str
    public: str
    engager: str
    text: str


COLUMNS = ("export", *(each.name for each in fields(ClauseRow)))


def clauses_table(rows: Sequence[ClauseRow], export: str, form: TableFormat) -> bytes:
    """The table as a file; `export` stands in each row, so that it is known from where a copy came."""
    told = [(export, *(getattr(row, name) for name in COLUMNS[1:])) for row in rows]
    if form == "xlsx":
        return workbook(f"Export {export} of Contract Registry", [COLUMNS, *told])
    if form == "jsonl":
        return "".join(json.dumps(dict(zip(COLUMNS, row, strict=True)), ensure_ascii=False) + "\n" for row in told).encode()
    return csv_table(COLUMNS, told).encode()
