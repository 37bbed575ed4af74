"""The pages that a link leads to: make the administrator, accept an invitation, choose a new password."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path
from starlette.requests import Request
from starlette.responses import Response

from contract_registry.errors import WrongUsage
from contract_registry.operations.joining import accept, check_link, make_administrator, set_new_password
from contract_registry.operations.links import LinkPurpose
from contract_registry.operations.passwords import SHORTEST
from contract_registry.web.asked import TheService
from contract_registry.web.fields import Fields
from contract_registry.web.pages.shown import browser_of, let_in, shown
from contract_registry.web.who import FOR_SIGN_IN

router = APIRouter(include_in_schema=False, dependencies=[FOR_SIGN_IN])
Words = Annotated[str, Path(max_length=100)]
_LEADS = {"administrator": LinkPurpose.ADMINISTRATOR, "invitation": LinkPurpose.INVITATION, "password": LinkPurpose.PASSWORD}
_HOME = "/home"


@router.get("/administrator/{words}")
def ask_administrator(request: Request, service: TheService, words: Words) -> Response:
    """The page on which the first administrator is made."""
    return _page(request, service, "administrator", words)


@router.post("/administrator/{words}")
def enter_administrator(request: Request, service: TheService, words: Words, sent: Fields) -> Response:
    """Make the first administrator."""
    try:
        made = make_administrator(service.access, words, sent["address"], sent["name"], sent["password"], browser_of(request))
    except WrongUsage as refused:
        return _page(request, service, "administrator", words, refused.message, name=sent["name"], address=sent["address"])
    return let_in(request, made, _HOME)


@router.get("/invitation/{words}")
def ask_invited(request: Request, service: TheService, words: Words) -> Response:
    """The page on which an invitation is accepted."""
    return _page(request, service, "invitation", words)


@router.post("/invitation/{words}")
def enter_invited(request: Request, service: TheService, words: Words, sent: Fields) -> Response:
    """Accept an invitation."""
    try:
        joined = accept(service.access, words, sent["name"], sent["password"], browser_of(request))
    except WrongUsage as refused:
        return _page(request, service, "invitation", words, refused.message, name=sent["name"])
    return let_in(request, joined, _HOME)


@router.get("/password/{words}")
def ask_password(request: Request, service: TheService, words: Words) -> Response:
    """The page on which a new password is chosen."""
    return _page(request, service, "password", words)


@router.post("/password/{words}")
def enter_password(request: Request, service: TheService, words: Words, sent: Fields) -> Response:
    """Choose a new password."""
    try:
        signed_in = set_new_password(service.access, words, sent["password"], browser_of(request))
    except WrongUsage as refused:
        return _page(request, service, "password", words, refused.message)
    return let_in(request, signed_in, _HOME)


def _page(
    request: Request, service: TheService, kind: str, words: str, refused: str = "", *, name: str = "", address: str = ""
) -> Response:
    """The form that the link leads to; NotFound where the link does not work."""
    person = check_link(service.access, words, _LEADS[kind])
    return shown(
        request,
        "joining.html.jinja",
        status=400 if refused else 200,
        kind=kind,
        words=words,
        name=name or (person.name if person else ""),
        address=person.address if person else address,
        shortest=SHORTEST,
        refused=refused,
    )
