"""Until when contracts are kept, where somebody said so."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.postgresql import insert

from contract_registry.storage.tables import contracts
from contract_registry.storage.work_tables import retention


def keep_until(connection: Connection, contract: str, when: datetime | None) -> None:
    """Have the contract deleted then; None has it kept until somebody deletes it."""
    if when is None:
        connection.execute(delete(retention).where(retention.c.contract_id == contract))
        return
    row = insert(retention).values(contract_id=contract, delete_at=when)
    connection.execute(row.on_conflict_do_update(index_elements=["contract_id"], set_={"delete_at": when}))


def kept_until(connection: Connection, contract: str) -> datetime | None:
    """When the contract will be deleted; None where nobody said so."""
    return connection.scalar(select(retention.c.delete_at).where(retention.c.contract_id == contract))


def expired(connection: Connection, now: datetime, most: int) -> list[tuple[str, str]]:
    """Owner and id of contracts whose time is up, those first whose time was up first."""
    query = (
        select(contracts.c.owner_id, contracts.c.id)
        .join(retention, retention.c.contract_id == contracts.c.id)
        .where(retention.c.delete_at <= now)
        .order_by(retention.c.delete_at, contracts.c.id)
        .limit(most)
    )
    return [(row.owner_id, row.id) for row in connection.execute(query)]
