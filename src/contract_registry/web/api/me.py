"""Who asks, as the service knows them."""

from __future__ import annotations

from http import HTTPStatus

from fastapi import APIRouter, Depends
from pydantic import BaseModel, Field

from contract_registry.core.disclosure.roles import Role
from contract_registry.operations.people import account_of
from contract_registry.web.api import ROOT
from contract_registry.web.asked import TheService
from contract_registry.web.problems import documented
from contract_registry.web.who import TOKEN, TheSignedIn

router = APIRouter(prefix=ROOT, tags=["Yourself"], dependencies=[Depends(TOKEN)])


class Me(BaseModel):
    """Yourself."""

    id: str
    name: str = Field(description="Empty where a token was made by command for nobody in particular.")
    address: str
    role: Role
    can_write: bool = Field(description="Whether this token may do more than read.")


@router.get("/me", responses=documented(HTTPStatus.UNAUTHORIZED))
def me(asker: TheSignedIn, service: TheService) -> Me:
    """Who you are here, and what your token may."""
    person = account_of(service.access, asker.person)
    return Me(id=person.id, name=person.name, address=person.address, role=person.role, can_write=asker.can_write)
