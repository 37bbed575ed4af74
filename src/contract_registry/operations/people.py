"""What an administrator does about people and organisations, and what everybody may know of whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.exc import IntegrityError

from contract_registry.core.disclosure.audit import Did
from contract_registry.core.disclosure.people import Asker, Branch, Organisation, OrganisationKind, Person, Standing
from contract_registry.core.disclosure.roles import CAN_BE_GRANTED, Role
from contract_registry.errors import NotFound, WrongUsage
from contract_registry.operations.access import Access
from contract_registry.operations.addresses import checked_name, is_id, same_address
from contract_registry.operations.letters import Letter, new_link
from contract_registry.operations.second_factor import forget_second_factor
from contract_registry.storage.answers import forget_answers_of
from contract_registry.storage.people.organisations import add_branch, add_organisation, all_branches, all_organisations
from contract_registry.storage.people.trail import note
from contract_registry.storage.saved_searches import forget_searches
from contract_registry.storage.store import Writing
from contract_registry.storage.vault.engager_list import forget_engagers
from contract_registry.storage.vault.numbering import forget_officer, mark_of_officer


@dataclass(frozen=True, slots=True)
class Everybody:
    """People with the organisations they belong to."""

    people: Sequence[Person]
    organisations: Sequence[Organisation]
    branches: Sequence[Branch]

    def place_of(self, person: Person) -> str:
        """To what a person belongs, in words; empty where to nothing."""
        names = {each.id: each.name for each in self.organisations} | {each.id: each.name for each in self.branches}
        return " · ".join(names[each] for each in (person.organisation, person.branch) if each in names)


def everybody(access: Access, asker: Asker | None = None) -> Everybody:
    """Whom the asker may know of: an administrator everybody, an officer the own organisation. None asks for whoever has the machine."""
    own = None if asker is None or asker.role is Role.ADMINISTRATOR else asker.organisation or ""
    with access.store.reading() as reading:
        organisations, branches = all_organisations(reading.connection), all_branches(reading.connection)
        if own == "":
            return Everybody([], [], [])
        people = access.register(reading).everybody(own)
    return Everybody(
        people,
        [each for each in organisations if own in {None, each.id}],
        [each for each in branches if own in {None, each.organisation}],
    )


def whom_to_grant(access: Access, asker: Asker) -> Everybody:
    """The officers of the asker's own organisation and the caseworkers of every one, as far as they can sign in."""
    with access.store.reading() as reading:
        organisations, branches = all_organisations(reading.connection), all_branches(reading.connection)
        found = access.register(reading).everybody(roles=sorted(CAN_BE_GRANTED))
    can = [
        person
        for person in found
        if person.standing is Standing.ACTIVE and (person.role is Role.CASEWORKER or person.organisation == asker.organisation)
        if person.id != asker.person
    ]
    return Everybody(can, organisations, branches)


def account_of(access: Access, person: str) -> Person:
    """The person; NotFound where there is none of this id."""
    with access.store.reading() as reading:
        return access.register(reading).person(person)


def add_an_organisation(access: Access, by: str | None, name: str, kind: OrganisationKind) -> Organisation:
    """The organisation that was added; WrongUsage where there is one of this name."""
    organisation = Organisation(access.store.new_id(), checked_name(name), kind)
    try:
        with access.store.writing() as writing:
            add_organisation(writing.connection, organisation, writing.now)
            note(writing.connection, writing.now, by, Did.ORGANISATION_MADE, organisation=organisation.id)
    except IntegrityError as error:
        raise WrongUsage("There is an organisation of this name already.") from error
    return organisation


def add_a_branch(access: Access, by: str | None, organisation: str, name: str) -> Branch:
    """The branch that was added; NotFound where there is no such organisation, WrongUsage where it has one of this name."""
    branch = Branch(access.store.new_id(), organisation, checked_name(name))
    try:
        with access.store.writing() as writing:
            if organisation not in {each.id for each in all_organisations(writing.connection)}:
                raise NotFound
            add_branch(writing.connection, branch)
            note(writing.connection, writing.now, by, Did.ORGANISATION_MADE, organisation=organisation, branch=branch.id)
    except IntegrityError as error:
        raise WrongUsage("This organisation has a branch of this name already.") from error
    return branch


def disable(access: Access, by: str | None, person: str) -> None:
    """Let the person in no more, by no session and no token; NotFound where there is none. WrongUsage for oneself, and for the last administrator."""
    with access.store.writing() as writing:
        register = access.register(writing)
        found = register.person(person)
        _check_not_the_last(access, writing, by, found)
        register.change(person, disabled_at=writing.now)
        register.shut_out(person)
        note(writing.connection, writing.now, by, Did.DISABLED, person=person)


