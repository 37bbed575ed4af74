"""Puts jobs into the queue, in the transaction that makes what they are about: neither is there without the other."""

from __future__ import annotations

import json
from datetime import datetime, timedelta

from procrastinate import App, SyncPsycopgConnector
from sqlalchemy import Connection, text

SCAN = "scan_contract"
"""The name of the job that scans a kept contract. Names stay: jobs wait under them while versions change."""
LETTER = "send_letter"
"""The name of the job that sends a letter to somebody."""
RESCAN = "rescan_contract"
"""The name of the job that makes the scan of a kept contract anew, by other rules."""
UPKEEP = "upkeep"
"""The name of the job that is done every hour for what is kept."""
PROJECT = "project_contract"
"""The name of the job that computes anew what stands of a contract in the registry."""
WIPE_REGISTRY = "wipe_registry"
"""The name of the job that writes anew what lost rows in the registry."""
FOLLOW = "follow_template"
"""The name of the job that follows public terms over their editions."""
DIGEST = "send_digest"
"""The name of the job that tells somebody what is new in their saved searches."""
REMEMBERED = timedelta(days=30)
"""For how long a job that failed is remembered."""

_queue = App(connector=SyncPsycopgConnector())
"""Never opened: each job goes over the connection of its transaction."""


def defer(connection: Connection, job: str, priority: int = 0, **arguments: str) -> None:
    """Have the job done once the transaction is kept, after those of a higher priority; an undone one leaves no job."""
    _queue.configure_task(job, connection=connection.connection.driver_connection, priority=priority).defer(**arguments)


def defer_once(connection: Connection, job: str, priority: int = 0, **arguments: str) -> None:
    """The same, unless the same job with these arguments waits already; that one is held back until the transaction ends, so that it sees what it made."""
    waits = text(
        "SELECT 1 FROM procrastinate_jobs WHERE task_name = :job AND status = 'todo' AND args = CAST(:arguments AS jsonb) LIMIT 1 FOR SHARE"
    )
    if connection.scalar(waits, {"job": job, "arguments": json.dumps(arguments)}) is None:
        defer(connection, job, priority, **arguments)


def forget_old_jobs(connection: Connection, now: datetime) -> int:
    """How many jobs that failed long ago are now forgotten."""
    old = text(
        "DELETE FROM procrastinate_jobs WHERE status = 'failed' AND id IN "
        "(SELECT job_id FROM procrastinate_events GROUP BY job_id HAVING max(at) < :before)"
    )
    return connection.execute(old, {"before": now - REMEMBERED}).rowcount
