"""What an owner asks of the vault: keep these files as a contract, how far is it, what does its scan say, delete it; and what the worker does about it."""

from __future__ import annotations

from datetime import datetime

from contract_registry.core.contracts.kept import KeptContract, State
from contract_registry.core.disclosure.audit import Did
from contract_registry.core.document import Document
from contract_registry.errors import Cancelled, NotFound, UnexpectedFault
from contract_registry.operations.given import Given, check_given, outcome_of
from contract_registry.operations.kept_documents import given_of, keep_read
from contract_registry.operations.progress import Teller
from contract_registry.operations.read import WasNotRead
from contract_registry.operations.render import scan_as_json
from contract_registry.operations.service import Service
from contract_registry.storage.people.trail import note
from contract_registry.storage.registry.templates import defer_following
from contract_registry.storage.vault.consents import project_again
from contract_registry.storage.vault.keeping import WritableShelf


def keep_contract(service: Service, owner: str, given: Given, repeatable: str = "") -> tuple[KeptContract, bool]:
    """The contract that was given, and whether it is new; a new one is scanned soon. WrongUsage where no file was sent or the case makes no sense.

    A request marked with the key `repeatable` is answered as it was the first time; KeyUsedOtherwise where that one was another request.
    """
    check_given(service.system, given)
    with service.store.writing() as writing:
        shelf = writing.shelf(owner)
        contract, is_new, is_repeated = (
            shelf.keep_once(repeatable, given.files, given.said) if repeatable else (*shelf.keep(given.files, given.said), False)
        )
        if not is_repeated and (is_new or _is_told_more(shelf, contract, given)):
            contract = shelf.contract(contract.id)
            writing.defer_scan(contract)
    return contract, is_new


def _is_told_more(shelf: WritableShelf, contract: KeptContract, given: Given) -> bool:
    """Whether a contract that could not be read came again with something else said of it, such as its password; it waits for a scan by that."""
    if contract.state is not State.UNREADABLE or given.said == shelf.said(contract.id):
        return False
    shelf.say(contract.id, given.said)
    return shelf.move_on(contract.id, {State.UNREADABLE}, State.WAITING)


def contract_of(service: Service, owner: str, contract: str) -> KeptContract:
    """The contract; NotFound where this owner keeps none by this id."""
    with service.store.reading() as reading:
        return reading.shelf(owner).contract(contract)


def contracts_of(service: Service, owner: str, most: int, after: tuple[datetime, str] | None = None) -> list[KeptContract]:
    """The next of the owner's contracts, latest first, after the one received then with that id."""
    with service.store.reading() as reading:
        return reading.shelf(owner).page(most, after)


def scan_of(service: Service, owner: str, contract: str) -> str:
    """The JSON of the contract's scan; NotFound where there is no such contract, or no scan of it yet."""
    with service.store.reading() as reading:
        shelf = reading.shelf(owner)
        scan = shelf.scan(contract)
        state = shelf.contract(contract).state
    if scan is None:
        raise NotFound(_NOT_SCANNED[state])
    return scan


_NOT_SCANNED = {
    State.WAITING: "This contract is not scanned yet. Ask again in a moment.",
    State.CANCELLED: "The scan of this contract was cancelled. Ask for it again if it is wanted after all.",
}


def cancel_scan(service: Service, owner: str, contract: str) -> KeptContract:
    """The contract, which waits for no scan any more: one that has begun is stopped. NotFound where this owner keeps none by this id."""
    with service.store.writing() as writing:
        shelf = writing.shelf(owner)
        if shelf.move_on(contract, {State.WAITING}, State.CANCELLED):
            defer_following(writing.connection, contract)
        return shelf.contract(contract)


def scan_again(service: Service, owner: str, contract: str) -> KeptContract:
    """The contract, which waits for a scan, if it had none or could not be read; NotFound where this owner keeps none by this id."""
    with service.store.writing() as writing:
        shelf = writing.shelf(owner)
        if shelf.move_on(contract, {State.CANCELLED, State.UNREADABLE}, State.WAITING):
            writing.defer_scan(shelf.contract(contract))
        return shelf.contract(contract)


def file_of(service: Service, owner: str, contract: str, position: int) -> tuple[str, bytes]:
    """Name and bytes of a file as it was sent; NotFound where the contract has none at this position, counted from 0."""
    with service.store.reading() as reading:
        return reading.shelf(owner).file(contract, position)


def delete_contract(service: Service, owner: str, contract: str) -> None:
    """Delete the contract everywhere; NotFound where this owner keeps none by this id."""
    with service.store.writing() as writing:
        writing.shelf(owner).delete(contract)
        note(writing.connection, writing.now, owner, Did.CONTRACT_DELETED, contract=contract)


def scan_kept(service: Service, owner: str, contract: str) -> State:
    """How the scan of a kept contract ended; done twice, or of a contract that is gone, it changes nothing. NotFound where it is gone."""
    with service.store.reading() as reading:
        shelf = reading.shelf(owner)
        kept = shelf.contract(contract)
        if kept.state is not State.WAITING:
            return kept.state
        given = given_of(reading, owner, contract)
    teller = Teller(service, contract)
    try:
        outcome = outcome_of(service.system, given, teller.watch, teller.scanning)
    except Cancelled:
        return contract_of(service, owner, contract).state
    state = State.UNREADABLE if isinstance(outcome, WasNotRead) else State.SCANNED
    document = None if isinstance(outcome, WasNotRead) else outcome.read.document
    return _keep_scan(service, owner, contract, scan_as_json(outcome, on_one_line=True), state, document)


def give_up(service: Service, owner: str, contract: str) -> State:
    """Say of a contract whose scan failed time and again that it cannot be read, so that it waits no longer; NotFound where it is gone."""
    name = contract_of(service, owner, contract).name
    failed = scan_as_json(WasNotRead(name, UnexpectedFault()), on_one_line=True)
    return _keep_scan(service, owner, contract, failed, State.UNREADABLE)


def _keep_scan(service: Service, owner: str, contract: str, scan: str, state: State, document: Document | None = None) -> State:
    with service.store.writing() as writing:
        shelf = writing.shelf(owner)
        rulebook = service.system.scans_by if state is State.SCANNED else None
        if not shelf.keep_scan(contract, scan, state, rulebook):
            return shelf.contract(contract).state
        if document is not None:
            keep_read(writing, owner, contract, document)
        project_again(writing.connection, owner, contract)
        return state
