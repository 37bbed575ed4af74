"""Sign in, give the code that follows, ask for a new password, sign out."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from contract_registry.core.disclosure.people import Stage
from contract_registry.errors import SignInRefused, TooManyTries
from contract_registry.operations.addresses import passage_within
from contract_registry.operations.joining import ask_for_new_password
from contract_registry.operations.providers import come_back, go_there, ways_to_sign_in
from contract_registry.operations.second_factor import give_code
from contract_registry.operations.signing_in import Browser, sign_in, sign_out
from contract_registry.web.asked import TheService, network_of
from contract_registry.web.cookies import browser_in, drop_session, put_browser, session_in
from contract_registry.web.fields import Fields
from contract_registry.web.ids import as_id
from contract_registry.web.pages.shown import browser_of, let_in, shown
from contract_registry.web.who import FOR_SIGN_IN, STAGE_PAGES, TheOneToGiveCode, TheOneToSignOut, asker_of

router = APIRouter(include_in_schema=False)
HOME = "/home"
To = Annotated[str, Query(max_length=200)]
Words = Annotated[str, Query(max_length=4_000)]


@router.get("/sign-in", dependencies=[FOR_SIGN_IN])
def ask(request: Request, service: TheService, to: To = "") -> Response:
    """The page to sign in on; whoever is in goes on."""
    asker = asker_of(request, service)
    if asker.stage is not Stage.OUTSIDE:
        return RedirectResponse(STAGE_PAGES.get(asker.stage, HOME), 303)
    return _page(request, service, to)


@router.post("/sign-in", dependencies=[FOR_SIGN_IN])
def enter(request: Request, service: TheService, sent: Fields) -> Response:
    """Sign in with address and password."""
    try:
        signed_in = sign_in(service.access, sent["address"], sent["password"], browser_of(request))
    except (SignInRefused, TooManyTries) as refused:
        return _page(request, service, sent["to"], status=429 if isinstance(refused, TooManyTries) else 403, refused=refused.message)
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


@router.get("/sign-in/with/{provider}", dependencies=[FOR_SIGN_IN])
def go_elsewhere(request: Request, service: TheService, provider: Annotated[str, Path(max_length=100)]) -> Response:
    """On to where an organisation's people sign in."""
    words = browser_in(request) or service.access.words()
    response = RedirectResponse(go_there(service.access, as_id(provider), Browser(words, network_of(request))), 303)
    put_browser(request, response, words)
    return response


@router.get("/sign-in/back", dependencies=[FOR_SIGN_IN])
def return_from_elsewhere(request: Request, service: TheService, state: Words = "", code: Words = "") -> Response:
    """Back from there; whoever was let in there is let in here."""
    try:
        return let_in(request, come_back(service.access, state, code, browser_of(request)), HOME)
    except SignInRefused as refused:
        return _page(request, service, "", status=403, refused=refused.message)


def _page(request: Request, service: TheService, to: str, *, status: int = 200, refused: str = "") -> Response:
    providers = ways_to_sign_in(service.access)
    return shown(request, "sign_in.html.jinja", status=status, to=passage_within(to, ""), refused=refused, providers=providers)
