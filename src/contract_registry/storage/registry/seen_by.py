"""Which contracts that stand in the registry were seen by an officer, and by whom, told by a mark."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection, text


def officers_of(connection: Connection, contracts: Collection[str]) -> dict[str, str]:
    """The mark of the officer who saw each of these contracts, as far as one did and they name their engager."""
    query = text(
        "SELECT contract_id::text AS contract, officer FROM registry_contracts WHERE contract_id = ANY(CAST(:contracts AS uuid[])) AND officer IS NOT NULL"
    )
    return {row.contract: str(row.officer) for row in connection.execute(query, {"contracts": list(contracts)})}
