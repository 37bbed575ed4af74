"""The jobs of the registry: compute what stands of a contract, and wipe what went."""

from __future__ import annotations

import logging

from procrastinate import App, RetryStrategy

from contract_registry.errors import NotFound
from contract_registry.operations.following import follow_kept
from contract_registry.operations.jobs import FOLLOW, PROJECT, WIPE_REGISTRY
from contract_registry.operations.projecting import project_kept
from contract_registry.operations.registry_upkeep import wipe_registry
from contract_registry.operations.service import Service

LOG = logging.getLogger("contract_registry.worker")


def add_registry_jobs(app: App, service: Service, again: RetryStrategy) -> None:
    """Have the queue do these; what fails is tried `again`."""

    @app.task(name=PROJECT, retry=again)
    def project_contract(owner: str, contract: str) -> None:
        try:
            rows = project_kept(service, owner, contract)
            LOG.info("contract_projected", extra={"contract": contract, "rows": rows})
        except NotFound:
            LOG.info("contract_gone", extra={"contract": contract})
        except Exception as fault:
            LOG.warning("projection_failed", extra={"contract": contract, "kind": type(fault).__name__})
            raise

    @app.task(name=FOLLOW, retry=again)
    def follow(owner: str, name: str) -> None:
        LOG.info("template_followed", extra={"editions": follow_kept(service, owner, name)})

    @app.task(name=WIPE_REGISTRY, retry=again)
    def wipe() -> None:
        LOG.info("registry_wiped", extra={"wiped": wipe_registry(service)})
