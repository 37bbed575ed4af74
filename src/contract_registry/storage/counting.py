"""Counts what is kept and what is still to be done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, select, text

from contract_registry.storage.tables import contracts


@dataclass(frozen=True, slots=True)
class Counted:
    """Contracts by state, jobs by status, and for how many seconds the contract has waited that came first of those that wait."""

    contracts: dict[str, int]
    jobs: dict[str, int]
    longest_wait: float


def counted(connection: Connection, now: datetime) -> Counted:
    """What there is now."""
    states = connection.execute(select(contracts.c.state, func.count().label("total")).group_by(contracts.c.state)).all()
    jobs = connection.execute(text("SELECT status::text, count(*) AS total FROM procrastinate_jobs GROUP BY status")).all()
    first = connection.scalar(select(func.min(contracts.c.received_at)).where(contracts.c.state == "waiting"))
    waited = (now - first).total_seconds() if first else 0.0
    return Counted({row.state: row.total for row in states}, {row.status: row.total for row in jobs}, max(waited, 0.0))
