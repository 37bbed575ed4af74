"""The table beside imported files: a row for each file, its fields by the titles of the columns, with the line on which it begins."""

from __future__ import annotations

import csv
import io
from collections.abc import Collection
from dataclasses import dataclass

from contract_registry.errors import Complaint

FILE = "file"


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row: its line, counted from 1, and what it says by column."""

    line: int
    said: dict[str, str]

    @property
    def file(self) -> str:
        return self.said[FILE].replace("\\", "/")


def rows_in(data: bytes, name: str, columns: Collection[str]) -> tuple[list[TableRow], list[Complaint]]:
    """The rows of a table in UTF-8 with commas or semicolons, and what is wrong with its form, a line each."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        return [], [Complaint(name, line, "encoding", "this line is not UTF-8.", "Save the table as CSV UTF-8.")]
    title = text.partition("\n")[0]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=";" if title.count(";") > title.count(",") else ",", strict=True)
    rows: list[TableRow] = []
    complaints: list[Complaint] = []
    titles: list[str] | None = None
    begins = 1
    try:
        for fields in reader:
            if titles is None:
                titles = [field.strip().casefold() for field in fields]
                complaints += _wrong_titles(titles, name, columns)
            elif any(field.strip() for field in fields):
                rows += _row(titles, fields, begins, name, complaints)
            begins = reader.line_num + 1
    except csv.Error as error:
        complaints.append(Complaint(name, begins, "form", f"{error}.", "Put fields that hold quotes or line ends into quotes."))
    return rows, complaints


def _wrong_titles(titles: list[str], name: str, columns: Collection[str]) -> list[Complaint]:
    known = f"There are: {', '.join(columns)}."
    wrong = [Complaint(name, 1, title or "column", "there is no such column.", known) for title in titles if title not in columns]
    wrong += [
        Complaint(name, 1, title, "it stands there twice.", "Leave one of them out.")
        for title in {t for t in titles if titles.count(t) > 1}
    ]
    return (
        wrong if FILE in titles else [*wrong, Complaint(name, 1, FILE, "this column is missing.", "It says which file each row is about.")]
    )


def _row(titles: list[str], fields: list[str], line: int, name: str, complaints: list[Complaint]) -> list[TableRow]:
    if len(fields) > len(titles):
        complaints.append(
            Complaint(name, line, "form", "it has more fields than there are columns.", "Put fields with commas into quotes.")
        )
        return []
    said = dict(zip(titles, (field.strip() for field in fields), strict=False))
    if not said.get(FILE):
        complaints.append(Complaint(name, line, FILE, "it names no file.", "Write the file's path below the folder or in the zip."))
        return []
    return [TableRow(line, said)]
