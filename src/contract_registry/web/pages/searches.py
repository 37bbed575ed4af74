"""Saved searches: kept from the search page, listed with what each asks, deleted; and the page to which a letter leads that stops them."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from contract_registry.errors import WrongUsage
from contract_registry.operations.saved_searches import (
    Every,
    asked_in,
    delete_search,
    resume_letters,
    save_search,
    saved_by,
    stop_letters,
)
from contract_registry.web.asked import TheService
from contract_registry.web.asked_of_registry import AskedOfRegistry
from contract_registry.web.fields import Fields
from contract_registry.web.ids import PersonId, as_id
from contract_registry.web.pages.registry import address_of
from contract_registry.web.pages.shown import shown
from contract_registry.web.templates import page as plain_page
from contract_registry.web.who import FOR_ALL, TheSearcher

router = APIRouter(include_in_schema=False)
Words = Annotated[str, Path(max_length=200)]


@router.get("/registry/searches")
def page(request: Request, service: TheService, asker: TheSearcher) -> Response:
    """What somebody keeps, and whether letters tell of it."""
    kept = [(each, address_of(asked_in(each))) for each in saved_by(service, asker.person)]
    return shown(request, "searches.html.jinja", asker, searches=kept, has_mail=service.access.post is not None)


@router.post("/registry/searches")
def save(service: TheService, asker: TheSearcher, asked: AskedOfRegistry, sent: Fields) -> Response:
    """Keep what was asked under a name; what is asked stands in the address, as on the search page."""
    save_search(service, asker.person, sent["name"], asked, _every(sent["every"]))
    return RedirectResponse("/registry/searches", 303)


@router.post("/registry/searches/resume")
def resume(service: TheService, asker: TheSearcher, sent: Fields) -> Response:  # noqa: ARG001  a condition
    """Have letters come again."""
    resume_letters(service, asker.person)
    return RedirectResponse("/registry/searches", 303)


@router.post("/registry/searches/{search}/delete")
def delete(service: TheService, asker: TheSearcher, search: Annotated[str, Path()], sent: Fields) -> Response:  # noqa: ARG001  a condition
    """Keep it no longer."""
    delete_search(service, asker.person, as_id(search))
    return RedirectResponse("/registry/searches", 303)


@router.get("/registry/searches/stop/{person}/{words}", dependencies=[FOR_ALL])
def ask_to_stop(person: PersonId, words: Words) -> Response:
    """Where the link of a letter leads; programs that open links in mail change nothing by it."""
    return plain_page("searches_stop.html.jinja", place=f"/registry/searches/stop/{person}/{words}", is_done=False)


@router.post("/registry/searches/stop/{person}/{words}", dependencies=[FOR_ALL])
def stop(service: TheService, person: PersonId, words: Words) -> Response:
    """Stop the letters: whoever has the words of one may do this and nothing else, so that one click in a mail program is enough."""
    stop_letters(service, person, words)
    return plain_page("searches_stop.html.jinja", place="", is_done=True)


def _every(words: str) -> Every:
    try:
        return Every(int(words or "1"))
    except ValueError as error:
        raise WrongUsage("Letters come every month, or every three.") from error
