"""Scans what was read: the findings of the rulebook in the circumstances of the case."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from threading import Lock, Thread
from typing import TYPE_CHECKING

from contract_registry import garbage
from contract_registry.core.scanning.findings import Circumstances, Scan
from contract_registry.errors import ContractRegistryError
from contract_registry.operations.circumstances import without_difference
from contract_registry.operations.light_spacy import light_spacy
from contract_registry.operations.read import WasNotRead, WasRead, unexpected
from contract_registry.operations.system import System

if TYPE_CHECKING:
    from contract_registry.core.contracts.facts import Facts


@dataclass(frozen=True, slots=True)
class WasScanned:
    """A document that was read and scanned: what the rules say to it, and what it says; `idle` names what was said of the case and makes no difference."""

    read: WasRead
    scan: Scan
    facts: Facts
    idle: tuple[str, ...] = ()


def scan_read(system: System, read: WasRead, circumstances: Circumstances, *, drafts: bool = False) -> WasScanned | WasNotRead:
    """The scan of a document that was read before."""
    from contract_registry.core.contracts.facts import facts_of

    scanner = system.scanner()
    with light_spacy():
        from contract_registry.core.scanning.scan import scan_with
    try:
        scanned = scan_with(read.clauses, scanner, circumstances, drafts=drafts, reader=system.second_reader())
        return WasScanned(read, scanned, facts_of(read.clauses), without_difference(scanner.rulebook, circumstances))
    except Exception as fault:  # noqa: BLE001  one file's bad luck must not end the run for the others
        return WasNotRead(read.given, unexpected(fault))


def ahead(system: System) -> Callable[[], None]:
    """A function that makes the scanner ready in the background, once however often it is called: while files are read elsewhere there is time."""
    begun = Lock()

    def begin() -> None:
        if begun.acquire(blocking=False):
            Thread(target=_make_ready, args=(system,)).start()

    return begin


def _make_ready(system: System) -> None:
    with suppress(ContractRegistryError):  # told when the rulebook is asked for
        system.scanner()
        system.second_reader()
        with light_spacy():
            import contract_registry.core.scanning.scan  # noqa: F401
        garbage.settle()
