"""What members granted to an officer or a caseworker: a list that tells nothing of the contracts, and each contract once a purpose is stated."""

from __future__ import annotations

import json
from typing import Annotated

from fastapi import APIRouter, Path
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from contract_registry.core.disclosure.people import Asker
from contract_registry.core.disclosure.roles import May
from contract_registry.errors import WrongUsage
from contract_registry.operations.agreeing import agree, showing_of_opened, take_agreement_back
from contract_registry.operations.granting import granted_to, is_open, open_granted, opened_contract, opened_file, opened_scan
from contract_registry.operations.kept_report import report_of_opened
from contract_registry.operations.records import Recorder
from contract_registry.operations.service import Service
from contract_registry.operations.suppressing import sifted_for
from contract_registry.web.asked import TheService
from contract_registry.web.fields import Fields
from contract_registry.web.ids import ContractId
from contract_registry.web.pages.contracts import as_download
from contract_registry.web.pages.outcomes import NAMES, Refused, say_what_became, what_became
from contract_registry.web.pages.report import report_page
from contract_registry.web.pages.shown import shown
from contract_registry.web.who import TheOneGranted, TheOneToAgree, TheRecorder

router = APIRouter(include_in_schema=False)
FindingId = Annotated[str, Path(max_length=20)]


@router.get("/granted")
def page(request: Request, service: TheService, asker: TheOneGranted) -> Response:
    """What was granted to me."""
    return shown(request, "granted.html.jinja", asker, granted=granted_to(service.access, asker.person))


@router.get("/granted/{contract}")
def look(request: Request, service: TheService, asker: TheOneGranted, contract: ContractId) -> Response:
    """The contract, or the question why it is to be opened."""
    if not is_open(service.access, asker.person, contract):
        return _question(request, asker, contract)
    return _page(request, service, asker, contract)


@router.post("/granted/{contract}/agree")
def agree_to_more(request: Request, service: TheService, asker: TheOneToAgree, contract: ContractId, sent: Fields) -> Response:
    """Agree that its owner shares more than facts of it, though it says that it may not be shown."""
    try:
        agree(service, asker, contract, sent["reason"])
    except WrongUsage as refused:
        return _page(request, service, asker, contract, refused.message)
    return RedirectResponse(f"/granted/{contract}", 303)


@router.post("/granted/{contract}/outcomes/{finding}")
def say(request: Request, service: TheService, asker: TheRecorder, contract: ContractId, finding: FindingId, sent: Fields) -> Response:
    """Say what became of a clause; its owner sees it, too."""
    try:
        say_what_became(service, _recorder(asker), contract, finding, sent)
    except WrongUsage as refused:
        return _page(request, service, asker, contract, not_taken=Refused(finding, refused.message, sent))
    return RedirectResponse(f"/granted/{contract}#became-{finding}", 303)


@router.post("/granted/{contract}/agree/take-back")
def take_back(service: TheService, asker: TheOneToAgree, contract: ContractId, sent: Fields) -> Response:  # noqa: ARG001  a condition
    """Have the organisation see facts alone."""
    take_agreement_back(service, asker, contract)
    return RedirectResponse(f"/granted/{contract}", 303)


def _page(request: Request, service: Service, asker: Asker, contract: str, refused: str = "", not_taken: Refused | None = None) -> Response:
    scan = opened_scan(service.access, asker.person, contract)
    found = opened_contract(service.access, asker.person, contract)
    sifted = sifted_for(service, asker, scan)
    suppressed = {passage.id for passage, _ in sifted.suppressed}
    became = what_became(service, _recorder(asker), contract, scan, not_taken)
    return shown(
        request,
        "granted_contract.html.jinja",
        asker,
        status=400 if refused or not_taken else 200,
        contract=found,
        scan=json.loads(scan) if scan else None,
        sifted=sifted,
        showing=showing_of_opened(service, asker, contract),
        organisation=asker.organisation,
        can_agree=asker.may(May.AGREE),
        became=[each for each in became if each.refused or each.finding["id"] not in suppressed],
        became_names=NAMES,
        refused=refused,
    )


@router.post("/granted/{contract}/open")
def state(request: Request, service: TheService, asker: TheOneGranted, contract: ContractId, sent: Fields) -> Response:
    """Say why, and open it."""
    try:
        open_granted(service.access, asker.person, contract, sent["purpose"])
    except WrongUsage as refused:
        return _question(request, asker, contract, status=400, refused=refused.message)
    return RedirectResponse(f"/granted/{contract}", 303)


@router.get("/granted/{contract}/report")
def report(service: TheService, asker: TheOneGranted, contract: ContractId) -> Response:
    """The whole report on it."""
    return report_page(report_of_opened(service, service.access, asker.person, contract))


@router.get("/granted/{contract}/files/{position}")
def file(service: TheService, asker: TheOneGranted, contract: ContractId, position: Annotated[int, Path(ge=0, le=1_000)]) -> Response:
    """A file as its owner sent it."""
    return as_download(*opened_file(service.access, asker.person, contract, position))


def _question(request: Request, asker: Asker, contract: str, *, status: int = 200, refused: str = "") -> Response:
    return shown(request, "purpose.html.jinja", asker, status=status, contract=contract, refused=refused)


def _recorder(asker: Asker) -> Recorder:
    return Recorder(asker.person, of_granted=True)
