"""What the signature of a handler asks for: the service that the app was made with."""

from __future__ import annotations

from typing import Annotated, cast

from fastapi import Depends
from starlette.requests import Request

from contract_registry.operations.service import Service


def service_of(request: Request) -> Service:
    """The service behind this request's app."""
    return cast("Service", request.app.state.service)


TheService = Annotated[Service, Depends(service_of)]
