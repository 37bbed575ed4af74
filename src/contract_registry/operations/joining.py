"""How people come in: the first administrator by a link, everybody else by an invitation, and back in with a new password."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from contract_registry.core.disclosure.audit import Did
from contract_registry.core.disclosure.people import Asker, Person, Standing
from contract_registry.core.disclosure.roles import Role, may_invite
from contract_registry.errors import NotAllowed, NotFound, WrongUsage
from contract_registry.operations.access import Access
from contract_registry.operations.addresses import checked_address, checked_name, same_address
from contract_registry.operations.letters import NOBODY, Letter, new_link, post_letter
from contract_registry.operations.passwords import checked_password
from contract_registry.operations.signing_in import FREE_TRIES, Browser, SignedIn, begun
from contract_registry.storage.people.attempts import count_try
from contract_registry.storage.people.organisations import all_branches, organisation_of
from contract_registry.storage.people.sessions import LinkPurpose, keep_link, link_leads, use_up_link
from contract_registry.storage.people.trail import note
from contract_registry.storage.store import Reading, Writing

ADMINISTRATOR_LINK_LASTS = timedelta(hours=24)
_OVER = "This link does not work: it was used, is too old, or was broken in two. Ask for a new one."


@dataclass(frozen=True, slots=True)
class Invitation:
    """Who is to be invited, and where they belong."""

    address: str
    role: Role
    organisation: str | None = None
    branch: str | None = None
    name: str = ""


def administrator_link(access: Access) -> str | None:
    """The address at which the first administrator is made, in place of any earlier one; None where there is an administrator."""
    with access.store.writing() as writing:
        access.register(writing).open()
        if access.register(writing).is_there(Role.ADMINISTRATOR):
            return None
        words = access.words()
        keep_link(writing.connection, words, LinkPurpose.ADMINISTRATOR, None, writing.now + ADMINISTRATOR_LINK_LASTS)
    return f"{access.address}/administrator/{words}"


def check_link(access: Access, words: str, purpose: LinkPurpose) -> Person | None:
    """To whom the link leads, None for that of the first administrator; NotFound where it does not work."""
    with access.store.reading() as reading:
        return _led_to(access, reading, words, purpose)


def make_administrator(access: Access, words: str, address: str, name: str, password: str, browser: Browser) -> SignedIn:
    """The session of the administrator who was made; NotFound where the link does not work, WrongUsage where what was given will not do."""
    address, name = checked_address(address), checked_name(name)
    hashed = access.passwords.hashed(checked_password(password, name, *address.split("@")))
    with access.store.writing() as writing:
        register = access.register(writing)
        _led_to(access, writing, words, LinkPurpose.ADMINISTRATOR)
        _use_up(writing, words)
        if register.is_there(Role.ADMINISTRATOR) or register.at_address(address):
            raise NotFound(_OVER)
        person = access.store.new_id()
        register.add(person, Role.ADMINISTRATOR, None, None, address, name, writing.now)
        register.change(person, joined_at=writing.now, password=hashed)
        note(writing.connection, writing.now, person, Did.ADMINISTRATOR_MADE, person=person)
        return begun(access, writing, register.person(person), browser, how="first link")


def invite(access: Access, by: Asker | None, invitation: Invitation) -> str | None:
    """The link to hand over; None where it is sent by mail. `by` is None for whoever has the machine.

    NotAllowed where the inviter may not, WrongUsage where what was given will not do. Whether somebody elsewhere is known by this address is told to
    the person at that address alone.
    """
    address = checked_address(invitation.address)
    if by and not may_invite(by.role, invitation.role, into_own_organisation=invitation.organisation == by.organisation is not None):
        raise NotAllowed("You can invite members into your own organisation.")
    with access.store.writing() as writing:
        register = access.register(writing)
        register.open()
        _check_place(writing, invitation)
        known = register.at_address(address)
        if known is None:
            person = access.store.new_id()
            register.add(
                person, invitation.role, invitation.organisation, invitation.branch, address, invitation.name.strip()[:100], writing.now
            )
        elif known.standing is Standing.INVITED and known.organisation == invitation.organisation and known.role is invitation.role:
            person = known.id
        else:
            return _already_known(access, by, writing, known)
        note(writing.connection, writing.now, by.person if by else None, Did.INVITED, person=person, role=invitation.role.value)
        if access.post:
            post_letter(writing, person, Letter.INVITATION)
            return None
        return new_link(access, writing, person, Letter.INVITATION)


def accept(access: Access, words: str, name: str, password: str, browser: Browser) -> SignedIn:
    """The session of whoever was invited and joins now; NotFound where the link does not work, WrongUsage where name or password will not do."""
    invited, name = check_link(access, words, LinkPurpose.INVITATION), checked_name(name)
    assert invited
    hashed = access.passwords.hashed(checked_password(password, name, *invited.address.split("@")))
    with access.store.writing() as writing:
        register = access.register(writing)
        _use_up(writing, words)
        if register.person(invited.id).standing is not Standing.INVITED:
            raise NotFound(_OVER)
        register.join(invited.id, name, writing.now)
        register.change(invited.id, password=hashed)
        note(writing.connection, writing.now, invited.id, Did.JOINED)
        return begun(access, writing, register.person(invited.id), browser, how="invitation")


def ask_for_new_password(access: Access, address: str, network: str) -> None:
    """Have a link sent to whoever can sign in by this address; whether somebody can is told to nobody. TooManyTries where it is asked too often."""
    address = same_address(address)
    with access.store.writing() as writing:
        count_try(writing.connection, access.tried(writing, f"new password from {network}"), writing.now, free=4 * FREE_TRIES)
        count_try(writing.connection, access.tried(writing, f"new password for {address}"), writing.now, free=FREE_TRIES)
        person = access.register(writing).at_address(address)
        is_active = person is not None and person.standing is Standing.ACTIVE
        if access.post:
            post_letter(writing, person.id if person and is_active else NOBODY, Letter.PASSWORD)
        note(writing.connection, writing.now, None, Did.LINK_ASKED, person=person.id if person and is_active else "")


def set_new_password(access: Access, words: str, password: str, browser: Browser) -> SignedIn:
    """The session of whoever has the link and a new password; every other one ends. NotFound where the link does not work, WrongUsage where the password will not do."""
    person = check_link(access, words, LinkPurpose.PASSWORD)
    assert person
    hashed = access.passwords.hashed(checked_password(password, person.name, *person.address.split("@")))
    with access.store.writing() as writing:
        register = access.register(writing)
        _use_up(writing, words)
        if register.person(person.id).standing is not Standing.ACTIVE:
            raise NotFound(_OVER)
        register.change(person.id, password=hashed)
        register.sign_out_everywhere(person.id)
        note(writing.connection, writing.now, person.id, Did.PASSWORD_SET)
        return begun(access, writing, register.person(person.id), browser, how="link for a new password")


def _led_to(access: Access, transaction: Reading | Writing, words: str, purpose: LinkPurpose) -> Person | None:
    works, person = link_leads(transaction.connection, words, purpose, access.now())
    if not works:
        raise NotFound(_OVER)
    return access.register(transaction).person(person) if person else None


def _use_up(writing: Writing, words: str) -> None:
    """Of two who use a link at the same moment one is told that it does not work."""
    if not use_up_link(writing.connection, words):
        raise NotFound(_OVER)


def _check_place(writing: Writing, invitation: Invitation) -> None:
    if invitation.organisation is None:
        if invitation.role is not Role.ADMINISTRATOR:
            raise WrongUsage("Say to which organisation this person belongs.")
        return
    organisation_of(writing.connection, invitation.organisation)
    if invitation.branch and not any(
        branch.id == invitation.branch and branch.organisation == invitation.organisation for branch in all_branches(writing.connection)
    ):
        raise NotFound("There is no such branch in this organisation.")


def _already_known(access: Access, by: Asker | None, writing: Writing, known: Person) -> str | None:
    """What the inviter gets where nobody is to be invited: the same as ever. WrongUsage for whoever sees the person in the list anyway."""
    if by is None or by.role is Role.ADMINISTRATOR or known.organisation == by.organisation is not None:
        remedy = (
            "Invite them as what they are for a new link."
            if known.standing is Standing.INVITED
            else "They can sign in, and ask there for a new password."
        )
        raise WrongUsage(
            f"Somebody is known by this address already: {known.known_as}, {known.role.value}, {known.standing.value}. {remedy}"
        )
    if access.post:
        post_letter(writing, known.id, Letter.KNOWN)
        return None
    return f"{access.address}/invitation/{access.words()}"
