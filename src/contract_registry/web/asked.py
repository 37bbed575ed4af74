"""What the signature of a handler asks for: the service that the app was made with, and from where it is asked."""

from __future__ import annotations

from typing import Annotated, cast

from fastapi import Depends
from starlette.requests import Request

from contract_registry.operations.service import Service


def service_of(request: Request) -> Service:
    """The service behind this request's app."""
    return cast("Service", request.app.state.service)


def network_of(request: Request) -> str:
    """The network that a request comes from: of the long addresses the half that one household shares."""
    host = request.client.host if request.client else ""
    return ":".join(host.split(":")[:4]) if ":" in host else host


TheService = Annotated[Service, Depends(service_of)]
