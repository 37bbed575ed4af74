"""Fills a page for the browser that asks: with what its forms carry, and with the ways on that are open to whoever is signed in."""

from __future__ import annotations

from typing import Any

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from contract_registry.core.disclosure.people import VISITOR, Asker
from contract_registry.core.disclosure.roles import May
from contract_registry.operations.signing_in import Browser, SignedIn
from contract_registry.web.asked import network_of, service_of
from contract_registry.web.cookies import browser_in, form_token, put_browser, put_session, session_in
from contract_registry.web.templates import page

_WAYS = (
    (May.KEEP, "/contracts", "My contracts"),
    (May.SEARCH, "/registry", "Registry"),
    (May.OPEN_GRANTED, "/granted", "Granted to me"),
    (May.INVITE, "/people", "People"),
    (May.MIND_ACCOUNT, "/account", "My account"),
)


def shown(request: Request, template: str, asker: Asker = VISITOR, *, status: int = 200, **words: Any) -> Response:  # noqa: ANN401  whatever its template names
    """The page, with the cookie by which its forms are told."""
    browser = browser_in(request) or service_of(request).access.words()
    token = form_token(browser, session_in(request))
    ways = [(place, name) for what, place, name in _WAYS if asker.may(what)]
    response = page(template, status=status, form_token=token, ways=ways, is_signed_in=asker is not VISITOR, **words)
    if browser != browser_in(request):
        put_browser(request, response, browser)
    return response


def let_in(request: Request, signed_in: SignedIn, place: str) -> Response:
    """On to the page, with a session that was never used before."""
    response = RedirectResponse(place if signed_in.is_whole else f"/sign-in/code?to={place}", 303)
    put_session(request, response, signed_in.session)
    return response


def browser_of(request: Request) -> Browser:
    """From where somebody asks."""
    return Browser(browser_in(request), network_of(request))
