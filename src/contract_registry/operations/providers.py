"""Signing in where an organisation's people sign in anyway: providers, the way there, and who comes back."""

from __future__ import annotations

from contextlib import suppress
from datetime import timedelta

from sqlalchemy.exc import IntegrityError

from contract_registry.core.disclosure.audit import Did
from contract_registry.core.disclosure.people import Person, Standing
from contract_registry.core.disclosure.roles import Role
from contract_registry.errors import NotFound, SignInRefused, WrongUsage
from contract_registry.operations.access import Access
from contract_registry.operations.addresses import LONGEST_NAME, checked_address, checked_name
from contract_registry.operations.openid import Subject, checked_issuer, subject_for, way_there
from contract_registry.operations.signing_in import FREE_TRIES_OF_A_NETWORK, Browser, SignedIn, begun
from contract_registry.storage.people import providers as kept
from contract_registry.storage.people.attempts import count_try, take_back_try
from contract_registry.storage.people.organisations import organisation_of
from contract_registry.storage.people.providers import Provider, ProviderVisit
from contract_registry.storage.people.sessions import hashed
from contract_registry.storage.people.trail import note
from contract_registry.storage.store import Writing

VISIT_LASTS = timedelta(minutes=10)
_NOT_KNOWN = "You are signed in there, and not known here. Ask your officer for an invitation to the same mail address."
_BROKE_OFF = "Signing in broke off, or took too long. Begin again."


def add(access: Access, by: str | None, organisation: str, name: str, issuer: str, client: tuple[str, str], *, admits: bool) -> Provider:
    """The provider that was added for an organisation; `client` is the id and the secret that it gave to this service.

    WrongUsage where there is one of this name or the issuer is none, NotFound where there is no such organisation.
    """
    provider = Provider(access.store.new_id(), organisation, checked_name(name), checked_issuer(issuer), client[0], admits, client[1])
    try:
        with access.store.writing() as writing:
            organisation_of(writing.connection, provider.organisation)
            kept.add_provider(writing.connection, access.store.keys, provider)
            note(writing.connection, writing.now, by, Did.PROVIDER_ADDED, provider=provider.id, organisation=provider.organisation)
    except IntegrityError as error:
        raise WrongUsage("There is a way to sign in of this name already.") from error
    return provider


def remove(access: Access, by: str | None, name: str) -> None:
    """Take the provider of this name away, and every link to it; NotFound where there is none."""
    with access.store.writing() as writing:
        found = [each for each in kept.all_providers(writing.connection) if each.name == name]
        if not found:
            raise NotFound("There is no way to sign in of this name.")
        kept.remove_provider(writing.connection, found[0].id)
        note(writing.connection, writing.now, by, Did.PROVIDER_REMOVED, provider=found[0].id)


def ways_to_sign_in(access: Access) -> list[Provider]:
    """Every provider, by name."""
    with access.store.reading() as reading:
        return kept.all_providers(reading.connection)


def go_there(access: Access, provider: str, browser: Browser) -> str:
    """The address at which somebody signs in and comes back from in the same browser; NotFound where there is no such provider."""
    state, nonce, verifier = access.words(), access.words(), access.words()
    visit = ProviderVisit(provider, hashed(browser.words), nonce, verifier)
    with access.store.writing() as writing:
        found = kept.provider_of(writing.connection, access.store.keys, provider)
        about = access.tried(writing, _from_network(browser))
        count_try(writing.connection, about, writing.now, free=2 * FREE_TRIES_OF_A_NETWORK)
    place = way_there(found, visit, state, _back(access))
    with access.store.writing() as writing:
        kept.keep_visit(writing.connection, state, visit, writing.now, writing.now + VISIT_LASTS)
    return place


def come_back(access: Access, state: str, code: str, browser: Browser) -> SignedIn:
    """A session for whom the provider vouches; SignInRefused where it does not, or the person is not known here."""
    with access.store.writing() as writing:
        visit = kept.take_visit(writing.connection, state, writing.now)
    if visit is None or not browser.words or visit.browser_sha256 != hashed(browser.words):
        raise SignInRefused(_BROKE_OFF)
    with access.store.reading() as reading:
        provider = kept.provider_of(reading.connection, access.store.keys, visit.provider)
    subject = subject_for(provider, visit, code, _back(access), access.now())
    with access.store.writing() as writing:
        person = _person_for(access, writing, provider, subject)
        if person is not None and person.standing is Standing.ACTIVE:
            take_back_try(writing.connection, access.tried(writing, _from_network(browser)))
            return begun(access, writing, person, browser, how="provider")
        note(writing.connection, writing.now, None, Did.SIGN_IN_REFUSED, provider=provider.id, person=person.id if person else "")
    raise SignInRefused(_NOT_KNOWN)


def _person_for(access: Access, writing: Writing, provider: Provider, subject: Subject) -> Person | None:
    """Whom the subject stands for: known by it from before, or at its address within the provider's own organisation, or a new member."""
    register = access.register(writing)
    mark = register.mark(f"subject of {provider.id}", subject.subject)
    if known := kept.person_behind(writing.connection, provider.id, mark):
        before = register.person(known)
        return before if _vouches_for(provider, before) else None
    with suppress(WrongUsage):
        address = checked_address(subject.address)
        if address != subject.address.lower():  # written otherwise, it may be another mailbox, which the provider looked at
            return None
        person = register.at_address(address) or _new_member(access, writing, provider, address)
        if person is None or not _vouches_for(provider, person) or person.standing is Standing.DISABLED:
            return None
        if not kept.link_identity(writing.connection, provider.id, mark, person.id):
            return None
        if person.standing is Standing.INVITED:
            name = " ".join(subject.name.split())[:LONGEST_NAME] or person.name or address.partition("@")[0]
            register.join(person.id, checked_name(name), writing.now)
            note(writing.connection, writing.now, person.id, Did.JOINED)
        note(writing.connection, writing.now, person.id, Did.IDENTITY_LINKED, provider=provider.id)
        return register.person(person.id)
    return None


def _vouches_for(provider: Provider, person: Person) -> bool:
    """Whether the person is one of the provider's own; an administrator is nobody's."""
    return person.organisation == provider.organisation and person.role is not Role.ADMINISTRATOR


def _new_member(access: Access, writing: Writing, provider: Provider, address: str) -> Person | None:
    """Somebody who was not invited, where the provider admits them."""
    if not provider.admits:
        return None
    register, person = access.register(writing), access.store.new_id()
    register.add(person, Role.MEMBER, provider.organisation, None, address, "", writing.now)
    return register.person(person)


def _from_network(browser: Browser) -> str:
    return f"provider from {browser.network}"


def _back(access: Access) -> str:
    return f"{access.address}/sign-in/back"
