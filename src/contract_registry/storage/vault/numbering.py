"""Gives rows of the registry their numbers, and their contributors and officers a mark, by keys that nobody else has: the same rows get the same ones again."""

from __future__ import annotations

import hmac
from collections.abc import Iterable
from datetime import UTC, datetime

from sqlalchemy import Connection, select, update

from contract_registry.core.disclosure.consent.projection import Row
from contract_registry.storage.registry.circles import id_of_circle
from contract_registry.storage.registry.columns import Numbered
from contract_registry.storage.registry.tables import registry_contracts
from contract_registry.storage.tables import owner_keys
from contract_registry.storage.vault.keeping import WritableShelf

_BITS = 51
"""Of a row's number, those by chance; the twelve above them are the month, counted from January 2000."""
_FIRST_YEAR, _MONTHS = 2000, 12
_OF_OFFICER = b"officer who saw a contract"


def numbered(shelf: WritableShelf, contract: str, rows: Iterable[Row]) -> list[Numbered]:
    """The rows of a contract with their numbers, this owner's mark, and that of the officer who saw it, as long as there is such a person."""
    key = shelf.keys.key_of_contract(shelf.connection, contract)
    contributor = _mark(shelf.key_of_this_owner(), b"contributor to the registry")
    every = list(rows)
    seen_by = {row.officer for row in every if row.officer}
    _keep_from_going(shelf, seen_by)
    officers = {each: shelf.keys.key_of_owner(shelf.connection, each) for each in seen_by}
    marks = {each: _mark(own, _OF_OFFICER) for each, own in officers.items() if own}
    return [Numbered(row, _month_of(row.shared_at) << _BITS | _by_chance(key, row), contributor, marks.get(row.officer)) for row in every]


def mark_of_officer(shelf: WritableShelf) -> int:
    """The mark of this person on what they saw."""
    return _mark(shelf.key_of_this_owner(), _OF_OFFICER)


def forget_officer(connection: Connection, mark: int) -> None:
    """Take a mark from what it stands at, once the key that made it is gone: whoever is gone stands for nothing any more."""
    connection.execute(update(registry_contracts).where(registry_contracts.c.officer == mark).values(officer=None))


def _keep_from_going(shelf: WritableShelf, people: set[str]) -> None:
    """Have whoever erases one of these people wait until this transaction ends, so that they find what it marks."""
    if people:
        held = select(owner_keys.c.owner_id).where(owner_keys.c.owner_id.in_(sorted(people))).order_by(owner_keys.c.owner_id)
        shelf.connection.execute(held.with_for_update(read=True, key_share=True))


def _mark(key: bytes, of: bytes) -> int:
    return int.from_bytes(hmac.digest(key, of, "sha256")[:8], "big", signed=True)


def _month_of(when: datetime) -> int:
    at = when.astimezone(UTC)
    return (at.year - _FIRST_YEAR) * _MONTHS + at.month - 1


def _by_chance(key: bytes, row: Row) -> int:
    """A number that tells nothing to whoever has not the key, so that rows of one month stand in no order."""
    said = f"row {id_of_circle(row.circle)} {row.place}".encode()
    return int.from_bytes(hmac.digest(key, said, "sha256")[:8], "big") >> (64 - _BITS)
