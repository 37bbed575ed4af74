"""The report on a kept contract as a visitor gets it for theirs: one page, with the words marked on the pages of the file."""

from __future__ import annotations

import json

from contract_registry.core.contracts.kept import State
from contract_registry.errors import NotFound
from contract_registry.operations.access import Access
from contract_registry.operations.circumstances import circumstances_of
from contract_registry.operations.contracts import contract_of, scan_of
from contract_registry.operations.granting import owner_of_opened
from contract_registry.operations.kept_documents import read_of_kept
from contract_registry.operations.read import WasNotRead
from contract_registry.operations.render import scan_as_html
from contract_registry.operations.scan import scan_read
from contract_registry.operations.service import Service


def report_of_kept(service: Service, owner: str, contract: str) -> str:
    """The report as HTML, by the rules of now and the laws of the day of its scan; NotFound where there is no such contract, or no scan of it."""
    if contract_of(service, owner, contract).state is not State.SCANNED:
        raise NotFound
    judged = json.loads(scan_of(service, owner, contract))["circumstances"]
    read, given = read_of_kept(service, owner, contract)
    if isinstance(read, WasNotRead):
        raise read.error
    case = {name: given.said.get(name, "") for name in ("sector", "role", "jurisdiction")}
    outcome = scan_read(service.system, read, circumstances_of(service.system, **case, as_of=judged["as_of"]))
    if isinstance(outcome, WasNotRead):
        raise outcome.error
    return scan_as_html(service.system, outcome, password=given.password or None)


def report_of_opened(service: Service, access: Access, person: str, contract: str) -> str:
    """The same of a contract that this person opened; NotFound where it is not granted to them, or not opened."""
    with access.store.reading() as reading:
        owner = owner_of_opened(access, reading, person, contract)
    return report_of_kept(service, owner, contract)
