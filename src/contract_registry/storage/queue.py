"""Puts jobs into the queue, in the transaction that makes what they are about: neither is there without the other."""

from __future__ import annotations

from procrastinate import App, SyncPsycopgConnector
from sqlalchemy import Connection

SCAN = "scan_contract"
"""The name of the job that scans a kept contract. Names stay: jobs wait under them while versions change."""

LETTER = "send_letter"
"""The name of the job that sends a letter to somebody."""

_queue = App(connector=SyncPsycopgConnector())
"""Never opened: each job goes over the connection of its transaction."""


def defer(connection: Connection, job: str, **arguments: str) -> None:
    """Have the job done once the transaction is kept; an undone one leaves no job."""
    _queue.configure_task(job, connection=connection.connection.driver_connection).defer(**arguments)
