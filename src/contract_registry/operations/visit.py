"""What a visitor asks: scan these files, show me, forget them; nothing of it touches a disk."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from contract_registry.core.scanning.findings import Circumstances
from contract_registry.errors import WrongUsage
from contract_registry.operations.circumstances import circumstances_of
from contract_registry.operations.read import WasNotRead, read_given
from contract_registry.operations.render import scan_as_html, scan_as_json
from contract_registry.operations.scan import WasScanned, scan_read
from contract_registry.operations.service import Service
from contract_registry.operations.system import System
from contract_registry.operations.visits import Visit


@dataclass(frozen=True, slots=True)
class Given:
    """What somebody sends to be scanned: files by name, to be taken as one document, and what is said of the case."""

    files: Sequence[tuple[str, bytes]]
    password: str = ""
    sector: str = ""
    role: str = ""
    jurisdiction: str = ""
    as_of: str = ""


def scan_for_visitor(service: Service, given: Given) -> Visit:
    """The scan, held for its visitor; UnreadableFile where it could not be read, WrongUsage where the case makes no sense."""
    return service.visits.hold(scan_given(service.system, given))


def scan_given(system: System, given: Given) -> WasScanned:
    """The scan of what was given; UnreadableFile, WrongUsage."""
    if not given.files:
        raise WrongUsage("No file was sent. Send one or more in the field `file`.")
    circumstances = _circumstances(system, given)
    read = read_given(system, given.files, password=given.password or None)
    outcome = read if isinstance(read, WasNotRead) else scan_read(system, read, circumstances)
    if isinstance(outcome, WasNotRead):
        raise outcome.error
    return outcome


def visit_as_json(service: Service, visit: str) -> str:
    """The scan's JSON; NotFound where there is no such visit."""
    return scan_as_json(service.visits.find(visit).scanned)


def visit_as_html(service: Service, visit: str) -> str:
    """The report as one page; NotFound where there is no such visit."""
    return scan_as_html(service.system, service.visits.find(visit).scanned)


def _circumstances(system: System, given: Given) -> Circumstances:
    return circumstances_of(system, sector=given.sector, role=given.role, jurisdiction=given.jurisdiction, as_of=given.as_of)
