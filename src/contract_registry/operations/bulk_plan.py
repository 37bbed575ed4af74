"""Plans a bulk import: each file with what the table says of it, and nothing is taken in as long as one row makes no sense."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date

from contract_registry.core.records.consent import Consent, consent_of, mistakes_in_consent
from contract_registry.core.records.engager import folded_name
from contract_registry.core.records.particulars import NAMES, Mistake, Particulars, particulars_of
from contract_registry.errors import Complaint, InvalidFiles, WrongUsage
from contract_registry.operations.circumstances import circumstances_of
from contract_registry.operations.records import mistakes_of
from contract_registry.operations.service import Service
from contract_registry.reading.import_table import FILE, TableRow, rows_in

CASE = ("jurisdiction",)
CONSENT = tuple(f"consent_{each.name}" for each in fields(Consent))
COLUMNS = (FILE, *CONSENT, *NAMES, "engager_aliases", "engager_group", *CASE, "edition_of", "delete_on")
"""The columns that a table may have, in the order in which the manual tells of them."""
TABLE = "metadata.csv"
"""The name of a table that lies beside the files."""


@dataclass(frozen=True, slots=True)
class ToImport:
    """One file, and what its row says of it. `engager` in `particulars` is a name here; the id comes when it is taken in."""

    file: str
    particulars: Particulars = field(default_factory=Particulars)
    consent: Consent = field(default_factory=Consent)
    said: tuple[tuple[str, str], ...] = ()
    aliases: tuple[str, ...] = ()
    group: str = ""
    edition_of: str = ""
    delete_on: str = ""


def planned(service: Service, names: Sequence[str], table: tuple[str, bytes] | None) -> list[ToImport]:
    """Every file with its row, those that are editions of others behind them; files without a row come with no consent and nothing known.

    InvalidFiles, with a complaint for each mistake, where the table makes no sense.
    """
    if table is None:
        return [ToImport(name) for name in names]
    name, data = table
    rows, complaints = rows_in(data, name, COLUMNS)
    complaints += [Complaint(name, row.line, *mistake) for row in rows for mistake in _mistakes_in(service, row, names)]
    complaints += _twice(rows, name)
    by_file = {row.file: _to_import(row) for row in rows}
    if not complaints:
        complaints += [Complaint(name, row.line, *mistake) for row in rows for mistake in _circles(by_file, row)]
    if complaints:
        told = sorted(complaints, key=lambda each: each.line or 0)
        raise InvalidFiles(told, "Nothing was imported. Mend the table and run the command again.")
    every = [by_file.get(each, ToImport(each)) for each in names]
    return sorted(every, key=lambda each: _depth(by_file, each))


def _to_import(row: TableRow) -> ToImport:
    said = row.said
    particulars = particulars_of(said)
    case = {"jurisdiction": said.get("jurisdiction", ""), "sector": particulars.sector, "role": particulars.role}
    return ToImport(
        file=row.file,
        particulars=particulars,
        consent=consent_of(said),
        said=tuple((name, word) for name, word in case.items() if word),
        aliases=tuple(alias.strip() for alias in said.get("engager_aliases", "").split(";") if alias.strip()),
        group=said.get("engager_group", ""),
        edition_of=said.get("edition_of", "").replace("\\", "/"),
        delete_on=said.get("delete_on", ""),
    )


def _mistakes_in(service: Service, row: TableRow, names: Sequence[str]) -> Iterator[Mistake]:
    told = _to_import(row)
    for column, name in ((FILE, told.file), ("edition_of", told.edition_of)):
        if name and name not in names:
            yield column, f"there is no file {name!r}.", "Write its path below the folder or in the zip, with / between folders."
    yield from mistakes_of(service, replace(told.particulars, engager=""))
    yield from mistakes_in_consent(told.consent)
    for column, name in (("engager", told.particulars.engager), *(("engager_aliases", alias) for alias in told.aliases)):
        if name and not folded_name(name):
            yield column, f"{name!r} is no name.", "Write the name, or leave it out."
    if told.aliases and not told.particulars.engager:
        yield "engager_aliases", "they are another name for nobody.", "Fill in the column engager too."
    try:
        circumstances_of(service.system, jurisdiction=row.said.get("jurisdiction", ""))
    except WrongUsage as error:
        yield "jurisdiction", error.message, ""
    if told.delete_on and not _is_day(told.delete_on):
        yield "delete_on", f"{told.delete_on!r} is no day.", "Write it as 2031-03-14."


def _is_day(words: str) -> bool:
    try:
        return date.fromisoformat(words).isoformat() == words
    except ValueError:
        return False


def _twice(rows: Sequence[TableRow], name: str) -> list[Complaint]:
    first: dict[str, int] = {}
    for row in rows:
        first.setdefault(row.file, row.line)
    again = [row for row in rows if first[row.file] != row.line]
    return [Complaint(name, row.line, FILE, f"line {first[row.file]} speaks of this file too.", "Leave one of them out.") for row in again]


def _circles(by_file: dict[str, ToImport], row: TableRow) -> Iterator[Mistake]:
    seen, file = {row.file}, by_file[row.file].edition_of
    while file:
        if file in seen:
            yield "edition_of", "a file is an edition of itself, by way of others.", "The first edition has this column empty."
            return
        seen.add(file)
        file = by_file[file].edition_of if file in by_file else ""


def _depth(by_file: dict[str, ToImport], one: ToImport) -> int:
    depth = 0
    while one.edition_of:
        one, depth = by_file.get(one.edition_of, ToImport(one.edition_of)), depth + 1
    return depth
