"""Who asks: the person whom a session or a token speaks for, how far they have signed in, and what they may."""

from __future__ import annotations

from contract_registry.core.disclosure.people import VISITOR, Asker, Person, Stage, Standing
from contract_registry.core.disclosure.roles import NEEDS_SECOND_FACTOR, Role
from contract_registry.errors import NotAllowed, NotSignedIn
from contract_registry.operations.access import Access
from contract_registry.storage.people.sessions import is_sight_to_be_noted, note_sight, session_of
from contract_registry.storage.people.tokens import PREFIX, is_use_to_be_noted, note_use, token_of


def asker_of_session(access: Access, session: str) -> Asker:
    """Whom the session is of; a visitor where it is none, or over."""
    if not session:
        return VISITOR
    now = access.now()
    with access.store.reading() as reading:
        found = session_of(reading.connection, session, now)
    if found is None:
        return VISITOR
    if is_sight_to_be_noted(found, now):
        with access.store.writing() as writing:
            note_sight(writing.connection, found, now)
    role = Role(found.role)
    to_set_up = role in NEEDS_SECOND_FACTOR and not found.has_second_factor
    stage = Stage.PASSWORD_GIVEN if not found.is_whole else Stage.TO_SET_UP if to_set_up else Stage.INSIDE
    return Asker(role, stage, found.person, found.organisation, found.branch)


def asker_of_token(access: Access, authorization: str) -> Asker:
    """For whom the header Authorization speaks; NotSignedIn where its token is none."""
    scheme, _, words = authorization.partition(" ")
    if scheme.lower() != "bearer" or not words.startswith(PREFIX):
        raise NotSignedIn
    now = access.now()
    with access.store.reading() as reading:
        token = token_of(reading.connection, words.strip(), now)
        if token is None:
            raise NotSignedIn
        person = access.register(reading).person(token.owner)
    if is_use_to_be_noted(token, now):
        with access.store.writing() as writing:
            note_use(writing.connection, token, now)
    return Asker(person.role, Stage.INSIDE, person.id, person.organisation, person.branch, can_write=token.can_write)


def asker_of_person(person: Person) -> Asker:
    """The person as one who asks at the machine itself; NotAllowed for whoever is not let in."""
    if person.standing is not Standing.ACTIVE:
        raise NotAllowed("This person cannot sign in, and sees nothing.")
    return Asker(person.role, Stage.INSIDE, person.id, person.organisation, person.branch)
