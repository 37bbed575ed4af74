"""What is recorded of a contract, sealed with its key: one record of each kind, the latest."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import Any

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert

from contract_registry.storage.record_tables import contract_records
from contract_registry.storage.vault.keeping import WritableShelf
from contract_registry.storage.vault.sealing import seal, unseal
from contract_registry.storage.vault.shelf import Shelf


class Kind(StrEnum):
    """What a record is about. Names stay: records are sealed for them."""

    PARTICULARS = "particulars"
    OUTCOMES = "outcomes"
    CONSENT = "consent"
    RESCANS = "rescans"
    SEEN = "seen"
    AGREEMENTS = "agreements"


def record_of(shelf: Shelf, contract: str, kind: Kind) -> Any:  # noqa: ANN401  what was recorded
    """The record as it was kept; None where there is none of this kind, NotFound where this owner has no such contract."""
    shelf.contract(contract)
    query = select(contract_records.c.record).where(contract_records.c.contract_id == contract, contract_records.c.kind == kind)
    sealed = shelf.connection.scalar(query)
    if sealed is None:
        return None
    return json.loads(unseal(shelf.keys.key_of_contract(shelf.connection, contract), sealed, _purpose(contract, kind)))


def keep_record(shelf: WritableShelf, contract: str, kind: Kind, record: object) -> None:
    """Keep the record in place of the one before it."""
    shelf.contract(contract)
    key = shelf.keys.key_of_contract(shelf.connection, contract)
    sealed = seal(key, json.dumps(record).encode(), _purpose(contract, kind), shelf.keys.random)
    row = insert(contract_records).values(contract_id=contract, kind=kind, record=sealed, at=shelf.now)
    changes = {"record": sealed, "at": shelf.now}
    shelf.connection.execute(row.on_conflict_do_update(index_elements=["contract_id", "kind"], set_=changes))


def _purpose(contract: str, kind: Kind) -> str:
    return f"contract {contract} record {kind}"
