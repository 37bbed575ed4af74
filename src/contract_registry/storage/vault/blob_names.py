"""Which blobs there should be: those that some row names."""

from __future__ import annotations

from sqlalchemy import Connection, select, union

from contract_registry.storage.tables import contract_files
from contract_registry.storage.work_tables import contract_documents


def blobs_in_use(connection: Connection) -> set[str]:
    """The names of all blobs that belong to a contract."""
    return set(connection.scalars(union(select(contract_files.c.blob), select(contract_documents.c.blob))))
