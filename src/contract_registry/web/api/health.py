"""Whether the service lives, and whether it is ready to be asked."""

from __future__ import annotations

from http import HTTPStatus
from typing import Literal

from fastapi import APIRouter
from pydantic import BaseModel, Field

from contract_registry import __version__
from contract_registry.operations.health import check_ready
from contract_registry.web.api import ROOT
from contract_registry.web.asked import TheService
from contract_registry.web.problems import documented
from contract_registry.web.who import FOR_ALL

router = APIRouter(prefix=ROOT, tags=["Health"], dependencies=[FOR_ALL])


class Health(BaseModel):
    """The service answers."""

    status: Literal["ok"] = "ok"
    version: str = Field(default=__version__, description="The version of Contract Registry.")


@router.get("/health")
def health() -> Health:
    """That the service lives; nothing else is asked."""
    return Health()


@router.get("/ready", responses=documented(HTTPStatus.SERVICE_UNAVAILABLE))
def ready(service: TheService) -> Health:
    """That the database answers at the form this version needs and the rules are loaded."""
    check_ready(service)
    return Health()
