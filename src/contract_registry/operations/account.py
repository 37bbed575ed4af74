"""What people do about their own account: show that they know its password, and change it."""

from __future__ import annotations

from contract_registry.core.disclosure.audit import Did
from contract_registry.errors import SignInRefused
from contract_registry.operations.access import Access
from contract_registry.operations.passwords import checked_password
from contract_registry.operations.signing_in import FREE_TRIES, Browser
from contract_registry.storage.people.attempts import count_try, forget_tries
from contract_registry.storage.people.sessions import hashed, sessions_of
from contract_registry.storage.people.trail import note


def check_password(access: Access, person: str, password: str, browser: Browser) -> None:
    """SignInRefused where this is not the person's password, TooManyTries where it was tried too often."""
    about = f"own password of {person} {hashed(browser.words).hex()}"
    with access.store.writing() as writing:
        count_try(writing.connection, access.tried(writing, about), writing.now, free=FREE_TRIES)
        kept = access.register(writing).secrets_of(person).password
    if not access.passwords.fits(password, kept):
        raise SignInRefused("This is not your password. Nothing has changed.")
    with access.store.writing() as writing:
        forget_tries(writing.connection, access.tried(writing, about))


def browsers_of(access: Access, person: str) -> int:
    """In how many browsers somebody is signed in."""
    with access.store.reading() as reading:
        return sessions_of(reading.connection, person, access.now())


def sign_out_elsewhere(access: Access, person: str, session: str) -> None:
    """End every session but this one."""
    with access.store.writing() as writing:
        access.register(writing).sign_out_everywhere(person, but=hashed(session))
        note(writing.connection, writing.now, person, Did.SIGNED_OUT, where="everywhere else")


def change_password(access: Access, person: str, old: str, new: str, session: str, browser: Browser) -> None:
    """Put a new password in place of the old one, and end every other session. SignInRefused, TooManyTries, WrongUsage where the new one will not do."""
    check_password(access, person, old, browser)
    with access.store.reading() as reading:
        known = access.register(reading).person(person)
    made = access.passwords.hashed(checked_password(new, known.name, *known.address.split("@")))
    with access.store.writing() as writing:
        register = access.register(writing)
        register.change(person, password=made)
        register.sign_out_everywhere(person, but=hashed(session))
        note(writing.connection, writing.now, person, Did.PASSWORD_SET)
