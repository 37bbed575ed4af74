"""API tokens: made once and shown once, known afterwards by their hash alone."""

from __future__ import annotations

import hashlib
from datetime import datetime

from sqlalchemy import Connection, insert, select

from contract_registry.storage.tables import api_tokens

PREFIX = "cr_"
"""By which a token that somebody published by mistake can be found."""


def keep_token(connection: Connection, token: str, owner: str, now: datetime) -> None:
    """Let the token speak for this owner."""
    connection.execute(insert(api_tokens).values(token_sha256=_hash(token), owner_id=owner, made_at=now))


def owner_of_token(connection: Connection, token: str) -> str | None:
    """For whom the token speaks; None where it is none."""
    return connection.execute(select(api_tokens.c.owner_id).where(api_tokens.c.token_sha256 == _hash(token))).scalar_one_or_none()


def _hash(token: str) -> bytes:
    return hashlib.sha256(token.encode()).digest()
