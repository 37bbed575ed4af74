"""The engagers that an owner knows, sealed with a key of the owner's; each name means one of them."""

from __future__ import annotations

import hmac
import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime

from sqlalchemy import delete, insert, select, tuple_
from sqlalchemy.dialects.postgresql import insert as insert_or_change

from contract_registry.core.records.engager import Engager, folded_name
from contract_registry.errors import NotFound, WrongUsage
from contract_registry.storage.record_tables import engager_names, engagers
from contract_registry.storage.vault.keeping import WritableShelf
from contract_registry.storage.vault.sealing import seal, unseal
from contract_registry.storage.vault.shelf import Shelf


def engager_of(shelf: Shelf, engager: str) -> Engager:
    """The engager; NotFound where this owner knows none by this id."""
    query = select(engagers.c.record).where(engagers.c.owner_id == shelf.owner, engagers.c.id == engager)
    sealed = shelf.connection.scalar(query)
    if sealed is None:
        raise NotFound
    return _opened(shelf, engager, sealed)


def page_of_engagers(shelf: Shelf, most: int, after: tuple[datetime, str] | None) -> list[tuple[datetime, Engager]]:
    """The next engagers with when each was last changed, latest first, after the one changed then with that id."""
    query = select(engagers).where(engagers.c.owner_id == shelf.owner).order_by(engagers.c.at.desc(), engagers.c.id.desc()).limit(most)
    if after:
        query = query.where(tuple_(engagers.c.at, engagers.c.id) < after)
    return [(row.at, _opened(shelf, row.id, row.record)) for row in shelf.connection.execute(query)]


def engager_called(shelf: Shelf, name: str) -> Engager | None:
    """The engager that the name means, however it is spelt; None where it means none."""
    key = shelf.keys.key_of_owner(shelf.connection, shelf.owner)
    if key is None:
        return None
    query = select(engager_names.c.engager_id).where(engager_names.c.owner_id == shelf.owner, engager_names.c.mark == _mark(key, name))
    found = shelf.connection.scalar(query)
    return None if found is None else engager_of(shelf, found)


def keep_engager(shelf: WritableShelf, engager: Engager) -> Engager:
    """The engager as it is kept now, with its id; WrongUsage where a name of it means another one already."""
    key = shelf.key_of_this_owner()
    kept = engager.id or shelf.new_id()
    marks = {_mark(key, name): name for name in engager.every_name}
    _check_free(shelf, marks, kept)
    words = json.dumps({**asdict(engager), "id": kept}).encode()
    sealed = seal(_sealing_key(key), words, _purpose(shelf.owner, kept), shelf.keys.random)
    row = insert_or_change(engagers).values(owner_id=shelf.owner, id=kept, record=sealed, at=shelf.now)
    shelf.connection.execute(row.on_conflict_do_update(index_elements=["owner_id", "id"], set_={"record": sealed, "at": shelf.now}))
    shelf.connection.execute(delete(engager_names).where(engager_names.c.owner_id == shelf.owner, engager_names.c.engager_id == kept))
    rows = [{"owner_id": shelf.owner, "mark": mark, "engager_id": kept} for mark in marks]
    shelf.connection.execute(insert(engager_names), rows)
    return engager_of(shelf, kept)


def forget_engagers(shelf: WritableShelf) -> None:
    """Take away every engager that this owner knows."""
    shelf.connection.execute(delete(engagers).where(engagers.c.owner_id == shelf.owner))


def _check_free(shelf: Shelf, marks: dict[bytes, str], engager: str) -> None:
    query = select(engager_names.c.mark).where(
        engager_names.c.owner_id == shelf.owner, engager_names.c.mark.in_(marks), engager_names.c.engager_id != engager
    )
    taken: Sequence[bytes] = shelf.connection.scalars(query).all()
    if taken:
        raise WrongUsage(f"“{marks[taken[0]]}” is the name of another engager. Add what is new to that one, or leave the name out.")


def _opened(shelf: Shelf, engager: str, sealed: bytes) -> Engager:
    key = shelf.keys.key_of_owner(shelf.connection, shelf.owner)
    if key is None:
        raise NotFound
    told = json.loads(unseal(_sealing_key(key), sealed, _purpose(shelf.owner, engager)))
    return Engager(**{**told, "aliases": tuple(told["aliases"])})


def _mark(key: bytes, name: str) -> bytes:
    return hmac.digest(key, b"engager " + folded_name(name).encode(), "sha256")


def _sealing_key(key: bytes) -> bytes:
    """A key for sealing, told from the one that makes marks."""
    return hmac.digest(key, b"what this owner records", "sha256")


def _purpose(owner: str, engager: str) -> str:
    return f"owner {owner} engager {engager}"
