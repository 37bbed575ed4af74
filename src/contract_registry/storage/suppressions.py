"""Suppressions as they are kept: sealed with a key of the organisation that made them, with the day on which each ends in the open."""

from __future__ import annotations

import hmac
import json
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select

from contract_registry.core.records.reviewing.suppression import Suppression
from contract_registry.storage.desk_tables import suppressions
from contract_registry.storage.vault.keeping import WritableShelf
from contract_registry.storage.vault.sealing import seal, unseal
from contract_registry.storage.vault.shelf import Shelf


def suppressions_of(shelf: Shelf, on: date) -> list[Suppression]:
    """What an organisation, whose shelf this is, suppresses on that day; what ends first comes first."""
    query = select(suppressions).where(suppressions.c.organisation_id == shelf.owner, suppressions.c.until > on)
    rows = shelf.connection.execute(query.order_by(suppressions.c.until, suppressions.c.id)).all()
    key = shelf.keys.key_of_owner(shelf.connection, shelf.owner) if rows else None
    return [_opened(row, key) for row in rows] if key else []


def keep_suppression(shelf: WritableShelf, suppression: Suppression) -> Suppression:
    """The suppression as it is kept now: in place of those of the same wording, and with the id of the first of them."""
    shelf.be_alone()
    wording = suppression.letters, suppression.type
    same = [each.id for each in suppressions_of(shelf, suppression.since) if (each.letters, each.type) == wording]
    shelf.connection.execute(delete(suppressions).where(suppressions.c.id.in_(same)))
    suppression = replace(suppression, id=same[0]) if same else suppression
    told = {"letters": suppression.letters, "type": suppression.type, "reason": suppression.reason, "since": suppression.since.isoformat()}
    key = _sealing_key(shelf.key_of_this_owner())
    sealed = seal(key, json.dumps(told).encode(), _purpose(shelf.owner, suppression.id), shelf.keys.random)
    row = {"id": suppression.id, "organisation_id": shelf.owner, "by": suppression.by, "until": suppression.until, "record": sealed}
    shelf.connection.execute(insert(suppressions).values(row))
    return suppression


def forget_suppression(shelf: WritableShelf, suppression: str) -> bool:
    """Whether the organisation had such a suppression; it is gone."""
    row = delete(suppressions).where(suppressions.c.organisation_id == shelf.owner, suppressions.c.id == suppression)
    return bool(shelf.connection.execute(row).rowcount)


def forget_ended_suppressions(connection: Connection, on: date) -> None:
    """Keep none that ended by that day."""
    connection.execute(delete(suppressions).where(suppressions.c.until <= on))


def _opened(row: Row[Any], key: bytes) -> Suppression:
    told = json.loads(unseal(_sealing_key(key), row.record, _purpose(row.organisation_id, row.id)))
    return Suppression(told["letters"], told["type"], told["reason"], row.by, date.fromisoformat(told["since"]), row.until, row.id)


def _sealing_key(key: bytes) -> bytes:
    return hmac.digest(key, b"what this organisation suppresses", "sha256")


def _purpose(organisation: str, suppression: str) -> str:
    return f"organisation {organisation} suppression {suppression}"
