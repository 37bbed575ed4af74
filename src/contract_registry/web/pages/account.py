"""My account: who I am here, my password, the second factor, my tokens."""

from __future__ import annotations

import re

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from contract_registry.core.disclosure.people import Asker, Stage
from contract_registry.core.disclosure.roles import NEEDS_SECOND_FACTOR, May, Role
from contract_registry.errors import SignInRefused, TooManyTries, WrongUsage
from contract_registry.operations.account import browsers_of, change_password, check_password, sign_out_elsewhere
from contract_registry.operations.people import account_of
from contract_registry.operations.second_factor import checked_secret, new_secret, set_up, take_away, to_set_up
from contract_registry.operations.tokens import list_tokens, make_token, revoke
from contract_registry.web.asked import TheService
from contract_registry.web.cookies import session_in
from contract_registry.web.fields import Fields
from contract_registry.web.ids import as_id
from contract_registry.web.pages.shown import browser_of, shown
from contract_registry.web.pages.sign_in import HOME
from contract_registry.web.who import TheOneToSetUp, TheSignedIn

router = APIRouter(include_in_schema=False)
_NUMBER = re.compile("[0-9]{1,3}")
_HOMES = ((May.KEEP, "/contracts"), (May.INVITE, "/people"), (May.MIND_ACCOUNT, "/account"))


@router.get(HOME)
def home(asker: TheSignedIn) -> Response:
    """On to what somebody in this role does first."""
    return RedirectResponse(next(place for what, place in _HOMES if asker.may(what)), 303)


@router.get("/account")
def look(request: Request, service: TheService, asker: TheSignedIn) -> Response:
    """The account."""
    return _page(request, service, asker)


@router.post("/account/password")
def enter_password(request: Request, service: TheService, asker: TheSignedIn, sent: Fields) -> Response:
    """Change the password."""
    try:
        change_password(service.access, asker.person, sent["old"], sent["password"], session_in(request), browser_of(request))
    except (WrongUsage, SignInRefused, TooManyTries) as refused:
        return _page(request, service, asker, status=400, refused=refused.message)
    return _page(request, service, asker, done="Your password is changed. Everywhere else you are signed out.")


@router.post("/account/sign-out-elsewhere")
def leave_elsewhere(request: Request, service: TheService, asker: TheSignedIn, sent: Fields) -> Response:  # noqa: ARG001  a condition
    """Sign out of every other browser."""
    sign_out_elsewhere(service.access, asker.person, session_in(request))
    return RedirectResponse("/account", 303)


@router.post("/account/tokens")
def enter_token(request: Request, service: TheService, asker: TheSignedIn, sent: Fields) -> Response:
    """Make a token, and show it once."""
    try:
        days = int(sent["days"]) if _NUMBER.fullmatch(sent["days"]) else 0
        token = make_token(service.access, asker.person, sent["name"], days, can_write=sent["may"] == "write")
    except WrongUsage as refused:
        return _page(request, service, asker, status=400, refused=refused.message)
    return _page(request, service, asker, token=token)


@router.post("/account/tokens/{token}/revoke")
def drop_token(service: TheService, asker: TheSignedIn, token: str, sent: Fields) -> Response:  # noqa: ARG001  a condition
    """Revoke a token."""
    revoke(service.access, asker.person, as_id(token))
    return RedirectResponse("/account", 303)


@router.get("/account/second-factor")
def ask_second_factor(request: Request, service: TheService, asker: TheOneToSetUp) -> Response:
    """The page to set up the second factor on."""
    return _second_factor(request, service, asker, new_secret())


@router.post("/account/second-factor")
def enter_second_factor(request: Request, service: TheService, asker: TheOneToSetUp, sent: Fields) -> Response:
    """Set up the second factor, once a code shows that the app has it."""
    if account_of(service.access, asker.person).has_second_factor:
        return RedirectResponse("/account", 303)
    checked_secret(sent["secret"])
    try:
        if _asks_password(service, asker):
            check_password(service.access, asker.person, sent["password"], browser_of(request))
        codes = set_up(service.access, asker.person, sent["secret"], sent["code"], session_in(request))
    except (WrongUsage, SignInRefused, TooManyTries) as refused:
        return _second_factor(request, service, asker, sent["secret"], refused=refused.message)
    return shown(request, "recovery_codes.html.jinja", asker, codes=codes)


@router.post("/account/second-factor/take-away")
def drop_second_factor(request: Request, service: TheService, asker: TheSignedIn, sent: Fields) -> Response:
    """Take the second factor away, to set up another telephone."""
    try:
        check_password(service.access, asker.person, sent["password"], browser_of(request))
    except (SignInRefused, TooManyTries) as refused:
        return _page(request, service, asker, status=400, refused=refused.message)
    take_away(service.access, asker.person)
    return RedirectResponse("/account/second-factor", 303)


def _asks_password(service: TheService, asker: Asker) -> bool:
    """Whether somebody has been in for a while, who might have left the browser open."""
    return asker.stage is Stage.INSIDE and account_of(service.access, asker.person).has_password


def _second_factor(request: Request, service: TheService, asker: Asker, secret: str, *, refused: str = "") -> Response:
    if account_of(service.access, asker.person).has_second_factor:
        return RedirectResponse("/account", 303)
    return shown(
        request,
        "second_factor.html.jinja",
        asker,
        status=400 if refused else 200,
        setting=to_set_up(service.access, asker.person, secret),
        is_needed=asker.role in NEEDS_SECOND_FACTOR,
        asks_password=_asks_password(service, asker),
        refused=refused,
    )


def _page(
    request: Request, service: TheService, asker: Asker, *, status: int = 200, refused: str = "", done: str = "", token: str = ""
) -> Response:
    return shown(
        request,
        "account.html.jinja",
        asker,
        status=status,
        person=account_of(service.access, asker.person),
        tokens=list_tokens(service.access, asker.person),
        browsers=browsers_of(service.access, asker.person),
        keeps=asker.role is not Role.ADMINISTRATOR,
        refused=refused,
        done=done,
        token=token,
    )
