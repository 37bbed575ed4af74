"""What an organisation suppresses for a while, on one page: which type, why, by whom and until when, and lifting it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Annotated

from fastapi import APIRouter, Path
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from contract_registry.core.records.reviewing.suppression import AT_MOST
from contract_registry.errors import WrongUsage
from contract_registry.operations import suppressing
from contract_registry.operations.people import everybody
from contract_registry.operations.service import Service
from contract_registry.web.asked import TheService
from contract_registry.web.fields import Fields
from contract_registry.web.ids import as_id
from contract_registry.web.pages.shown import shown
from contract_registry.web.who import TheRecorder

router = APIRouter(include_in_schema=False)
PLACE = "/registry/suppressions"
USUAL = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Days:
    """Until which days something can be suppressed: from the first to the last, and the one to begin with."""

    first: date
    usual: date
    last: date


@router.get(PLACE)
def page(request: Request, service: TheService, asker: TheRecorder) -> Response:
    """What is suppressed here today."""
    types = service.system.rulebook().types
    return shown(
        request,
        "suppressions.html.jinja",
        asker,
        suppressions=suppressing.suppressions_in(service, asker),
        titles={name: each.title for name, each in types.items()},
        names={each.id: each.name for each in everybody(service.access, asker).people},
    )


@router.post(f"{PLACE}/{{suppression}}/lift")
def lift(service: TheService, asker: TheRecorder, suppression: Annotated[str, Path()], sent: Fields) -> Response:  # noqa: ARG001  a condition
    """Have it told again."""
    suppressing.lift(service, asker, as_id(suppression))
    return RedirectResponse(PLACE, 303)


def days_to_choose(service: Service) -> Days:
    """The days until which something can be suppressed from today on."""
    today = service.store.clock().date()
    return Days(today + timedelta(days=1), today + USUAL, today + AT_MOST)


def a_day(words: str) -> date:
    """The day that a form names; WrongUsage where it is none."""
    try:
        return date.fromisoformat(words.strip())
    except ValueError as error:
        raise WrongUsage("Say until when, as a day such as 2027-03-14.") from error