def enable(access: Access, by: str | None, person: str) -> None:
    """Let the person in again; NotFound where there is none."""
    with access.store.writing() as writing:
        access.register(writing).person(person)
        access.register(writing).change(person, disabled_at=None)
        note(writing.connection, writing.now, by, Did.ENABLED, person=person)


def change_role(access: Access, by: str | None, person: str, role: Role) -> None:
    """Give the person another role, and have them sign in anew; NotFound where there is none. WrongUsage for the last administrator."""
    with access.store.writing() as writing:
        register = access.register(writing)
        _check_not_the_last(access, writing, by, register.person(person))
        if role is Role.VISITOR:
            raise WrongUsage("Whoever is not signed in is a visitor. Disable the person instead.")
        register.change(person, role=role)
        register.shut_out(person)
        note(writing.connection, writing.now, by, Did.ROLE_CHANGED, person=person, role=role.value)


def reset_second_factor(access: Access, by: str | None, person: str) -> None:
    """Have the person set up the second factor anew, after a telephone and all codes were lost; NotFound where there is none."""
    with access.store.writing() as writing:
        access.register(writing).person(person)
        forget_second_factor(access, writing, person)
        access.register(writing).shut_out(person)
        note(writing.connection, writing.now, by, Did.SECOND_FACTOR_RESET, person=person)


def erase(access: Access, by: str | None, person: str) -> int:
    """How many contracts were destroyed with the person, whose name, address and keys are gone, from backups too; NotFound where there is none.

    WrongUsage for oneself, and for the last administrator.
    """
    with access.store.writing() as writing:
        register = access.register(writing)
        _check_not_the_last(access, writing, by, register.person(person))
        shelf = writing.shelf(person)
        count = 0
        while kept := shelf.page(most=100):
            for contract in kept:
                shelf.delete(contract.id)
            count += len(kept)
        forget_engagers(shelf)
        forget_searches(shelf)
        forget_answers_of(writing.connection, person)
        mark = mark_of_officer(shelf)
        register.erase(person)
        forget_officer(writing.connection, mark)
        note(writing.connection, writing.now, by, Did.ERASED, person=person)
    return count


def link_for(access: Access, person: Person) -> str:
    """A link for whoever was invited, or a new password for whoever has joined, to be handed over where no mail is sent. WrongUsage for the disabled."""
    if person.standing is Standing.DISABLED:
        raise WrongUsage("This person is disabled. Enable them first.")
    with access.store.writing() as writing:
        note(writing.connection, writing.now, None, Did.LINK_ASKED, person=person.id)
        return new_link(access, writing, person.id, Letter.INVITATION if person.standing is Standing.INVITED else Letter.PASSWORD)


def find_person(access: Access, words: str) -> Person:
    """The person of this address or id; NotFound where there is none, WrongUsage where it is neither."""
    if "@" not in words and not is_id(words):
        raise WrongUsage(f"{words!r} is no mail address and no id of a person.")
    with access.store.reading() as reading:
        found = access.register(reading).at_address(same_address(words)) if "@" in words else access.register(reading).person(words)
    if found is None:
        raise NotFound("Nobody is known by this address.")
    return found


def owner_named(access: Access, words: str) -> str:
    """The id of whom contracts shall belong to: a person by id or address, or the only officer of an organisation by its name.

    An id is taken as it is, known or not. NotFound where nobody is meant, WrongUsage where several officers could be.
    """
    if is_id(words):
        return words.lower()
    if "@" in words:
        return find_person(access, words).id
    known = everybody(access)
    organisation = next((each for each in known.organisations if each.name.casefold() == words.casefold()), None)
    if organisation is None:
        there = ", ".join(each.name for each in known.organisations) or "none yet"
        raise NotFound(f"{words!r} is no id, no mail address and no organisation; organisations are: {there}.")
    officers = [each for each in known.people if each.organisation == organisation.id and each.role is Role.OFFICER]
    if len(officers) != 1:
        whom = ", ".join(sorted(each.address for each in officers))
        told = (
            f"has several officers; name one of them: {whom}."
            if officers
            else "has no officer yet; `contract-registry people invite` asks one."
        )
        raise WrongUsage(f"{organisation.name} {told}")
    return officers[0].id


def _check_not_the_last(access: Access, writing: Writing, by: str | None, person: Person) -> None:
    if person.id == by:
        raise WrongUsage("This is yourself. Ask another administrator to do it.")
    left = [
        each
        for each in access.register(writing).everybody(roles=[Role.ADMINISTRATOR])
        if each.standing is Standing.ACTIVE and each.id != person.id
    ]
    if person.role is Role.ADMINISTRATOR and not left:
        raise WrongUsage("This is the last administrator. Invite another one first.")
