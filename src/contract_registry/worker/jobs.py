"""The jobs by their names, each a call of one operation; what fails is tried again, and what fails time and again is given up with its reason."""

from __future__ import annotations

import logging

from procrastinate import App, JobContext, PsycopgConnector, RetryStrategy

from contract_registry.errors import NotFound
from contract_registry.operations.contracts import give_up, scan_kept
from contract_registry.operations.jobs import DIGEST, LETTER, RESCAN, SCAN
from contract_registry.operations.letters import Letter, send_letter
from contract_registry.operations.rescan import rescan_kept
from contract_registry.operations.saved_searches import send_digest
from contract_registry.operations.service import Service
from contract_registry.worker.registry import add_registry_jobs
from contract_registry.worker.upkeep import add_upkeep

LOG = logging.getLogger("contract_registry.worker")
MOST_ATTEMPTS = 4
AGAIN = RetryStrategy(max_attempts=MOST_ATTEMPTS, exponential_wait=3)
POST_AGAIN = RetryStrategy(max_attempts=8, exponential_wait=4)
"""A mail server may be away for most of a day."""


def jobs_of(service: Service) -> App:
    """The queue of this service with every job that a worker can do."""
    app = App(connector=PsycopgConnector(conninfo=service.foundations.database.address, min_size=1, max_size=4))

    @app.task(name=SCAN, retry=AGAIN, pass_context=True)
    def scan_contract(context: JobContext, owner: str, contract: str) -> None:
        try:
            state = scan_kept(service, owner, contract)
            LOG.info("contract_scanned", extra={"contract": contract, "state": state.value})
        except NotFound:
            LOG.info("contract_gone", extra={"contract": contract})
        except Exception as fault:
            tried = (context.job.attempts if context.job else 0) + 1
            LOG.warning("scan_failed", extra={"contract": contract, "kind": type(fault).__name__, "attempt": tried})
            if tried < MOST_ATTEMPTS:
                raise
            abandon(service, owner, contract)

    @app.task(name=LETTER, retry=POST_AGAIN)
    def post(person: str, letter: str) -> None:
        is_sent = send_letter(service.access, person, Letter(letter))
        LOG.info("letter_sent" if is_sent else "letter_left", extra={"letter": letter})

    @app.task(name=DIGEST, retry=POST_AGAIN)
    def digest(person: str) -> None:
        LOG.info("digest_sent", extra={"clauses": send_digest(service, person)})

    @app.task(name=RESCAN, retry=AGAIN)
    def rescan_contract(owner: str, contract: str) -> None:
        try:
            became = rescan_kept(service, owner, contract)
            LOG.info("contract_rescanned", extra={"contract": contract, "became": became})
        except NotFound:
            LOG.info("contract_gone", extra={"contract": contract})
        except Exception as fault:
            LOG.warning("rescan_failed", extra={"contract": contract, "kind": type(fault).__name__})
            raise

    add_registry_jobs(app, service, AGAIN)
    add_upkeep(app, service)
    return app


def abandon(service: Service, owner: str, contract: str) -> None:
    """Give a contract up, if it is still there."""
    try:
        give_up(service, owner, contract)
        LOG.warning("scan_given_up", extra={"contract": contract})
    except NotFound:
        LOG.info("contract_gone", extra={"contract": contract})
