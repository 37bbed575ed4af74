"""Who asks: the owner for whom a request speaks."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends
from fastapi.security import HTTPBearer
from starlette.requests import Request

from contract_registry.operations.tokens import owner_of
from contract_registry.web.asked import TheService

TOKEN = HTTPBearer(auto_error=False, description="An API token, as `contract-registry token` makes it.")


def _owner(request: Request, service: TheService) -> str:
    return owner_of(service, request.headers.get("authorization", ""))


TheOwner = Annotated[str, Depends(_owner)]
"""The id of the owner; whoever does not say who they are gets no further."""
