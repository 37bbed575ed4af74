"""Computes what stands of a contract in the registry from the vault and the consents that stand, and puts it there."""

from __future__ import annotations

from dataclasses import dataclass

from contract_registry.core.contracts.kept import State
from contract_registry.core.disclosure.consent.projection import Row
from contract_registry.errors import UnexpectedFault
from contract_registry.operations.service import Service
from contract_registry.operations.shareable import shareable_of
from contract_registry.storage.registry.rows import put_rows
from contract_registry.storage.registry.templates import defer_following
from contract_registry.storage.store import Reading, Writing
from contract_registry.storage.vault.consents import Given, be_alone_with, consents_of
from contract_registry.storage.vault.numbering import numbered
from contract_registry.storage.vault.records import Kind, record_of

MOST_ATTEMPTS = 10
"""So often a contract may change while it is computed what stands of it."""


@dataclass(frozen=True, slots=True)
class _Basis:
    """All that what stands is computed from, but for the document, which stays the same."""

    given: tuple[Given, ...]
    scan: str | None
    recorded: object


def project_kept(service: Service, owner: str, contract: str) -> int:
    """How many rows stand of a contract now; done twice it changes nothing. NotFound where the contract is gone.

    UnexpectedFault where it changes faster than it is computed.
    """
    for _ in range(MOST_ATTEMPTS):
        with service.store.reading() as reading:
            basis = _basis(reading, owner, contract)
        rows = _rows(service, owner, contract, basis)
        with service.store.writing() as writing:
            be_alone_with(writing.connection, contract)
            if _basis(writing, owner, contract) == basis:
                put_rows(writing.connection, contract, numbered(writing.shelf(owner), contract, rows), writing.now)
                defer_following(writing.connection, contract)
                return len(rows)
    raise UnexpectedFault


def _basis(transaction: Reading | Writing, owner: str, contract: str) -> _Basis:
    shelf = transaction.shelf(owner)
    given = tuple(each for each in consents_of(shelf, contract) if each[0].withdrawn_at is None)
    scan = shelf.scan(contract) if shelf.contract(contract).state is State.SCANNED else None
    return _Basis(given, scan, [record_of(shelf, contract, kind) for kind in (Kind.PARTICULARS, Kind.OUTCOMES)])


def _rows(service: Service, owner: str, contract: str, basis: _Basis) -> list[Row]:
    shareable = shareable_of(service, owner, contract) if basis.given and basis.scan else None
    now = service.store.clock()
    return [row for consent, choices in basis.given for row in shareable.rows_by(consent, choices, now)] if shareable else []
