"""Which contracts that stand in the registry were seen by an officer, and by whom, told by a mark."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection, select

from contract_registry.storage.registry.tables import registry_contracts


def officers_of(connection: Connection, contracts: Collection[str]) -> dict[str, str]:
    """The mark of the officer who saw each of these contracts, as far as one did and they name their engager."""
    seen = registry_contracts.c.officer.is_not(None)
    query = select(registry_contracts.c.contract_id, registry_contracts.c.officer).where(
        registry_contracts.c.contract_id.in_(contracts), seen
    )
    return {row.contract_id: str(row.officer) for row in connection.execute(query)}
