"""Saved searches as they are kept: what is asked sealed with the key of whoever asks, when it was told of last in the open."""

from __future__ import annotations

import hmac
import json
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select, update

from contract_registry.core.disclosure.watching.saved_search import Every, SavedSearch
from contract_registry.storage.desk_tables import saved_searches
from contract_registry.storage.vault.keeping import WritableShelf
from contract_registry.storage.vault.sealing import seal, unseal
from contract_registry.storage.vault.shelf import Shelf


def searches_of(shelf: Shelf) -> list[SavedSearch]:
    """What somebody keeps, the earliest first."""
    query = select(saved_searches).where(saved_searches.c.person_id == shelf.owner).order_by(saved_searches.c.made_at, saved_searches.c.id)
    rows = shelf.connection.execute(query).all()
    key = shelf.keys.key_of_owner(shelf.connection, shelf.owner) if rows else None
    return [_opened(row, key) for row in rows] if key else []


def keep_search(shelf: WritableShelf, search: SavedSearch) -> None:
    """Keep a new one."""
    key = shelf.key_of_this_owner()
    words = json.dumps({"name": search.name, "question": search.question}).encode()
    sealed = seal(_sealing_key(key), words, _purpose(search.person, search.id), shelf.keys.random)
    told = {"every": int(search.every), "made_at": search.made_at, "told_until": search.told_until, "stopped_at": search.stopped_at}
    shelf.connection.execute(insert(saved_searches).values(person_id=search.person, id=search.id, record=sealed, **told))


def note_told(shelf: WritableShelf, search: SavedSearch) -> None:
    """Keep until when it was told of, and whether it was stopped."""
    row = update(saved_searches).where(saved_searches.c.person_id == search.person, saved_searches.c.id == search.id)
    shelf.connection.execute(row.values(told_until=search.told_until, stopped_at=search.stopped_at))


def forget_search(shelf: WritableShelf, search: str) -> bool:
    """Whether there was such a search; it is gone."""
    row = delete(saved_searches).where(saved_searches.c.person_id == shelf.owner, saved_searches.c.id == search)
    return bool(shelf.connection.execute(row).rowcount)


def forget_searches(shelf: WritableShelf) -> None:
    """Take away every search of this person."""
    shelf.connection.execute(delete(saved_searches).where(saved_searches.c.person_id == shelf.owner))


def people_to_tell(connection: Connection, before: datetime) -> list[str]:
    """Whose searches were told of until before that, and not stopped."""
    query = select(saved_searches.c.person_id).where(saved_searches.c.told_until < before, saved_searches.c.stopped_at.is_(None))
    return sorted(set(connection.scalars(query)))


def stop_words(shelf: Shelf) -> str:
    """The words by which whoever has them stops this person's letters, and can do nothing else; empty where this person keeps nothing."""
    key = shelf.keys.key_of_owner(shelf.connection, shelf.owner)
    return hmac.digest(key, b"stop the letters on saved searches", "sha256").hex()[:32] if key else ""


def _opened(row: Row[Any], key: bytes) -> SavedSearch:
    told = json.loads(unseal(_sealing_key(key), row.record, _purpose(row.person_id, row.id)))
    return SavedSearch(row.id, row.person_id, told["name"], told["question"], Every(row.every), row.made_at, row.told_until, row.stopped_at)


def _sealing_key(key: bytes) -> bytes:
    return hmac.digest(key, b"what this person searches for", "sha256")


def _purpose(person: str, search: str) -> str:
    return f"person {person} search {search}"
