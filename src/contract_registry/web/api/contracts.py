"""An owner's contracts over the API: kept, listed, looked at, deleted."""

from __future__ import annotations

from datetime import datetime
from http import HTTPStatus
from typing import Annotated, Any
from urllib.parse import quote

from fastapi import APIRouter, Depends, Header, Path, Query
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from contract_registry.core.contracts.kept import KeptContract
from contract_registry.errors import WrongUsage
from contract_registry.operations import contracts as kept
from contract_registry.web.api import ROOT
from contract_registry.web.api.contract_forms import ContractForm, PageForm, contract_form, page_form, place_in
from contract_registry.web.api.events import Lines, events_of
from contract_registry.web.api.scans import JSON, SCAN
from contract_registry.web.asked import TheService
from contract_registry.web.ids import ContractId
from contract_registry.web.problems import documented
from contract_registry.web.tagged import Tagged
from contract_registry.web.uploads import FORM, Upload
from contract_registry.web.who import TOKEN, TheOwner

router = APIRouter(prefix=f"{ROOT}/contracts", tags=["An owner's contracts"], dependencies=[Depends(TOKEN)], route_class=Tagged)
NOT_SENT = (
    HTTPStatus.BAD_REQUEST,
    HTTPStatus.UNAUTHORIZED,
    HTTPStatus.FORBIDDEN,
    HTTPStatus.NOT_FOUND,
    HTTPStatus.REQUEST_TIMEOUT,
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    HTTPStatus.UNPROCESSABLE_ENTITY,
    HTTPStatus.SERVICE_UNAVAILABLE,
)
RepeatableKey = Annotated[
    str,
    Header(
        alias="Idempotency-Key",
        max_length=255,
        description="A word of your own for this request. Sent again with the same key within a day, the same request is answered the same and done once.",
    ),
]
NOT_THERE = documented(HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN, HTTPStatus.NOT_FOUND)
BYTES: dict[int | str, dict[str, Any]] = {200: {"description": "The bytes as they were sent.", "content": {"application/octet-stream": {}}}}
EVENT_STREAM = "text/event-stream"
EVENTS: dict[int | str, dict[str, Any]] = {200: {"description": "The events as they come.", "content": {EVENT_STREAM: {}}}}


def _after(
    after: Annotated[str, Query(description="What the page before told as `next`.", max_length=100)] = "",
) -> tuple[datetime, str] | None:
    try:
        return place_in(after)
    except ValueError as error:
        raise WrongUsage("`after` is not what a page told as `next`. Leave it out to begin with the latest.") from error


After = Annotated[tuple[datetime, str] | None, Depends(_after)]
"""Where a page of a list begins."""
Limit = Annotated[int, Query(ge=1, le=100, description="How many at most.")]


def told_where(response: Response, contract: KeptContract, *, is_new: bool) -> ContractForm:
    """The contract, with the status that says whether it is new, and where it is."""
    response.status_code = 201 if is_new else 200
    response.headers["Location"] = f"{ROOT}/contracts/{contract.id}"
    return contract_form(contract)


@router.post(
    "",
    status_code=201,
    openapi_extra=FORM,
    responses={200: {"model": ContractForm, "description": "It was kept before."}, **documented(*NOT_SENT)},
)
def keep(owner: TheOwner, service: TheService, given: Upload, response: Response, repeatable: RepeatableKey = "") -> ContractForm:
    """Keep files as one contract, sealed, and have it scanned. The same files are kept once: sent again, they are the contract they were."""
    contract, is_new = kept.keep_contract(service, owner, given, repeatable)
    return told_where(response, contract, is_new=is_new)


@router.get("", responses=documented(HTTPStatus.BAD_REQUEST, HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN))
def page(
    owner: TheOwner,
    service: TheService,
    after: After,
    limit: Limit = 20,
) -> PageForm:
    """The owner's contracts, latest first."""
    return page_form(kept.contracts_of(service, owner, limit + 1, after), limit)


@router.get("/{contract}", responses=NOT_THERE)
def look(owner: TheOwner, service: TheService, contract: ContractId) -> ContractForm:
    """The contract, and how far its scan is."""
    return contract_form(kept.contract_of(service, owner, contract))


@router.get("/{contract}/scan", responses={200: SCAN, **NOT_THERE})
def scan(owner: TheOwner, service: TheService, contract: ContractId) -> Response:
    """The scan, or the error in its place; *not found* as long as the contract waits for it."""
    return Response(kept.scan_of(service, owner, contract), media_type=JSON)


@router.get("/{contract}/events", response_class=Response, responses={**EVENTS, **NOT_THERE, **documented(HTTPStatus.SERVICE_UNAVAILABLE)})
def events(owner: TheOwner, service: TheService, contract: ContractId, request: Request) -> Response:
    """How far the scan is, as server-sent events: `progress` as often as something changes, then `over`; the data is state and progress."""
    kept.contract_of(service, owner, contract)
    lines: Lines = request.app.state.lines
    lines.check_room(owner)
    events = events_of(lambda: kept.contract_of(service, owner, contract), request.app.state.is_ending.is_set)
    return StreamingResponse(lines.held(owner, events), media_type=EVENT_STREAM, headers={"X-Accel-Buffering": "no"})


@router.post("/{contract}/cancel", responses=NOT_THERE)
def cancel(owner: TheOwner, service: TheService, contract: ContractId) -> ContractForm:
    """Do without the scan that the contract waits for; one that has begun is stopped. The contract stays."""
    return contract_form(kept.cancel_scan(service, owner, contract))


@router.post("/{contract}/scan", status_code=202, responses=NOT_THERE)
def scan_again(owner: TheOwner, service: TheService, contract: ContractId) -> ContractForm:
    """Have a contract scanned whose scan was cancelled or failed."""
    return contract_form(kept.scan_again(service, owner, contract))


@router.get("/{contract}/files/{position}", response_class=Response, responses={**BYTES, **documented(HTTPStatus.BAD_REQUEST), **NOT_THERE})
def file(
    owner: TheOwner,
    service: TheService,
    contract: ContractId,
    position: Annotated[int, Path(ge=0, le=1_000, description="Counted from 0.")],
) -> Response:
    """A file as it was sent."""
    name, data = kept.file_of(service, owner, contract, position)
    headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(name, safe='')}"}
    return Response(data, headers=headers, media_type="application/octet-stream")


@router.delete("/{contract}", status_code=204, responses=NOT_THERE)
def delete(owner: TheOwner, service: TheService, contract: ContractId) -> None:
    """Delete the contract everywhere, backups included: its key is destroyed."""
    kept.delete_contract(service, owner, contract)
