"""Makes scans anew when rules or the second reader change: only what the changed rules touch is scanned again, and what that changed is told."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, Literal

from contract_registry.core.contracts.kept import State
from contract_registry.core.rescanning.changes import changes_by_rules, is_any
from contract_registry.core.rescanning.rulebook_print import RulebookPrint, changed_rules, print_of
from contract_registry.core.rescanning.touched import brought_up_to_date, is_touched
from contract_registry.errors import UnexpectedFault
from contract_registry.exporting.json_text import json_line
from contract_registry.operations.circumstances import circumstances_of
from contract_registry.operations.kept_documents import read_of_kept
from contract_registry.operations.read import WasNotRead, WasRead
from contract_registry.operations.render import scan_as_json
from contract_registry.operations.rule_texts import rule_texts
from contract_registry.operations.scan import scan_read
from contract_registry.operations.service import Service
from contract_registry.storage.rescans import defer_rescans
from contract_registry.storage.rulebook_shelf import note_rulebook, rulebook_of, text_of_rule
from contract_registry.storage.vault.consents import project_again
from contract_registry.storage.vault.records import Kind, keep_record, record_of

MOST_TOLD = 50
"""How many changes of rules are told of a contract; the oldest are forgotten first."""

Became = Literal["unchanged", "changed", "current"]


@dataclass(frozen=True, slots=True)
class _Kept:
    """A scan as it stands, and what is remembered of the rulebook that made it."""

    scan: dict[str, Any]
    rulebook: str | None
    printed: RulebookPrint | None


def note_rules(service: Service) -> bool:
    """Whether the rules of this service were never seen by its database before; they are noted."""
    rulebook = service.system.rulebook()
    with service.store.writing() as writing:
        texts = rule_texts(service.system.rules_folder, rulebook)
        return note_rulebook(writing.connection, print_of(rulebook, service.system.scans_by), texts, writing.now)


def ask_for_rescans(service: Service) -> int:
    """How many contracts were put into the queue, since older rules than those of this service scanned them."""
    note_rules(service)
    total = 0
    while True:
        with service.store.writing() as writing:
            asked = defer_rescans(writing.connection, service.system.scans_by)
        if not asked:
            return total
        total += asked


def rescan_kept(service: Service, owner: str, contract: str) -> Became:
    """What became of the scan of a kept contract under the rules of this service; done twice it changes nothing. NotFound where it is gone.

    UnexpectedFault where the contract could be read before and cannot be now: its scan stays as it is.
    """
    kept = _kept(service, owner, contract)
    if kept is None or kept.rulebook == service.system.scans_by:
        return "current"
    read, given = read_of_kept(service, owner, contract)
    if isinstance(read, WasNotRead):
        raise UnexpectedFault
    scan = _scan_anew(service, kept, read, given.said)
    changes = changes_by_rules(kept.scan, json.loads(scan))
    with service.store.writing() as writing:
        shelf = writing.shelf(owner)
        if not shelf.replace_scan(contract, scan, kept.rulebook, service.system.scans_by):
            return "current"
        project_again(writing.connection, owner, contract)
        if is_any(changes):
            told = [{"at": writing.now.isoformat(), **changes}, *(record_of(shelf, contract, Kind.RESCANS) or [])]
            keep_record(shelf, contract, Kind.RESCANS, told[:MOST_TOLD])
    return "changed" if is_any(changes) else "unchanged"


def rescans_of(service: Service, owner: str, contract: str) -> list[dict[str, Any]]:
    """What changes of rules changed in the scan of the contract, the latest first; NotFound where this owner keeps none by this id."""
    with service.store.reading() as reading:
        return record_of(reading.shelf(owner), contract, Kind.RESCANS) or []


def rule_as_it_was(service: Service, rule: str, version: int) -> str:
    """The file of a rule at a version that could speak here; NotFound."""
    with service.store.reading() as reading:
        return text_of_rule(reading.connection, rule, version)


def _kept(service: Service, owner: str, contract: str) -> _Kept | None:
    with service.store.reading() as reading:
        shelf = reading.shelf(owner)
        scan = shelf.scan(contract)
        if scan is None or shelf.contract(contract).state is not State.SCANNED:
            return None
        rulebook = shelf.rulebook(contract)
        return _Kept(json.loads(scan), rulebook, rulebook_of(reading.connection, rulebook) if rulebook else None)


def _scan_anew(service: Service, kept: _Kept, read: WasRead, said: dict[str, str]) -> str:
    """The JSON of the scan under the rules of now, as a fresh scan would give it."""
    case = {name: said.get(name, "") for name in ("sector", "role", "jurisdiction", "as_of")}
    circumstances = circumstances_of(service.system, **case)
    scanner = service.system.scanner()
    rulebook = scanner.rulebook
    changed = None if kept.printed is None else changed_rules(kept.printed, print_of(rulebook, service.system.scans_by), rulebook)
    if _reader_of(kept.scan) != service.system.second_reader_version:
        changed = None
    if changed is not None and not is_touched(kept.scan, changed, scanner, read.clauses, circumstances):
        return json_line(brought_up_to_date(kept.scan, rulebook, is_dated=bool(circumstances.as_of)))
    scanned = scan_read(service.system, read, circumstances)
    if isinstance(scanned, WasNotRead):
        raise scanned.error
    return scan_as_json(scanned, on_one_line=True)


def _reader_of(scan: dict[str, Any]) -> str:
    """The version of the second reader that was asked; another one may see any finding otherwise."""
    return str(scan["rulebook"].get("second_reader", ""))
