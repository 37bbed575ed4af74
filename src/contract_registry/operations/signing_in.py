"""Signing in with a password and out again: tries are counted before they are made, and an unknown address is answered as a known one is."""

from __future__ import annotations

from dataclasses import dataclass

from contract_registry.core.disclosure.audit import Did
from contract_registry.core.disclosure.people import Person, Standing
from contract_registry.errors import SignInRefused
from contract_registry.operations.access import Access
from contract_registry.operations.addresses import same_address
from contract_registry.storage.people.attempts import count_try, forget_tries, take_back_try
from contract_registry.storage.people.sessions import begin_session, end_session, hashed, know_browser, knows_browser
from contract_registry.storage.people.trail import note
from contract_registry.storage.store import Writing

FREE_TRIES, FREE_TRIES_OF_A_NETWORK = 5, 50


@dataclass(frozen=True, slots=True)
class Browser:
    """From where somebody asks: words that the browser keeps, and the address of its network."""

    words: str
    network: str


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A session that began: the words that stand for it, and whether a code is still to be given."""

    session: str
    person: str
    is_whole: bool


def sign_in(access: Access, address: str, password: str, browser: Browser) -> SignedIn:
    """A session for whom address and password belong to; SignInRefused where they do not, TooManyTries where it was tried too often."""
    address = same_address(address)
    with access.store.writing() as writing:
        register = access.register(writing)
        person = register.at_address(address)
        about = _about(writing, address, person, browser)
        network = access.tried(writing, f"network {browser.network}")
        count_try(writing.connection, network, writing.now, free=FREE_TRIES_OF_A_NETWORK)
        locks = count_try(writing.connection, access.tried(writing, about), writing.now, free=FREE_TRIES)
        kept = register.secrets_of(person.id).password if person else None
    fits = access.passwords.fits(password, kept)
    with access.store.writing() as writing:
        if person is None or not fits or person.standing is not Standing.ACTIVE:
            note(writing.connection, writing.now, None, Did.LOCKED if locks else Did.SIGN_IN_REFUSED, person=person.id if person else "")
        else:
            forget_tries(writing.connection, access.tried(writing, about))
            take_back_try(writing.connection, network)
            return begun(access, writing, person, browser, how="password")
    raise SignInRefused


def sign_out(access: Access, session: str) -> None:
    """End the session, if there is one."""
    with access.store.writing() as writing:
        if person := end_session(writing.connection, session):
            note(writing.connection, writing.now, person, Did.SIGNED_OUT)


def begun(access: Access, writing: Writing, person: Person, browser: Browser, how: str) -> SignedIn:
    """The session that begins for this person, whole unless a code is to follow; its words were never used before."""
    words, is_whole = access.words(), not person.has_second_factor
    begin_session(writing.connection, words, person.id, writing.now, is_whole=is_whole)
    if is_whole:
        welcome(writing, person.id, browser, how)
    return SignedIn(words, person.id, is_whole)


def welcome(writing: Writing, person: str, browser: Browser, how: str) -> None:
    """Note that somebody is in, and that this browser is theirs."""
    if browser.words:
        know_browser(writing.connection, browser.words, person, writing.now)
    note(writing.connection, writing.now, person, Did.SIGNED_IN, how=how)


def _about(writing: Writing, address: str, person: Person | None, browser: Browser) -> str:
    """What tries are counted for: a browser that this person has used before by itself, so that no stranger can lock it out."""
    if person and knows_browser(writing.connection, browser.words, person.id):
        return f"browser {hashed(browser.words).hex()} {person.id}"
    return f"address {address}"
