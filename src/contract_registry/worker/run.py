"""Does jobs until it is told to stop, and takes up those of others who died.

The queue's library is written for an event loop, so this folder is; what the jobs themselves do is synchronous and runs in threads.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging

from procrastinate.exceptions import ConnectorException

from contract_registry.operations.service import Service
from contract_registry.worker.jobs import jobs_of
from contract_registry.worker.rescue import HEARTBEAT_SECONDS, STALLED_SECONDS, rescue
from contract_registry.worker.upkeep import begin_with_upkeep

LOG = logging.getLogger("contract_registry.worker")
GRACE_SECONDS = 10.0
"""How long a job may go on after the signal to stop: less than after which others take it up, since its heartbeat has ended."""


def work(service: Service) -> None:
    """Do jobs until SIGTERM or SIGINT; it also returns where the database went away, to be started again."""
    for library in ("procrastinate", "psycopg.pool"):
        logging.getLogger(library).setLevel(logging.CRITICAL + 1)  # their words could quote an error's
    try:
        asyncio.run(_work(service))
    except ConnectorException:
        LOG.warning("database_gone")


async def _work(service: Service) -> None:
    app = jobs_of(service)
    async with app.open_async():
        await begin_with_upkeep(app)
        rescuing = asyncio.create_task(rescue(app, service))
        try:
            await app.run_worker_async(
                concurrency=service.system.at_once,
                delete_jobs="successful",
                update_heartbeat_interval=HEARTBEAT_SECONDS,
                stalled_worker_timeout=STALLED_SECONDS,
                shutdown_graceful_timeout=GRACE_SECONDS,
            )
        finally:
            rescuing.cancel()
            with contextlib.suppress(asyncio.CancelledError, Exception):
                await rescuing
