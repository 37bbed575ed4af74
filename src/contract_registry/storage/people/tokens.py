"""API tokens: made once and shown once, known afterwards by their hash alone."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, insert, or_, select, update

from contract_registry.storage.people.tables import api_tokens, people

PREFIX = "cr_"
"""By which a token that somebody published by mistake can be found."""
_NOTED_EVERY = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Token:
    """What is known of a token after it was shown."""

    id: str
    owner: str
    name: str
    can_write: bool
    made_at: datetime
    ends_at: datetime | None
    used_at: datetime | None


def keep_token(connection: Connection, words: str, token: Token) -> None:
    """Let the words speak for the owner of the token."""
    connection.execute(
        insert(api_tokens).values(
            token_sha256=_hash(words),
            owner_id=token.owner,
            made_at=token.made_at,
            id=token.id,
            name=token.name,
            can_write=token.can_write,
            ends_at=token.ends_at,
        )
    )


def token_of(connection: Connection, words: str, now: datetime) -> Token | None:
    """What the words stand for; None where they are no token, or none any more, or its owner is disabled."""
    query = select(api_tokens).join(people, people.c.id == api_tokens.c.owner_id)
    query = query.where(api_tokens.c.token_sha256 == _hash(words), people.c.disabled_at.is_(None))
    row = connection.execute(query.where(or_(api_tokens.c.ends_at.is_(None), api_tokens.c.ends_at > now))).one_or_none()
    return None if row is None else Token(row.id, row.owner_id, row.name, row.can_write, row.made_at, row.ends_at, row.used_at)


def tokens_of(connection: Connection, owner: str) -> list[Token]:
    """The owner's tokens, latest first."""
    rows = connection.execute(select(api_tokens).where(api_tokens.c.owner_id == owner).order_by(api_tokens.c.made_at.desc()))
    return [Token(row.id, row.owner_id, row.name, row.can_write, row.made_at, row.ends_at, row.used_at) for row in rows]


def revoke_token(connection: Connection, owner: str, token: str) -> bool:
    """Whether there was such a token of this owner; it speaks for nobody any more."""
    return bool(connection.execute(delete(api_tokens).where(api_tokens.c.owner_id == owner, api_tokens.c.id == token)).rowcount)


def is_use_to_be_noted(token: Token, now: datetime) -> bool:
    """Whether the last use that was noted is a while ago."""
    return token.used_at is None or now - token.used_at > _NOTED_EVERY


def note_use(connection: Connection, token: Token, now: datetime) -> None:
    """Note that the token was used just now."""
    connection.execute(update(api_tokens).where(api_tokens.c.id == token.id).values(used_at=now))


def _hash(words: str) -> bytes:
    return hashlib.sha256(words.encode(errors="replace")).digest()
