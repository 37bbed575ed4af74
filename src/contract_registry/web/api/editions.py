"""Editions of a contract over the API: the next one is sent, all are listed, and what changed between two is told."""

from __future__ import annotations

from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Depends, Query
from pydantic import BaseModel, Field
from starlette.responses import Response

from contract_registry.operations import editions as lines
from contract_registry.operations.render import comparison_form_schema
from contract_registry.web.api import ROOT
from contract_registry.web.api.contract_forms import ContractForm, contract_form
from contract_registry.web.api.contracts import NOT_SENT, NOT_THERE, RepeatableKey, told_where
from contract_registry.web.api.scans import JSON
from contract_registry.web.asked import TheService
from contract_registry.web.ids import ContractId
from contract_registry.web.problems import documented
from contract_registry.web.tagged import Tagged
from contract_registry.web.uploads import FORM, Upload
from contract_registry.web.who import TOKEN, TheOwner

router = APIRouter(
    prefix=f"{ROOT}/contracts/{{contract}}", tags=["Editions of a contract"], dependencies=[Depends(TOKEN)], route_class=Tagged
)
CHANGES = {
    "description": "The comparison, in the form that `contract-registry compare` gives.",
    "content": {JSON: {"schema": comparison_form_schema()}},
}


class EditionForm(BaseModel):
    """One edition of a contract."""

    number: int = Field(description="Counted from 1 in the order in which they came.")
    contract: ContractForm


class EditionsForm(BaseModel):
    """Every edition of a contract, the first one first."""

    editions: list[EditionForm]


@router.post(
    "/editions",
    status_code=201,
    openapi_extra=FORM,
    responses={200: {"model": ContractForm, "description": "It was kept before."}, **documented(*NOT_SENT)},
)
def keep(
    owner: TheOwner, service: TheService, contract: ContractId, given: Upload, response: Response, repeatable: RepeatableKey = ""
) -> ContractForm:
    """Keep files as the latest edition of the contract, and have it scanned, in the contract's own case where none is told."""
    edition, is_new = lines.keep_edition(service, owner, contract, given, repeatable)
    return told_where(response, edition, is_new=is_new)


@router.get("/editions", responses=NOT_THERE)
def every(owner: TheOwner, service: TheService, contract: ContractId) -> EditionsForm:
    """Every edition of the contract, whichever of them is named; a contract without others is its own first edition."""
    found = lines.editions_of(service, owner, contract)
    return EditionsForm(editions=[EditionForm(number=each.number, contract=contract_form(each.contract)) for each in found])


@router.get("/changes", responses={200: CHANGES, **documented(HTTPStatus.BAD_REQUEST), **NOT_THERE})
def changes(
    owner: TheOwner,
    service: TheService,
    contract: ContractId,
    since: Annotated[str, Query(description="The id of another edition; without it the one before.", max_length=100)] = "",
) -> Response:
    """What changed in this edition since the one before it, or since another, both judged by the rules of today: all of it is due to the text."""
    return Response(lines.changes_since(service, owner, contract, since), media_type=JSON)
