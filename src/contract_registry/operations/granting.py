"""A member lets an officer or a caseworker see one contract, takes it back, and sees who looked; who looks states a purpose first."""

from __future__ import annotations

from dataclasses import dataclass

from contract_registry.core.contracts.kept import KeptContract
from contract_registry.core.disclosure.audit import Did
from contract_registry.core.disclosure.grants import LASTS, OPEN_FOR, Grant, Opening, checked_purpose
from contract_registry.core.disclosure.people import Asker, Person
from contract_registry.errors import NotFound
from contract_registry.operations.access import Access
from contract_registry.operations.people import whom_to_grant
from contract_registry.storage.people.granting import Granting
from contract_registry.storage.people.trail import note
from contract_registry.storage.store import Reading, Writing


@dataclass(frozen=True, slots=True)
class Granted:
    """A grant with the person on its other side: for the owner whoever may look, for whoever may look the owner."""

    grant: Grant
    person: Person


@dataclass(frozen=True, slots=True)
class Looked:
    """An opening with whoever it was; None where that person has been erased since."""

    opening: Opening
    person: Person | None


def grant(access: Access, owner: Asker, contract: str, person: str) -> None:
    """Let the person open the contract for a while; NotFound where the owner keeps none by this id, or the person is nobody who can be granted one."""
    can = {each.id for each in whom_to_grant(access, owner).people}
    with access.store.writing() as writing:
        writing.shelf(owner.person).contract(contract)
        if person not in can:
            raise NotFound("There is no officer or caseworker here to whom you can grant it.")
        _granting(access, writing).give(Grant(contract, owner.person, person, writing.now, writing.now + LASTS))
        note(writing.connection, writing.now, owner.person, Did.GRANTED, contract=contract, person=person)


def take_back(access: Access, owner: str, contract: str, person: str) -> None:
    """Let the person open the contract no more; NotFound where it was not granted to them."""
    with access.store.writing() as writing:
        writing.shelf(owner).contract(contract)
        if not _granting(access, writing).take_back(contract, person):
            raise NotFound
        note(writing.connection, writing.now, owner, Did.TAKEN_BACK, contract=contract, person=person)


def grants_of(access: Access, owner: str, contract: str) -> list[Granted]:
    """To whom the contract is granted; NotFound where the owner keeps none by this id."""
    with access.store.reading() as reading:
        reading.shelf(owner).contract(contract)
        register = access.register(reading)
        return [Granted(each, register.person(each.person)) for each in _granting(access, reading).of_contract(contract, access.now())]


def who_looked(access: Access, owner: str, contract: str) -> list[Looked]:
    """Who opened the contract, when and why, latest first; NotFound where the owner keeps none by this id."""
    with access.store.reading() as reading:
        reading.shelf(owner).contract(contract)
        return _with_people(access, reading, _granting(access, reading).openings_of(contract))


def who_looked_at_any(access: Access, owner: str, most: int = 200) -> list[Looked]:
    """Who opened any of the owner's contracts, when and why, the last of them first."""
    with access.store.reading() as reading:
        return _with_people(access, reading, _granting(access, reading).openings_for(owner, most))


def granted_to(access: Access, person: str) -> list[Granted]:
    """What was granted to this person, with its owner, latest first. Of the contract itself nothing is told before it is opened."""
    with access.store.reading() as reading:
        register = access.register(reading)
        return [Granted(each, register.person(each.owner)) for each in _granting(access, reading).to_person(person, access.now())]


def open_granted(access: Access, person: str, contract: str, purpose: str) -> None:
    """Open the contract for this person; its owner reads why. NotFound where it is not granted to them, WrongUsage where the purpose will not do."""
    with access.store.writing() as writing:
        _granted(access, writing, person, contract)
        stated = checked_purpose(purpose)
        opening = Opening(contract, person, writing.now, writing.now + OPEN_FOR, stated)
        _granting(access, writing).open(opening, access.store.new_id())
        note(writing.connection, writing.now, person, Did.OPENED, contract=contract)


def is_open(access: Access, person: str, contract: str) -> bool:
    """Whether the person stated a purpose a while ago at most; NotFound where the contract is not granted to them."""
    with access.store.reading() as reading:
        _granted(access, reading, person, contract)
        return _granting(access, reading).is_open(contract, person, access.now())


def opened_contract(access: Access, person: str, contract: str) -> KeptContract:
    """The contract that this person opened; NotFound where it is not granted to them, or not opened."""
    with access.store.reading() as reading:
        return reading.shelf(owner_of_opened(access, reading, person, contract)).contract(contract)


def opened_scan(access: Access, person: str, contract: str) -> str | None:
    """The JSON of its scan, None before there is one; NotFound where it is not granted to them, or not opened."""
    with access.store.reading() as reading:
        return reading.shelf(owner_of_opened(access, reading, person, contract)).scan(contract)


def opened_file(access: Access, person: str, contract: str, position: int) -> tuple[str, bytes]:
    """Name and bytes of one of its files; NotFound where it is not granted to them, or not opened, or has no such file."""
    with access.store.reading() as reading:
        return reading.shelf(owner_of_opened(access, reading, person, contract)).file(contract, position)


def owner_of_opened(access: Access, transaction: Reading | Writing, person: str, contract: str) -> str:
    """The owner of a contract that this person opened; NotFound where it is not granted to them, or not opened."""
    owner = _granted(access, transaction, person, contract).owner
    if not _granting(access, transaction).is_open(contract, person, access.now()):
        raise NotFound("State a purpose first: its owner will read who opened it, and why.")
    return owner


def _with_people(access: Access, reading: Reading, openings: list[Opening]) -> list[Looked]:
    register = access.register(reading)
    people: dict[str, Person | None] = {}
    for each in {opening.person for opening in openings}:
        try:
            people[each] = register.person(each)
        except NotFound:
            people[each] = None
    return [Looked(each, people[each.person]) for each in openings]


def _granted(access: Access, transaction: Reading | Writing, person: str, contract: str) -> Grant:
    found = _granting(access, transaction).one_to_person(person, contract, access.now())
    if found is None:
        raise NotFound
    return found


def _granting(access: Access, transaction: Reading | Writing) -> Granting:
    return Granting(transaction.connection, access.store.keys)
