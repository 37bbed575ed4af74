"""Where a contract says that it may not be shown, an officer who has it open agrees to more than facts for their organisation, or takes that back; its owner reads why."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Any

from contract_registry.core.disclosure.audit import Did
from contract_registry.core.disclosure.consent.agreement import Agreement, checked_agreement, forbids_showing, taken_back
from contract_registry.core.disclosure.consent.consent import standing
from contract_registry.core.disclosure.people import Asker
from contract_registry.errors import NotFound, WrongUsage
from contract_registry.operations.granting import owner_of_opened
from contract_registry.operations.reviewed import passages_in
from contract_registry.operations.service import Service
from contract_registry.storage.people.trail import note
from contract_registry.storage.queue import WIPE_REGISTRY, defer
from contract_registry.storage.registry.rows import lock_for, take_rows
from contract_registry.storage.store import Reading, Writing
from contract_registry.storage.vault.consents import be_alone_with, consents_of, project_again
from contract_registry.storage.vault.keeping import WritableShelf
from contract_registry.storage.vault.records import Kind, keep_record, record_of

__all__ = ["Agreement"]
_TIMES = ("at", "taken_back_at")


@dataclass(frozen=True, slots=True)
class Showing:
    """Whether a contract says that it may not be shown, and who agreed to more than facts nevertheless."""

    is_forbidden: bool
    agreements: tuple[Agreement, ...]

    @property
    def taken_back(self) -> frozenset[str]:
        """The organisations that are shown facts alone, whatever its owner agreed to, since their officer took the agreement back."""
        return taken_back(self.agreements) if self.is_forbidden else frozenset()


def agree(service: Service, asker: Asker, contract: str, reason: str) -> Agreement:
    """The agreement as it is kept, in place of one of the same organisation.

    WrongUsage where it makes no sense or nobody needs to agree; NotFound where the contract is not open to the asker.
    """
    with service.store.writing() as writing:
        owner = owner_of_opened(service.access, writing, asker.person, contract)
        shelf = writing.shelf(owner)
        be_alone_with(writing.connection, contract)
        showing = showing_in(writing, owner, contract)
        if not showing.is_forbidden:
            raise WrongUsage("Nothing was found in this contract that forbids showing it. Its owner can share it without your word.")
        made = checked_agreement(Agreement(asker.organisation or "", asker.person, writing.now, reason))
        _keep(shelf, contract, (*(each for each in showing.agreements if each.organisation != made.organisation), made))
        project_again(writing.connection, owner, contract)
        note(writing.connection, writing.now, asker.person, Did.AGREED_TO_SHOW, contract=contract)
    return made


def take_agreement_back(service: Service, asker: Asker, contract: str) -> Agreement:
    """The agreement of the asker's organisation taken back: when this returns, nothing but facts of the contract is found there.

    NotFound where there is none that stands, or the contract is not open to the asker.
    """
    with service.store.writing() as writing:
        owner = owner_of_opened(service.access, writing, asker.person, contract)
        shelf = writing.shelf(owner)
        lock_for(writing.connection, contract)
        be_alone_with(writing.connection, contract)
        every = showing_in(writing, owner, contract).agreements
        found = next((each for each in every if each.organisation == asker.organisation and each.taken_back_at is None), None)
        if found is None:
            raise NotFound("Your organisation has agreed to nothing here.")
        ended = replace(found, taken_back_at=writing.now)
        _keep(shelf, contract, tuple(ended if each is found else each for each in every))
        given = standing((consent for consent, _ in consents_of(shelf, contract)), writing.now)
        take_rows(
            writing.connection, contract, {circle for each in given for circle in each.circles if circle.organisation == found.organisation}
        )
        project_again(writing.connection, owner, contract)
        defer(writing.connection, WIPE_REGISTRY)
        note(writing.connection, writing.now, asker.person, Did.AGREEMENT_TAKEN_BACK, contract=contract)
    return ended


def showing_of(service: Service, owner: str, contract: str) -> Showing:
    """How it is with showing a contract of this owner; NotFound where they have none by this id."""
    with service.store.reading() as reading:
        return showing_in(reading, owner, contract)


def showing_of_opened(service: Service, asker: Asker, contract: str) -> Showing:
    """The same of a contract that the asker opened; NotFound."""
    with service.store.reading() as reading:
        return showing_in(reading, owner_of_opened(service.access, reading, asker.person, contract), contract)


def showing_in(transaction: Reading | Writing, owner: str, contract: str) -> Showing:
    """The same in this transaction."""
    shelf = transaction.shelf(owner)
    kept = record_of(shelf, contract, Kind.AGREEMENTS) or []
    return Showing(forbids_showing(each.type for each in passages_in(shelf.scan(contract))), tuple(map(_opened, kept)))


def _keep(shelf: WritableShelf, contract: str, agreements: tuple[Agreement, ...]) -> None:
    told = [{**asdict(each), **{name: at.isoformat() for name in _TIMES if (at := getattr(each, name))}} for each in agreements]
    keep_record(shelf, contract, Kind.AGREEMENTS, told)


def _opened(told: dict[str, Any]) -> Agreement:
    return Agreement(**{**told, **{name: datetime.fromisoformat(told[name]) for name in _TIMES if told.get(name)}})
