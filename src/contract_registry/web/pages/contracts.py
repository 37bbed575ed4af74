"""My contracts: keep one, look at it, say what became of its clauses, let somebody see it and take that back, see who looked, delete it."""

from __future__ import annotations

import json
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Path, Query
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from contract_registry.core.disclosure.people import Asker
from contract_registry.errors import NotFound, WrongUsage
from contract_registry.operations import contracts as kept
from contract_registry.operations import sharing
from contract_registry.operations.granting import grant, grants_of, take_back, who_looked, who_looked_at_any
from contract_registry.operations.kept_report import report_of_kept
from contract_registry.operations.people import whom_to_grant
from contract_registry.operations.records import Recorder
from contract_registry.operations.service import Service
from contract_registry.web.api.contract_forms import place_in, place_of
from contract_registry.web.asked import TheService
from contract_registry.web.fields import Fields, OwnForm
from contract_registry.web.ids import ContractId, PersonId, as_id
from contract_registry.web.pages.outcomes import NAMES, Refused, say_what_became, what_became
from contract_registry.web.pages.report import report_page
from contract_registry.web.pages.shown import shown
from contract_registry.web.uploads import Upload
from contract_registry.web.who import TheKeeper

router = APIRouter(include_in_schema=False)
A_PAGE = 20
FindingId = Annotated[str, Path(max_length=20)]


@router.get("/contracts")
def page(request: Request, service: TheService, asker: TheKeeper, after: Annotated[str, Query(max_length=100)] = "") -> Response:
    """What somebody keeps, latest first."""
    try:
        found = kept.contracts_of(service, asker.person, A_PAGE + 1, place_in(after))
    except ValueError as error:
        raise WrongUsage("This is no page of the list. Begin with the latest.") from error
    goes_on = place_of(found[A_PAGE - 1].received_at, found[A_PAGE - 1].id) if len(found) > A_PAGE else ""
    return shown(
        request,
        "contracts.html.jinja",
        asker,
        contracts=found[:A_PAGE],
        goes_on=quote(goes_on, safe=""),
        upload_mb=service.upload_bytes // 1_000_000,
    )


@router.post("/contracts")
def keep(service: TheService, asker: TheKeeper, _form: Annotated[None, OwnForm], given: Upload) -> Response:
    """Keep a contract. Whoever was signed out meanwhile is led to signing in before the form is looked at."""
    contract, _ = kept.keep_contract(service, asker.person, given)
    return RedirectResponse(f"/contracts/{contract.id}", 303)


@router.get("/who-looked")
def looked(request: Request, service: TheService, asker: TheKeeper) -> Response:
    """Who opened any of my contracts, and why."""
    return shown(request, "who_looked.html.jinja", asker, looked=who_looked_at_any(service.access, asker.person))


@router.get("/contracts/{contract}")
def look(request: Request, service: TheService, asker: TheKeeper, contract: ContractId) -> Response:
    """A contract with its scan, what became of its clauses, who may see it and who has."""
    return _page(request, service, asker, contract)


@router.post("/contracts/{contract}/outcomes/{finding}")
def say(request: Request, service: TheService, asker: TheKeeper, contract: ContractId, finding: FindingId, sent: Fields) -> Response:
    """Say what became of a clause."""
    try:
        say_what_became(service, Recorder(asker.person), contract, finding, sent)
    except WrongUsage as refused:
        return _page(request, service, asker, contract, Refused(finding, refused.message, sent))
    return RedirectResponse(f"/contracts/{contract}#became-{finding}", 303)


def _page(request: Request, service: Service, asker: Asker, contract: str, refused: Refused | None = None) -> Response:
    found = kept.contract_of(service, asker.person, contract)
    try:
        scan = kept.scan_of(service, asker.person, contract)
    except NotFound:
        scan = None
    return shown(
        request,
        "contract.html.jinja",
        asker,
        status=400 if refused else 200,
        contract=found,
        scan=json.loads(scan) if scan else None,
        became=what_became(service, Recorder(asker.person), contract, scan, refused),
        became_names=NAMES,
        grants=grants_of(service.access, asker.person, contract),
        looked=who_looked(service.access, asker.person, contract),
        can=whom_to_grant(service.access, asker),
        seeing=sharing.seen_now(service, asker.person, contract),
        circles=sharing.with_whom(service),
    )


@router.get("/contracts/{contract}/report")
def report(service: TheService, asker: TheKeeper, contract: ContractId) -> Response:
    """The whole report on it."""
    return report_page(report_of_kept(service, asker.person, contract))


@router.get("/contracts/{contract}/files/{position}")
def file(service: TheService, asker: TheKeeper, contract: ContractId, position: Annotated[int, Path(ge=0, le=1_000)]) -> Response:
    """A file as it was sent."""
    return as_download(*kept.file_of(service, asker.person, contract, position))


@router.post("/contracts/{contract}/grants")
def give(service: TheService, asker: TheKeeper, contract: ContractId, sent: Fields) -> Response:
    """Let somebody see the contract."""
    grant(service.access, asker, contract, as_id(sent["person"]))
    return RedirectResponse(f"/contracts/{contract}", 303)


@router.post("/contracts/{contract}/grants/{person}/take-back")
def take(service: TheService, asker: TheKeeper, contract: ContractId, person: PersonId, sent: Fields) -> Response:  # noqa: ARG001  a condition
    """Let somebody see it no more."""
    take_back(service.access, asker.person, contract, person)
    return RedirectResponse(f"/contracts/{contract}", 303)


@router.post("/contracts/{contract}/delete")
def delete(service: TheService, asker: TheKeeper, contract: ContractId, sent: Fields) -> Response:  # noqa: ARG001  a condition
    """Delete the contract everywhere."""
    kept.delete_contract(service, asker.person, contract)
    return RedirectResponse("/contracts", 303)


def as_download(name: str, data: bytes) -> Response:
    """A file as bytes to keep, whatever it is: no browser shows it as a page of ours."""
    headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(name, safe='')}"}
    return Response(data, headers=headers, media_type="application/octet-stream")
