"""Puts jobs into the queue, in the transaction that makes what they are about: neither is there without the other."""

from __future__ import annotations

from procrastinate import App, SyncPsycopgConnector
from sqlalchemy import Connection

SCAN = "scan_contract"
"""The name of the job that scans a kept contract. Names stay: jobs wait under them while versions change."""

_queue = App(connector=SyncPsycopgConnector())
"""Never opened: each job goes over the connection of its transaction."""


def defer(connection: Connection, job: str, priority: int = 0, **arguments: str) -> None:
    """Have the job done once the transaction is kept, after those of a higher priority; an undone one leaves no job."""
    _queue.configure_task(job, connection=connection.connection.driver_connection, priority=priority).defer(**arguments)
