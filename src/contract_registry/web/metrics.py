"""The figures of the service for Prometheus, told to whoever shows the token that was set for it, and to nobody where none was."""

from __future__ import annotations

import hmac
from collections.abc import Iterable

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from contract_registry import __version__
from contract_registry.errors import NotFound
from contract_registry.operations.figures import Figures, figures_of
from contract_registry.web.asked import TheService
from contract_registry.web.figures import MEDIA_TYPE, head, line
from contract_registry.web.who import FOR_FIGURES

router = APIRouter(include_in_schema=False, dependencies=[FOR_FIGURES])


@router.get("/metrics")
def metrics(request: Request, service: TheService) -> Response:
    """Every figure; *not found* without the token."""
    shown = request.headers.get("authorization", "").partition(" ")[2].strip()
    if not service.metrics_token or not hmac.compare_digest(shown.encode(), service.metrics_token.encode()):
        raise NotFound
    lines = [*request.app.state.figures.lines(), *_of_service(figures_of(service))]
    return Response("\n".join(lines) + "\n", media_type=MEDIA_TYPE)


def _of_service(figures: Figures) -> Iterable[str]:
    yield from head("registry_info", "gauge", "The version that runs.")
    yield line("registry_info", 1, {"version": __version__})
    yield from head("registry_visits", "gauge", "Scans of visitors that are held in memory.")
    yield line("registry_visits", figures.visits)
    yield from head("registry_visits_bytes", "gauge", "Memory that they take, roughly.")
    yield line("registry_visits_bytes", figures.visit_bytes)
    yield from head("registry_database_up", "gauge", "Whether the database answers.")
    yield line("registry_database_up", int(figures.kept is not None))
    if figures.kept:
        yield from head("registry_contracts", "gauge", "Contracts that are kept.")
        yield from (line("registry_contracts", count, {"state": state}) for state, count in sorted(figures.kept.contracts.items()))
        yield from head("registry_jobs", "gauge", "Jobs in the queue.")
        yield from (line("registry_jobs", count, {"status": status}) for status, count in sorted(figures.kept.jobs.items()))
        yield from head("registry_longest_wait_seconds", "gauge", "For how long the contract waits for its scan that has waited longest.")
        yield line("registry_longest_wait_seconds", figures.kept.longest_wait)
