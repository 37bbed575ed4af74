"""Which scans were made by another rulebook, and have them made anew, each once."""

from __future__ import annotations

from sqlalchemy import Connection, or_, select, update

from contract_registry.core.contracts.kept import State
from contract_registry.storage.queue import RESCAN, defer
from contract_registry.storage.tables import contract_scans, contracts
from contract_registry.storage.work_tables import rulebooks

BATCH = 500
BEHIND = -20
"""How far these jobs stand behind scans that somebody waits for."""


def defer_rescans(connection: Connection, rulebook: str) -> int:
    """How many of the next scans by older rulebooks were put into the queue to be made anew by `rulebook`; 0 when all are.

    Scans by a rulebook that came here later are left alone, so that two versions that run beside each other do not undo each other's work.
    """
    since = select(rulebooks.c.first_at).where(rulebooks.c.fingerprint == rulebook).scalar_subquery()
    later = select(rulebooks.c.fingerprint).where(rulebooks.c.first_at > since)
    query = (
        select(contracts.c.owner_id, contracts.c.id)
        .join(contract_scans, contract_scans.c.contract_id == contracts.c.id)
        .where(
            contracts.c.state == State.SCANNED,
            contract_scans.c.rulebook.is_distinct_from(rulebook),
            contract_scans.c.asked_rulebook.is_distinct_from(rulebook),
            or_(contract_scans.c.rulebook.is_(None), contract_scans.c.rulebook.not_in(later)),
        )
        .order_by(contracts.c.id)
        .limit(BATCH)
        .with_for_update(of=contract_scans, skip_locked=True)
    )
    rows = connection.execute(query).all()
    asked = update(contract_scans).where(contract_scans.c.contract_id.in_([row.id for row in rows]))
    connection.execute(asked.values(asked_rulebook=rulebook))
    for row in rows:
        defer(connection, RESCAN, BEHIND, owner=row.owner_id, contract=row.id)
    return len(rows)
