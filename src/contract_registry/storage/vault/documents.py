"""The documents that contracts were read into, sealed like their files."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert

from contract_registry.storage.vault.keeping import WritableShelf
from contract_registry.storage.vault.sealing import unseal
from contract_registry.storage.vault.shelf import Shelf
from contract_registry.storage.work_tables import contract_documents


def document_of(shelf: Shelf, contract: str) -> bytes | None:
    """What the contract was read into, as it was kept; None where nothing was."""
    shelf.contract(contract)
    blob = shelf.connection.scalar(select(contract_documents.c.blob).where(contract_documents.c.contract_id == contract))
    if blob is None:
        return None
    key = shelf.keys.key_of_contract(shelf.connection, contract)
    return unseal(key, shelf.blobs.get(blob), _purpose(contract))


def keep_document(shelf: WritableShelf, contract: str, document: bytes) -> None:
    """Keep what the contract was read into, in place of what was kept before."""
    key = shelf.keys.key_of_contract(shelf.connection, contract)
    former = shelf.connection.scalar(select(contract_documents.c.blob).where(contract_documents.c.contract_id == contract))
    blob = shelf.put_sealed(key, document, _purpose(contract))
    row = insert(contract_documents).values(contract_id=contract, blob=blob)
    shelf.connection.execute(row.on_conflict_do_update(index_elements=["contract_id"], set_={"blob": blob}))
    if former:
        shelf.if_done.append(former)


def _purpose(contract: str) -> str:
    return f"contract {contract} document"
