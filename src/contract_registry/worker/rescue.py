"""Takes up the jobs of workers that died: put back into the queue, or given up where they have killed one worker after another.

The queue tells a dead worker by its heartbeat and leaves its jobs as they are; this loop is what brings them back.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterator
from contextlib import contextmanager

from procrastinate import App
from procrastinate.exceptions import UniqueViolation
from procrastinate.jobs import Job, Status
from procrastinate.utils import utcnow

from contract_registry.operations.jobs import SCAN
from contract_registry.operations.service import Service
from contract_registry.worker.jobs import abandon

LOG = logging.getLogger("contract_registry.worker")
HEARTBEAT_SECONDS = 5.0
STALLED_SECONDS = 15.0
EVERY_SECONDS = 3.0
MOST_DEATHS = 3


async def rescue(app: App, service: Service) -> None:
    """Look for such jobs again and again, until cancelled; what goes wrong with one of them, or with one look, is noted and tried again."""
    while True:
        with _noted("looking"):
            for job in await app.job_manager.get_stalled_jobs(seconds_since_heartbeat=STALLED_SECONDS):
                with _noted(str(job.id)):
                    await _take_up(app, service, job)
            await app.job_manager.prune_stalled_workers(STALLED_SECONDS)
        await asyncio.sleep(EVERY_SECONDS)


@contextmanager
def _noted(job: str) -> Iterator[None]:
    try:
        yield
    except Exception as fault:  # noqa: BLE001  whatever it is, the jobs of the dead must not wait for it
        LOG.error("job_not_taken_up", extra={"job": job, "kind": type(fault).__name__})  # noqa: TRY400  its words may hold a job's


async def _take_up(app: App, service: Service, job: Job) -> None:
    facts = {"job": job.id, "contract": str(job.task_kwargs.get("contract")), "attempt": job.attempts + 1}
    if job.attempts + 1 < MOST_DEATHS:
        try:
            await app.job_manager.retry_job(job, retry_at=utcnow())
            LOG.warning("job_taken_up", extra=facts)
        except UniqueViolation:  # another that does the same waits already, for this one to end
            await app.job_manager.finish_job(job, Status.FAILED, delete_job=True)
            LOG.warning("job_left_to_the_next", extra=facts)
        return
    LOG.error("job_given_up", extra=facts)
    if job.task_name == SCAN:
        await asyncio.to_thread(abandon, service, str(job.task_kwargs["owner"]), str(job.task_kwargs["contract"]))
    await app.job_manager.finish_job(job, Status.FAILED, delete_job=False)
