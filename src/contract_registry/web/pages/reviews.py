"""The queue of findings to review in a contract that was opened: one after the other, with a word on each, by keys alone if one likes."""

from __future__ import annotations

import json
from typing import Annotated, Any

from fastapi import APIRouter, Path
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from contract_registry.core.disclosure.roles import May
from contract_registry.core.records.reviewing.review import OPINIONS, Opinion
from contract_registry.errors import WrongUsage
from contract_registry.operations import reviewing
from contract_registry.operations.granting import is_open, opened_contract, opened_scan
from contract_registry.operations.records import Recorder
from contract_registry.web.asked import TheService
from contract_registry.web.fields import Fields
from contract_registry.web.ids import ContractId, as_id
from contract_registry.web.pages.shown import shown
from contract_registry.web.who import TheOneGranted, TheRecorder

router = APIRouter(include_in_schema=False)
FindingId = Annotated[str, Path(max_length=20)]


@router.get("/granted/{contract}/reviews")
def page(request: Request, service: TheService, asker: TheOneGranted, contract: ContractId) -> Response:
    """Each finding with what officers said of it, those first of which nobody has."""
    if not is_open(service.access, asker.person, contract):
        return RedirectResponse(f"/granted/{contract}", 303)
    scan = json.loads(opened_scan(service.access, asker.person, contract) or "{}")
    found = reviewing.reviews_in(service, Recorder(asker.person, of_granted=True), contract)
    said: dict[str, list[Any]] = {}
    for each in found.carried:
        said.setdefault(each.review.passage.id, []).append(each.review)
    findings = [*scan.get("findings", ()), *scan.get("unclear", ())]
    return shown(
        request,
        "reviews.html.jinja",
        asker,
        contract=opened_contract(service.access, asker.person, contract),
        findings=sorted(findings, key=lambda each: each["id"] in said),
        said=said,
        standing=found.standing,
        pending=found.pending,
        titles={each["id"]: each["title"] for each in findings},
        can_write=asker.may(May.RECORD),
    )


@router.post("/granted/{contract}/reviews/{finding}")
def review(service: TheService, asker: TheRecorder, contract: ContractId, finding: FindingId, sent: Fields) -> Response:
    """Say a word on a finding, and go on with the next."""
    reviewing.review(service, Recorder(asker.person, of_granted=True), contract, finding, _opinion(sent["opinion"]), sent["reason"])
    return RedirectResponse(f"/granted/{contract}/reviews", 303)


@router.post("/granted/{contract}/reviews/{review}/settle")
def settle(service: TheService, asker: TheRecorder, contract: ContractId, review: Annotated[str, Path()], sent: Fields) -> Response:
    """Say which finding a review that waits is about."""
    reviewing.settle(service, Recorder(asker.person, of_granted=True), contract, as_id(review), sent["finding"])
    return RedirectResponse(f"/granted/{contract}/reviews", 303)


@router.post("/granted/{contract}/reviews/{review}/take-back")
def take_back(
    service: TheService,
    asker: TheRecorder,
    contract: ContractId,
    review: Annotated[str, Path()],
    sent: Fields,  # noqa: ARG001  a condition
) -> Response:
    """Take back what oneself said."""
    reviewing.take_back(service, Recorder(asker.person, of_granted=True), contract, as_id(review))
    return RedirectResponse(f"/granted/{contract}/reviews", 303)


def _opinion(words: str) -> Opinion:
    found = next((each for each in OPINIONS if each == words), None)
    if found is None:
        raise WrongUsage(f"Say one of: {', '.join(OPINIONS)}.")
    return found
