"""The queue of findings to review in a contract that was opened: one after the other, with a word on each, by keys alone if one likes."""

from __future__ import annotations

import json
from typing import Annotated, Any

from fastapi import APIRouter, Path
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from contract_registry.core.disclosure.people import Asker
from contract_registry.core.disclosure.roles import May
from contract_registry.core.records.reviewing.review import OPINIONS, Opinion
from contract_registry.errors import WrongUsage
from contract_registry.operations import reviewing, suppressing
from contract_registry.operations.granting import is_open, opened_contract, opened_scan
from contract_registry.operations.records import Recorder
from contract_registry.operations.reviewed import QUEUED
from contract_registry.web.asked import TheService
from contract_registry.web.fields import Fields, Sent
from contract_registry.web.ids import ContractId, as_id
from contract_registry.web.pages.shown import shown
from contract_registry.web.pages.suppressions import a_day, days_to_choose
from contract_registry.web.templates import by_passage
from contract_registry.web.who import TheOneGranted, TheRecorder

router = APIRouter(include_in_schema=False)
FindingId = Annotated[str, Path(max_length=20)]


@router.get("/granted/{contract}/reviews")
def page(request: Request, service: TheService, asker: TheOneGranted, contract: ContractId) -> Response:
    """Each passage with what officers said of what was found in it, those first in which something waits for a word."""
    if not is_open(service.access, asker.person, contract):
        return RedirectResponse(f"/granted/{contract}", 303)
    return _page(request, service, asker, contract)


@router.post("/granted/{contract}/reviews/{finding}")
def review(request: Request, service: TheService, asker: TheRecorder, contract: ContractId, finding: FindingId, sent: Fields) -> Response:
    """Say a word on a finding, and go on with the next."""
    try:
        reviewing.review(service, _recorder(asker), contract, finding, _opinion(sent["opinion"]), sent["reason"])
    except WrongUsage as refused:
        return _page(request, service, asker, contract, refused.message, finding, sent)
    return _next(contract)


@router.post("/granted/{contract}/reviews/{finding}/suppress")
def suppress(request: Request, service: TheService, asker: TheRecorder, contract: ContractId, finding: FindingId, sent: Fields) -> Response:
    """Have its wording not told here for a while, and go on with the next."""
    try:
        suppressing.suppress(service, asker, contract, finding, sent["why"], a_day(sent["until"]))
    except WrongUsage as refused:
        return _page(request, service, asker, contract, refused.message, finding, sent)
    return _next(contract)


@router.post("/granted/{contract}/reviews/{review}/settle")
def settle(service: TheService, asker: TheRecorder, contract: ContractId, review: Annotated[str, Path()], sent: Fields) -> Response:
    """Say which finding a review that waits is about."""
    reviewing.settle(service, _recorder(asker), contract, as_id(review), sent["finding"])
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
    reviewing.take_back(service, _recorder(asker), contract, as_id(review))
    return _next(contract)


def _page(
    request: Request, service: TheService, asker: Asker, contract: str, refused: str = "", at: str = "", sent: Sent | None = None
) -> Response:
    scan = opened_scan(service.access, asker.person, contract)
    form = json.loads(scan or "{}")
    found = reviewing.reviews_in(service, _recorder(asker), contract)
    said: dict[str, list[Any]] = {}
    for each in found.carried:
        said.setdefault(each.review.passage.id, []).append(each)
    every = {each["id"]: each for kind in QUEUED for each in form.get(kind, ())}
    sifted = suppressing.sifted_for(service, asker, scan)
    findings = [every[each.id] for each in sifted.told]
    return shown(
        request,
        "reviews.html.jinja",
        asker,
        status=400 if refused else 200,
        contract=opened_contract(service.access, asker.person, contract),
        findings=findings,
        passages=sorted(by_passage(findings), key=lambda passage: all(each["id"] in said for each in passage)),
        suppressed=[(every[each.id], suppression) for each, suppression in sifted.suppressed],
        counted=sifted.counted,
        said=said,
        standing=found.standing,
        pending=found.pending,
        titles={id_: each["title"] for id_, each in every.items()},
        can_write=asker.may(May.RECORD),
        me=asker.person,
        days=days_to_choose(service),
        refused=refused,
        refused_at=at,
        sent=sent or Sent(),
    )


def _next(contract: str) -> Response:
    """Back to the queue: from there one goes on with the key Tab at the first finding."""
    return RedirectResponse(f"/granted/{contract}/reviews#findings", 303)


def _recorder(asker: Asker) -> Recorder:
    return Recorder(asker.person, of_granted=True)


def _opinion(words: str) -> Opinion:
    found = next((each for each in OPINIONS if each == words), None)
    if found is None:
        raise WrongUsage(f"Say one of: {', '.join(OPINIONS)}.")
    return found
