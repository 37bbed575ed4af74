"""Gives rows of the registry their numbers and their contributors a mark, by keys that nobody else has: the same rows get the same ones again."""

from __future__ import annotations

import hmac
from collections.abc import Iterable
from datetime import UTC, datetime

from contract_registry.core.disclosure.consent.projection import Row
from contract_registry.storage.registry.circles import id_of_circle
from contract_registry.storage.registry.columns import Numbered
from contract_registry.storage.vault.keeping import WritableShelf

_BITS = 51
"""Of a row's number, those by chance; the twelve above them are the month, counted from January 2000."""
_FIRST_YEAR, _MONTHS = 2000, 12


def numbered(shelf: WritableShelf, contract: str, rows: Iterable[Row]) -> list[Numbered]:
    """The rows of a contract with their numbers and this owner's mark."""
    key = shelf.keys.key_of_contract(shelf.connection, contract)
    contributor = int.from_bytes(hmac.digest(shelf.key_of_this_owner(), b"contributor to the registry", "sha256")[:8], "big", signed=True)
    return [Numbered(row, _month_of(row.shared_at) << _BITS | _by_chance(key, row), contributor) for row in rows]


def _month_of(when: datetime) -> int:
    at = when.astimezone(UTC)
    return (at.year - _FIRST_YEAR) * _MONTHS + at.month - 1


def _by_chance(key: bytes, row: Row) -> int:
    """A number that tells nothing to whoever has not the key, so that rows of one month stand in no order."""
    said = f"row {id_of_circle(row.circle)} {row.place}".encode()
    return int.from_bytes(hmac.digest(key, said, "sha256")[:8], "big") >> (64 - _BITS)
