"""Takes in many contracts for one owner, each in a transaction of its own, so that an import that broke off is simply run again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Literal

from contract_registry.core.contracts.kept import State
from contract_registry.core.disclosure.audit import Did
from contract_registry.errors import EmptyFile, UnreadableFile
from contract_registry.operations.bulk_plan import TABLE, ToImport, planned
from contract_registry.operations.engagers import engager_to_be
from contract_registry.operations.records import note_consent, note_particulars
from contract_registry.operations.service import Service
from contract_registry.reading.import_files import FilesToImport, opened_files
from contract_registry.reading.sources import source_of
from contract_registry.storage.people.trail import note
from contract_registry.storage.retention import keep_until
from contract_registry.storage.store import Writing
from contract_registry.storage.vault.lines import add_edition

__all__ = ["Imported", "imported", "opened_files", "plan_of", "still_waiting"]
BEHIND = -10
"""How far the scans of imported contracts stand behind those that somebody waits for."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of one file: the contract that it is, whether it was new, or why it was not taken in."""

    file: str
    contract: str
    became: Literal["new", "known", "refused"]
    why: str = ""


def plan_of(service: Service, files: FilesToImport, table: Path | None) -> list[ToImport]:
    """Every file with its row of the table, which is `metadata.csv` beside the files where none is named; InvalidFiles."""
    if table is not None:
        return planned(service, files.names, (str(table), source_of(table, service.system.limits).data))
    names = [name for name in files.names if name != TABLE]
    return planned(service, names, (TABLE, files.read(TABLE)) if TABLE in files.names else None)


def imported(service: Service, owner: str, files: FilesToImport, plan: Sequence[ToImport]) -> Iterator[Imported]:
    """What becomes of each file, as it is taken in. What was taken in before is known again, and its records are brought up to date."""
    ids: dict[str, str] = {}
    for one in plan:
        try:
            data = files.read(one.file)
            if not data:
                raise EmptyFile
        except UnreadableFile as error:
            yield Imported(one.file, "", "refused", f"{error.message} {error.next_step}")
            continue
        with service.store.writing() as writing:
            contract, is_new = _take_in(writing, owner, one, data, ids.get(one.edition_of, ""))
        ids[one.file] = contract
        yield Imported(one.file, contract, "new" if is_new else "known")


def still_waiting(service: Service, owner: str, contracts: Sequence[str]) -> int:
    """How many of these contracts wait for their scan."""
    with service.store.reading() as reading:
        return reading.shelf(owner).count(contracts, State.WAITING)


def _take_in(writing: Writing, owner: str, one: ToImport, data: bytes, edition_of: str) -> tuple[str, bool]:
    shelf = writing.shelf(owner)
    contract, is_new = shelf.keep([(Path(one.file).name, data)], dict(one.said))
    particulars = one.particulars
    if particulars.engager:
        engager = engager_to_be(writing, owner, particulars.engager, one.aliases, one.group)
        particulars = replace(particulars, engager=engager.id)
    is_changed = note_particulars(writing, owner, contract.id, particulars, engagers_of=owner)
    is_changed |= note_consent(writing, owner, contract.id, one.consent)
    if edition_of:
        add_edition(shelf, edition_of, contract.id)
    if one.delete_on:
        keep_until(writing.connection, contract.id, _midnight(one.delete_on))
    if is_new:
        writing.defer_scan(contract, priority=BEHIND)
    if is_new or is_changed:
        note(writing.connection, writing.now, None, Did.IMPORTED if is_new else Did.RECORDED, contract=contract.id, person=owner)
    return contract.id, is_new


def _midnight(day: str) -> datetime:
    return datetime.combine(date.fromisoformat(day), datetime.min.time(), UTC)
