"""Computes what stands of a contract in the registry from the vault and the consents that stand, and puts it there."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta

from contract_registry.core.contracts.kept import State
from contract_registry.core.disclosure.consent.outcomes_told import KeptOutcome, changes_next
from contract_registry.core.disclosure.consent.projection import Row
from contract_registry.errors import NotFound, UnexpectedFault
from contract_registry.operations.service import Service
from contract_registry.operations.shareable import shareable_of
from contract_registry.storage.registry.blocks import hold_blocks
from contract_registry.storage.registry.comparing import contracts_there, overdue, stands_otherwise, stray_wordings
from contract_registry.storage.registry.rows import lock_for, put_rows, take_rows
from contract_registry.storage.registry.templates import defer_following
from contract_registry.storage.store import Reading, Writing
from contract_registry.storage.vault.consents import Given, be_alone_with, consents_of, owners_sharing
from contract_registry.storage.vault.numbering import numbered
from contract_registry.storage.vault.outcomes import kept_outcomes
from contract_registry.storage.vault.records import Kind, record_of
from contract_registry.storage.vault.reviews import KeptReview, reviews_of

_INSTANT = timedelta(microseconds=1)
MOST_ATTEMPTS = 10
"""So often a contract may change while it is computed what stands of it."""


@dataclass(frozen=True, slots=True)
class _Basis:
    """All that what stands is computed from, but for the document, which stays the same."""

    given: tuple[Given, ...]
    scan: str | None
    recorded: object
    outcomes: tuple[KeptOutcome, ...]
    reviews: tuple[KeptReview, ...]


def project_kept(service: Service, owner: str, contract: str) -> int:
    """How many rows stand of a contract now; done twice it changes nothing. NotFound where the contract is gone.

    UnexpectedFault where it changes faster than it is computed.
    """
    for _ in range(MOST_ATTEMPTS):
        with service.store.reading() as reading:
            basis = _basis(reading, owner, contract)
        now = service.store.clock()
        rows = _rows(service, owner, contract, basis, now)
        with service.store.writing() as writing:
            lock_for(writing.connection, contract)
            be_alone_with(writing.connection, contract)
            if _basis(writing, owner, contract) == basis:
                put_rows(writing.connection, contract, numbered(writing.shelf(owner), contract, rows), changes_next(basis.outcomes, now))
                defer_following(writing.connection, contract)
                return len(rows)
    raise UnexpectedFault


@dataclass(frozen=True, slots=True)
class Checked:
    """Of how many contracts it was looked at what stands in the registry; of which something else stands than should, and how many wordings are astray."""

    contracts: int
    otherwise: tuple[str, ...]
    wordings: int


def check_registry(service: Service) -> Checked:
    """Whether what stands in the registry is what the vault and the consents that stand say; what is overdue is held to what was due before."""
    now = service.store.clock()
    with service.store.reading() as reading:
        hold_blocks(reading.connection)
        before = {contract: at - _INSTANT for contract, at in overdue(reading.connection, now).items()}
        owners = dict(owners_sharing(reading.connection))
        every = sorted({*owners, *contracts_there(reading.connection)})
        wordings = stray_wordings(reading.connection)
    otherwise = [contract for contract in every if _stands_otherwise(service, owners.get(contract), contract, before.get(contract, now))]
    return Checked(len(every), tuple(otherwise), wordings)


def project_every(service: Service) -> int:
    """Of how many contracts something is shared; what stands of each is computed anew, and nothing stands of any other."""
    with service.store.reading() as reading:
        hold_blocks(reading.connection)
        owners = dict(owners_sharing(reading.connection))
        strays = contracts_there(reading.connection) - owners.keys()
    for contract in sorted(strays):
        with service.store.writing() as writing:
            take_rows(writing.connection, contract)
    for contract, owner in sorted(owners.items()):
        with suppress(NotFound):
            project_kept(service, owner, contract)
    return len(owners)


def _stands_otherwise(service: Service, owner: str | None, contract: str, at: datetime) -> bool:
    """Whether of a contract something else stands than should at a time; of one that nobody shares nothing should."""
    rows: list[Row] = []
    changes_at = None
    if owner is not None:
        with service.store.reading() as reading:
            basis = _basis(reading, owner, contract)
        rows, changes_at = _rows(service, owner, contract, basis, at), changes_next(basis.outcomes, at)
    with service.store.writing() as writing:
        expected = numbered(writing.shelf(owner), contract, rows) if owner is not None else []
        return stands_otherwise(writing.connection, contract, expected, changes_at)


def _basis(transaction: Reading | Writing, owner: str, contract: str) -> _Basis:
    shelf = transaction.shelf(owner)
    given = tuple(each for each in consents_of(shelf, contract) if each[0].withdrawn_at is None)
    scan = shelf.scan(contract) if shelf.contract(contract).state is State.SCANNED else None
    recorded = [record_of(shelf, contract, kind) for kind in (Kind.PARTICULARS, Kind.SEEN, Kind.AGREEMENTS)]
    return _Basis(given, scan, recorded, tuple(kept_outcomes(shelf, contract).values()), tuple(reviews_of(shelf, contract)))


def _rows(service: Service, owner: str, contract: str, basis: _Basis, now: datetime) -> list[Row]:
    shareable = shareable_of(service, owner, contract, now) if basis.given and basis.scan else None
    return [row for consent, choices in basis.given for row in shareable.rows_by(consent, choices, now)] if shareable else []
