"""API tokens: made for a person and shown once, listed without their words, revoked."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import UUID

from contract_registry.core.disclosure.audit import Did
from contract_registry.errors import NotFound, WrongUsage
from contract_registry.operations.access import Access
from contract_registry.operations.addresses import checked_name
from contract_registry.operations.foundations import Foundations
from contract_registry.storage.people.register import add_nameless
from contract_registry.storage.people.tokens import PREFIX, Token, keep_token, revoke_token, tokens_of
from contract_registry.storage.people.trail import note

LONGEST_DAYS, MOST = 365, 20


def new_token(foundations: Foundations, owner: str, words: Callable[[], str], now: datetime) -> str:
    """A token that speaks for this owner from now on, somebody new included; it cannot be shown again."""
    token = PREFIX + words()
    with foundations.database.engine.begin() as connection:
        add_nameless(connection, owner, now)
        keep_token(
            connection, token, Token(_id_of(token), owner, "made by command", can_write=True, made_at=now, ends_at=None, used_at=None)
        )
        note(connection, now, None, Did.TOKEN_MADE, person=owner)
    return token


def make_token(access: Access, person: str, name: str, days: int, *, can_write: bool) -> str:
    """A token for oneself, which ends after so many days; it cannot be shown again. WrongUsage where the name or the number makes no sense."""
    if not 1 <= days <= LONGEST_DAYS:
        raise WrongUsage(f"A token lasts {LONGEST_DAYS} days at most.")
    called, words = checked_name(name), PREFIX + access.words()
    with access.store.writing() as writing:
        if len(tokens_of(writing.connection, person)) >= MOST:
            raise WrongUsage(f"You have {MOST} tokens. Revoke one that is not used any more.")
        ends_at = writing.now + timedelta(days=days)
        token = Token(_id_of(words), person, called, can_write, writing.now, ends_at, None)
        keep_token(writing.connection, words, token)
        note(writing.connection, writing.now, person, Did.TOKEN_MADE, token=token.id)
    return words


def list_tokens(access: Access, person: str) -> list[Token]:
    """The person's tokens, latest first."""
    with access.store.reading() as reading:
        return tokens_of(reading.connection, person)


def revoke(access: Access, person: str, token: str) -> None:
    """Have the token speak for nobody any more; NotFound where this person has none by this id."""
    with access.store.writing() as writing:
        if not revoke_token(writing.connection, person, token):
            raise NotFound
        note(writing.connection, writing.now, person, Did.TOKEN_REVOKED, token=token)


def _id_of(words: str) -> str:
    """By what the token is named where it is listed; from it nobody learns its words."""
    return str(UUID(bytes=hashlib.sha256(f"id of {words}".encode()).digest()[:16], version=4))
