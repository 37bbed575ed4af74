"""Where a contract says that it may not be shown, an officer who has it open agrees to more than facts for their organisation, and its owner reads why."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime

from contract_registry.core.disclosure.audit import Did
from contract_registry.core.disclosure.consent.agreement import Agreement, checked_agreement, forbids_showing
from contract_registry.core.disclosure.people import Asker
from contract_registry.errors import WrongUsage
from contract_registry.operations.granting import owner_of_opened
from contract_registry.operations.reviewed import passages_in
from contract_registry.operations.service import Service
from contract_registry.storage.people.trail import note
from contract_registry.storage.store import Reading, Writing
from contract_registry.storage.vault.records import Kind, keep_record, record_of

__all__ = ["Agreement"]


@dataclass(frozen=True, slots=True)
class Showing:
    """Whether a contract says that it may not be shown, and who agreed to more than facts nevertheless."""

    is_forbidden: bool
    agreements: tuple[Agreement, ...]


def agree(service: Service, asker: Asker, contract: str, reason: str) -> Agreement:
    """The agreement as it is kept, in place of one of the same organisation.

    WrongUsage where it makes no sense or nobody needs to agree; NotFound where the contract is not open to the asker.
    """
    with service.store.writing() as writing:
        owner = owner_of_opened(service.access, writing, asker.person, contract)
        shelf = writing.shelf(owner)
        shelf.be_alone()
        showing = showing_in(writing, owner, contract)
        if not showing.is_forbidden:
            raise WrongUsage("Nothing was found in this contract that forbids showing it. Its owner can share it without your word.")
        made = checked_agreement(Agreement(asker.organisation or "", asker.person, writing.now, reason))
        others = [each for each in showing.agreements if each.organisation != made.organisation]
        keep_record(shelf, contract, Kind.AGREEMENTS, [{**asdict(each), "at": each.at.isoformat()} for each in (*others, made)])
        note(writing.connection, writing.now, asker.person, Did.AGREED_TO_SHOW, contract=contract)
    return made


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
    agreements = tuple(Agreement(**{**each, "at": datetime.fromisoformat(each["at"])}) for each in kept)
    return Showing(forbids_showing(each.type for each in passages_in(shelf.scan(contract))), agreements)
