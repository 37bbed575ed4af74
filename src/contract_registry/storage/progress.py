"""How far the scans of contracts are: noted by the worker that does them, and told to whoever asks."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, delete, literal, select
from sqlalchemy.dialects.postgresql import insert

from contract_registry.core.contracts.kept import Progress, Stage, State
from contract_registry.storage.tables import contracts
from contract_registry.storage.work_tables import scan_progress


def note_progress(connection: Connection, contract: str, progress: Progress, now: datetime) -> bool:
    """Whether the contract still waits for its scan; only then how far it is was noted."""
    columns = ("contract_id", "stage", "pages_read", "pages_known", "at")
    told = select(
        contracts.c.id, literal(progress.stage.value), literal(progress.pages_read), literal(progress.pages_known), literal(now)
    ).where(contracts.c.id == contract, contracts.c.state == State.WAITING)
    row = insert(scan_progress).from_select(list(columns), told)
    changes = {name: row.excluded[name] for name in columns[1:]}
    noted = row.on_conflict_do_update(index_elements=["contract_id"], set_=changes).returning(scan_progress.c.contract_id)
    return connection.execute(noted).one_or_none() is not None


def forget_progress(connection: Connection, contract: str) -> None:
    """Note that no scan of the contract is going on."""
    connection.execute(delete(scan_progress).where(scan_progress.c.contract_id == contract))


def progress_of(connection: Connection, contracts_: Sequence[str]) -> dict[str, Progress]:
    """How far the scans of these contracts are, of those that have begun."""
    rows = connection.execute(select(scan_progress).where(scan_progress.c.contract_id.in_(contracts_)))
    return {row.contract_id: Progress(Stage(row.stage), row.pages_read, row.pages_known) for row in rows}
