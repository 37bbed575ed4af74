"""What was answered to a request with a key, so that the same request sent again is answered the same and done once."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, insert, select

from contract_registry.errors import KeyUsedOtherwise
from contract_registry.storage.answer_tables import idempotency_keys

REMEMBERED = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Answers:
    """The answers to one owner's requests, as they are remembered `now`."""

    connection: Connection
    owner: str
    now: datetime

    def answer_to(self, key: str, request: bytes) -> tuple[str, bool] | None:
        """The contract that was answered and whether it was new then; None for a request that is new itself.

        KeyUsedOtherwise where the key came with another request.
        """
        query = select(idempotency_keys).where(
            idempotency_keys.c.owner_id == self.owner,
            idempotency_keys.c.key_sha256 == _hash(key),
            idempotency_keys.c.at > self.now - REMEMBERED,
        )
        row = self.connection.execute(query).one_or_none()
        if row is None:
            return None
        if row.request != request:
            raise KeyUsedOtherwise
        return row.contract_id, row.is_new

    def remember(self, key: str, request: bytes, contract: str, *, is_new: bool) -> None:
        """Answer the same from now on."""
        self.connection.execute(
            delete(idempotency_keys).where(idempotency_keys.c.owner_id == self.owner, idempotency_keys.c.key_sha256 == _hash(key))
        )
        values = {"request": request, "contract_id": contract, "is_new": is_new, "at": self.now}
        self.connection.execute(insert(idempotency_keys).values(owner_id=self.owner, key_sha256=_hash(key), **values))


def forget_answers_of(connection: Connection, owner: str) -> None:
    """Forget what was answered to this owner."""
    connection.execute(delete(idempotency_keys).where(idempotency_keys.c.owner_id == owner))


def forget_old_answers(connection: Connection, now: datetime) -> int:
    """How many answers were so old that they are now forgotten."""
    return connection.execute(delete(idempotency_keys).where(idempotency_keys.c.at <= now - REMEMBERED)).rowcount


def _hash(key: str) -> bytes:
    return hashlib.sha256(key.encode()).digest()
