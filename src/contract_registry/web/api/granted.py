"""What was granted to an officer or a caseworker, over the API: listed, and opened with a purpose."""

from __future__ import annotations

from http import HTTPStatus
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Depends, Path
from starlette.responses import Response

from contract_registry.errors import NotFound
from contract_registry.operations.granting import granted_to, open_granted, opened_contract, opened_file, opened_scan
from contract_registry.web.api import ROOT
from contract_registry.web.api.contract_forms import ContractForm, contract_form
from contract_registry.web.api.contracts import BYTES
from contract_registry.web.api.grant_forms import GrantForm, PurposeForm, grant_form
from contract_registry.web.api.grants import NOT_FOR_YOU, NOT_THERE
from contract_registry.web.api.scans import JSON, SCAN
from contract_registry.web.asked import TheService
from contract_registry.web.ids import ContractId
from contract_registry.web.problems import documented
from contract_registry.web.who import TOKEN, TheOneGranted

router = APIRouter(prefix=f"{ROOT}/granted", tags=["What is granted to an officer or a caseworker"], dependencies=[Depends(TOKEN)])


@router.get("", responses=NOT_FOR_YOU)
def page(asker: TheOneGranted, service: TheService) -> list[GrantForm]:
    """What was granted to you, latest first; of the contracts nothing is told before you open them."""
    return [grant_form(each) for each in granted_to(service.access, asker.person)]


@router.post("/{contract}/openings", status_code=204, responses={**NOT_THERE, **documented(HTTPStatus.BAD_REQUEST)})
def state(asker: TheOneGranted, service: TheService, contract: ContractId, why: PurposeForm) -> None:
    """Say why, and open it for four hours. Its owner reads who opened it, when, and why."""
    open_granted(service.access, asker.person, contract, why.purpose)


@router.get("/{contract}", responses=NOT_THERE)
def look(asker: TheOneGranted, service: TheService, contract: ContractId) -> ContractForm:
    """A contract that you opened."""
    return contract_form(opened_contract(service.access, asker.person, contract))


@router.get("/{contract}/scan", responses={200: SCAN, **NOT_THERE})
def scan(asker: TheOneGranted, service: TheService, contract: ContractId) -> Response:
    """Its scan."""
    found = opened_scan(service.access, asker.person, contract)
    if found is None:
        raise NotFound("This contract is not scanned yet. Ask again in a moment.")
    return Response(found, media_type=JSON)


@router.get("/{contract}/files/{position}", response_class=Response, responses={**BYTES, **NOT_THERE})
def file(
    asker: TheOneGranted,
    service: TheService,
    contract: ContractId,
    position: Annotated[int, Path(ge=0, le=1_000, description="Counted from 0.")],
) -> Response:
    """A file as its owner sent it."""
    name, data = opened_file(service.access, asker.person, contract, position)
    headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(name, safe='')}"}
    return Response(data, headers=headers, media_type="application/octet-stream")
