"""What a visitor asks: scan these files, show me, forget them; nothing of it touches a disk."""

from __future__ import annotations

from contract_registry.operations.given import Given, outcome_of
from contract_registry.operations.read import WasNotRead
from contract_registry.operations.render import scan_as_html, scan_as_json
from contract_registry.operations.service import Service
from contract_registry.operations.visits import Visit


def scan_for_visitor(service: Service, given: Given) -> Visit:
    """The scan, held for its visitor; UnreadableFile where it could not be read, WrongUsage where the case makes no sense."""
    outcome = outcome_of(service.system, given)
    if isinstance(outcome, WasNotRead):
        raise outcome.error
    return service.visits.hold(outcome)


def visit_as_json(service: Service, visit: str) -> str:
    """The scan's JSON; NotFound where there is no such visit."""
    return scan_as_json(service.visits.find(visit).scanned)


def visit_as_html(service: Service, visit: str) -> str:
    """The report as one page; NotFound where there is no such visit."""
    return scan_as_html(service.system, service.visits.find(visit).scanned)
