"""Holds what stands in the registry to what should stand, down to the last word of the index."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, MetaData, Table, select, text

from contract_registry.storage.registry.columns import Numbered
from contract_registry.storage.registry.rows import insert_rows
from contract_registry.storage.registry.tables import registry_clauses, registry_contracts

_TABLES = (registry_clauses, registry_contracts)
_COPY = "expected_"


def contracts_there(connection: Connection) -> set[str]:
    """The contracts of which something stands."""
    return set(connection.scalars(select(registry_contracts.c.contract_id).distinct())) | set(
        connection.scalars(select(registry_clauses.c.contract_id).distinct())
    )


def overdue(connection: Connection, now: datetime) -> dict[str, datetime]:
    """The contracts of which something else is to stand by now, and is computed soon, each with since when."""
    query = select(registry_contracts.c.contract_id, registry_contracts.c.changes_at).where(registry_contracts.c.changes_at <= now)
    return {row.contract_id: row.changes_at for row in connection.execute(query)}


def stands_otherwise(connection: Connection, contract: str, rows: Sequence[Numbered], changes_at: datetime | None = None) -> bool:
    """Whether of the contract something else stands than these rows."""
    clauses, contracts = (_copy(connection, table) for table in _TABLES)
    insert_rows(connection, clauses, contracts, rows, changes_at)
    differs = any(_differs(connection, copy.name.removeprefix(_COPY), copy.name, contract) for copy in (clauses, contracts))
    for copy in (clauses, contracts):
        connection.execute(text(f"DROP TABLE {copy.name}"))
    return differs


def stray_wordings(connection: Connection) -> int:
    """How many wordings no clause has, or are missing though a clause has them."""
    strays = """
        SELECT (SELECT count(*) FROM registry_wordings WHERE NOT EXISTS (SELECT FROM registry_clauses WHERE wording_id = id))
             + (SELECT count(*) FROM registry_clauses WHERE NOT EXISTS (SELECT FROM registry_wordings WHERE id = wording_id))
    """
    return connection.scalar(text(strays)) or 0


def _copy(connection: Connection, table: Table) -> Table:
    """An empty table of the same form, which lives as long as the transaction."""
    copy = table.to_metadata(MetaData(), name=f"{_COPY}{table.name}")
    connection.execute(text(f"CREATE TEMPORARY TABLE {copy.name} (LIKE {table.name} INCLUDING GENERATED) ON COMMIT DROP"))
    return copy


def _differs(connection: Connection, table: str, copy: str, contract: str) -> bool:
    there = f"SELECT * FROM {table} WHERE contract_id = :contract"  # noqa: S608  names of ours
    query = f"SELECT EXISTS (({there} EXCEPT TABLE {copy}) UNION ALL (TABLE {copy} EXCEPT {there}))"
    return bool(connection.scalar(text(query), {"contract": contract}))
