"""Sign in, give the code that follows, ask for a new password, sign out."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from contract_registry.core.disclosure.people import Stage
from contract_registry.errors import SignInRefused, TooManyTries
from contract_registry.operations.addresses import passage_within
from contract_registry.operations.joining import ask_for_new_password
from contract_registry.operations.second_factor import give_code
from contract_registry.operations.signing_in import sign_in, sign_out
from contract_registry.web.asked import TheService
from contract_registry.web.cookies import drop_session, session_in
from contract_registry.web.fields import Fields
from contract_registry.web.pages.shown import browser_of, let_in, network_of, shown
from contract_registry.web.who import FOR_SIGN_IN, STAGE_PAGES, TheOneToGiveCode, TheOneToSignOut, asker_of

router = APIRouter(include_in_schema=False)
HOME = "/home"
To = Annotated[str, Query(max_length=200)]


@router.get("/sign-in", dependencies=[FOR_SIGN_IN])
def ask(request: Request, service: TheService, to: To = "") -> Response:
    """The page to sign in on; whoever is in goes on."""
    asker = asker_of(request, service)
    if asker.stage is not Stage.OUTSIDE:
        return RedirectResponse(STAGE_PAGES.get(asker.stage, HOME), 303)
    return _page(request, to)


@router.post("/sign-in", dependencies=[FOR_SIGN_IN])
def enter(request: Request, service: TheService, sent: Fields) -> Response:
    """Sign in with address and password."""
    try:
        signed_in = sign_in(service.access, sent["address"], sent["password"], browser_of(request))
    except (SignInRefused, TooManyTries) as refused:
        return _page(request, sent["to"], status=429 if isinstance(refused, TooManyTries) else 403, refused=refused.message)
    return let_in(request, signed_in, passage_within(sent["to"], HOME))


@router.get("/sign-in/code")
def ask_code(request: Request, asker: TheOneToGiveCode, to: To = "") -> Response:
    """The page to give the code on."""
    return shown(request, "code.html.jinja", asker, to=passage_within(to, HOME), refused="")


@router.post("/sign-in/code")
def enter_code(request: Request, service: TheService, asker: TheOneToGiveCode, sent: Fields) -> Response:
    """Give the code that follows the password."""
    to = passage_within(sent["to"], HOME)
    try:
        return let_in(request, give_code(service.access, session_in(request), sent["code"], browser_of(request)), to)
    except (SignInRefused, TooManyTries) as refused:
        status = 429 if isinstance(refused, TooManyTries) else 403
        return shown(request, "code.html.jinja", asker, status=status, to=to, refused=refused.message)


@router.post("/sign-out")
def leave(request: Request, service: TheService, asker: TheOneToSignOut, sent: Fields) -> Response:  # noqa: ARG001  both are conditions
    """Sign out of this browser."""
    sign_out(service.access, session_in(request))
    response = RedirectResponse("/", 303)
    drop_session(request, response)
    return response


@router.get("/forgotten-password", dependencies=[FOR_SIGN_IN])
def ask_for_link(request: Request, service: TheService) -> Response:
    """The page to ask for a new password on."""
    return shown(request, "forgotten_password.html.jinja", sends_mail=service.access.post is not None, is_sent=False)


@router.post("/forgotten-password", dependencies=[FOR_SIGN_IN])
def send_link(request: Request, service: TheService, sent: Fields) -> Response:
    """Have a link sent, if somebody signs in by this address; the answer is the same if not."""
    ask_for_new_password(service.access, sent["address"], network_of(request))
    return shown(request, "forgotten_password.html.jinja", sends_mail=service.access.post is not None, is_sent=True)


def _page(request: Request, to: str, *, status: int = 200, refused: str = "") -> Response:
    return shown(request, "sign_in.html.jinja", status=status, to=passage_within(to, ""), refused=refused)
