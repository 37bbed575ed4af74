"""Engagers for a browser: what is known of one, what waits for a second person, the page to which a link to reply leads, and what two officers released."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from contract_registry.core.disclosure.roles import May
from contract_registry.operations import engager_desk as desk
from contract_registry.operations.facet_names import names_of_values
from contract_registry.operations.statistics import has_figures, table_told
from contract_registry.web.asked import TheService
from contract_registry.web.fields import Fields
from contract_registry.web.ids import as_id
from contract_registry.web.pages.registry import address_of
from contract_registry.web.pages.shown import shown
from contract_registry.web.templates import page as plain_page
from contract_registry.web.who import FOR_ALL, TheRecorder, TheSearcher

router = APIRouter(include_in_schema=False)
Name = Annotated[str, Query(max_length=200)]
Words = Annotated[str, Path(max_length=200)]
DESK = "/registry/engagers/waiting"


@router.get("/registry/engagers")
def page(request: Request, service: TheService, asker: TheSearcher, name: Name = "") -> Response:
    """What is known of an engager; without a name, where to ask for one."""
    found = desk.engager_page(service, asker, name) if name.strip() else None
    return shown(
        request,
        "engager.html.jinja",
        asker,
        name=name,
        found=found,
        names=names_of_values(service),
        every=address_of(found.asked) if found else "",
        can_decide=asker.may(May.RECORD),
        has_figures=has_figures(asker),
        tables=[table_told(service, found.told)] if found and found.told else [],
    )


@router.get(DESK)
def waiting(request: Request, service: TheService, asker: TheRecorder) -> Response:
    """What waits for a second person."""
    return shown(request, "engagers_waiting.html.jinja", asker, waiting=desk.waiting_in(service, asker), me=asker.person)


@router.post(DESK)
def propose(service: TheService, asker: TheRecorder, sent: Fields) -> Response:
    """Propose that names mean one engager, or another one; a name a line."""
    desk.propose(service, asker, desk.what_named(sent["what"]), sent["names"].splitlines(), sent["reason"], sent["of"])
    return RedirectResponse(DESK, 303)


@router.post("/registry/engagers/waiting/{proposal}")
def confirm(service: TheService, asker: TheRecorder, proposal: Annotated[str, Path()], sent: Fields) -> Response:  # noqa: ARG001  a condition
    """Confirm what somebody else proposed."""
    desk.confirm(service, asker, as_id(proposal))
    return RedirectResponse(DESK, 303)


@router.get("/reply/{words}", dependencies=[FOR_ALL])
def ask(request: Request, service: TheService, words: Words) -> Response:
    """Where an engager replies."""
    return shown(request, "reply.html.jinja", engager=desk.whom_link_asks(service, words), words=words, is_done=False)


@router.post("/reply/{words}", dependencies=[FOR_ALL])
def give(request: Request, service: TheService, words: Words, sent: Fields) -> Response:
    """The reply, once."""
    given = desk.reply(service, words, sent["said"], sent["signed"])
    return shown(request, "reply.html.jinja", engager=given.engager, words="", is_done=True)


@router.get("/released/{organisation}/{name}", dependencies=[FOR_ALL])
def released(service: TheService, organisation: Annotated[str, Path()], name: Words) -> Response:
    """What an organisation shows everybody of an engager, once two of its officers released it."""
    return plain_page("released.html.jinja", entry=desk.released_entry(service, as_id(organisation), name))
