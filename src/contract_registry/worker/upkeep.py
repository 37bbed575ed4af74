"""The hourly upkeep as a job: one worker does it, whichever comes first."""

from __future__ import annotations

import logging

from procrastinate import App
from procrastinate.exceptions import AlreadyEnqueued

from contract_registry.operations.jobs import UPKEEP
from contract_registry.operations.service import Service
from contract_registry.operations.upkeep import upkeep

LOG = logging.getLogger("contract_registry.worker")
EVERY_HOUR = "23 * * * *"


def add_upkeep(app: App, service: Service) -> None:
    """Have the queue do the upkeep every hour."""

    @app.periodic(cron=EVERY_HOUR)
    @app.task(name=UPKEEP, queueing_lock=UPKEEP, lock=UPKEEP, pass_context=False)
    def keep_up(timestamp: int) -> None:  # noqa: ARG001  when it was due, which the queue says
        done = upkeep(service)
        facts = {"expired": done.expired, "orphans": done.orphans, "wiped": done.wiped, "rescans": done.rescans}
        LOG.info("upkeep_done", extra=facts)


async def begin_with_upkeep(app: App) -> None:
    """Do the upkeep soon, since a worker begins: it may be the first of a new version, with other rules."""
    try:
        await app.configure_task(UPKEEP, queueing_lock=UPKEEP, lock=UPKEEP).defer_async(timestamp=0)
    except AlreadyEnqueued:
        LOG.info("upkeep_waits")
