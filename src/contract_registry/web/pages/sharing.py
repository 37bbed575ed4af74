"""What I share of a contract: who can see it now, what would be shown before I agree, and taking it back."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from contract_registry.core.disclosure.consent.ladder import SHOWN, Level, Part, Purpose
from contract_registry.core.disclosure.consent.wordings import NEWEST, WORDINGS
from contract_registry.core.disclosure.people import Asker
from contract_registry.errors import NotFound, WrongUsage
from contract_registry.operations import contracts as kept
from contract_registry.operations import sharing
from contract_registry.operations.agreeing import showing_of
from contract_registry.operations.outcomes import waiting_outcomes
from contract_registry.operations.sharing import STATISTICS, Preview, Wanted
from contract_registry.operations.statistics import titles_of_types
from contract_registry.web.asked import TheService
from contract_registry.web.fields import Fields, Sent
from contract_registry.web.ids import ContractId, as_id
from contract_registry.web.pages.shown import shown
from contract_registry.web.who import TheKeeper

router = APIRouter(include_in_schema=False)


@router.get("/contracts/{contract}/share")
def page(request: Request, service: TheService, asker: TheKeeper, contract: ContractId) -> Response:
    """Who sees what now, and the choice of what else to share."""
    return _page(request, service, asker, contract, Wanted(Level.CLAUSES, (), (Purpose.SEARCH,)))


@router.post("/contracts/{contract}/share/preview")
def preview(request: Request, service: TheService, asker: TheKeeper, contract: ContractId, sent: Fields) -> Response:
    """Exactly what would be shown, and to whom."""
    wanted = _wanted(sent)
    try:
        wanted = _with_words_taken_out(service, asker.person, contract, wanted, sent["words"])
        return _page(request, service, asker, contract, wanted, sharing.preview(service, asker.person, contract, wanted))
    except WrongUsage as refused:
        return _page(request, service, asker, contract, wanted, refused=refused.message)


@router.post("/contracts/{contract}/share")
def give(request: Request, service: TheService, asker: TheKeeper, contract: ContractId, sent: Fields) -> Response:
    """Share what was seen."""
    wanted = _wanted(sent)
    try:
        sharing.share(service, asker.person, contract, wanted, sent["seen"])
    except WrongUsage as refused:
        return _page(request, service, asker, contract, wanted, refused=refused.message)
    return RedirectResponse(f"/contracts/{contract}/share", 303)


@router.post("/contracts/{contract}/consents/{consent}/take-back")
def take_back(
    service: TheService,
    asker: TheKeeper,
    contract: ContractId,
    consent: Annotated[str, Path(max_length=100)],
    sent: Fields,  # noqa: ARG001  a condition
) -> Response:
    """Share it no more."""
    sharing.withdraw(service, asker.person, contract, as_id(consent))
    return RedirectResponse(f"/contracts/{contract}/share", 303)


def _page(
    request: Request, service: TheService, asker: Asker, contract: str, wanted: Wanted, seen: Preview | None = None, refused: str = ""
) -> Response:
    circles = sharing.with_whom(service)
    found = kept.contract_of(service, asker.person, contract)
    given = sharing.consents_in(service, asker.person, contract)
    return shown(
        request,
        "share.html.jinja",
        asker,
        status=400 if refused else 200,
        contract=found,
        circles=circles,
        choices=[(each.branch or each.organisation or STATISTICS, circles.name(each)) for each in circles.every],
        wording=NEWEST,
        wordings=WORDINGS,
        levels=[level for level in Level if level is not Level.NOTHING],
        purposes=list(Purpose),
        parts={level: [part for part in Part if part in SHOWN[level]] for level in Level},
        wanted=wanted,
        standing=[each for each in given if each.withdrawn_at is None],
        taken_back=[each for each in given if each.withdrawn_at is not None],
        seen=seen,
        titles=titles_of_types(service) if seen else {},
        waiting=waiting_outcomes(service, asker.person, contract),
        showing=showing_of(service, asker.person, contract),
        refused=refused,
    )


def _wanted(sent: Sent) -> Wanted:
    """What was chosen on the form."""
    level = sent["level"]
    if level not in {str(int(each)) for each in Level}:
        raise NotFound
    return Wanted(
        Level(int(level)),
        tuple(name.removeprefix("circle-") for name in sent if name.startswith("circle-")),
        tuple(each for each in Purpose if sent[f"purpose-{each.name}"]),
        tuple(sorted(_place(name.removeprefix("left-")) for name in sent if name.startswith("left-"))),
        tuple(sorted(_place(each) for each in sent["taken_out"].split())),
        bool(sent["minor"]),
    )


def _place(words: str) -> tuple[int, int]:
    start, _, end = words.partition("-")
    if not (start.isdecimal() and end.isdecimal()):
        raise NotFound
    return int(start), int(end)


def _with_words_taken_out(service: TheService, owner: str, contract: str, wanted: Wanted, words: str) -> Wanted:
    """The same, with further words taken out wherever they stand."""
    return sharing.without_words(service, owner, contract, wanted, [line.strip() for line in words.splitlines() if line.strip()])
