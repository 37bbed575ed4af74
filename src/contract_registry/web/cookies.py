"""The two cookies: one stands for a session, one for the browser, by which forms are told and known browsers spared."""

from __future__ import annotations

import hashlib
import hmac

from starlette.requests import Request
from starlette.responses import Response

from contract_registry.web.asked import service_of

SESSION, BROWSER = "cr_session", "cr_browser"
_BROWSER_SECONDS = 400 * 24 * 3600
"""As long as browsers let a cookie live."""


def session_in(request: Request) -> str:
    """The words of the session; empty where there is none."""
    return request.cookies.get(_name(request, SESSION), "")


def browser_in(request: Request) -> str:
    """The words that this browser keeps; empty where it keeps none yet."""
    return request.cookies.get(_name(request, BROWSER), "")


def put_session(request: Request, response: Response, words: str) -> None:
    """Have the browser keep the session until it is closed."""
    _put(request, response, SESSION, words, None)


def drop_session(request: Request, response: Response) -> None:
    """Have the browser forget the session."""
    _put(request, response, SESSION, "", 0)


def put_browser(request: Request, response: Response, words: str) -> None:
    """Have the browser keep words of its own."""
    _put(request, response, BROWSER, words, _BROWSER_SECONDS)


def form_token(browser: str, session: str) -> str:
    """What a form of this browser and session carries, and no other site can know; empty where the browser keeps no words."""
    return hmac.new(browser.encode(), f"form {session}".encode(), hashlib.sha256).hexdigest() if browser else ""


def is_of_this_browser(request: Request, token: str) -> bool:
    """Whether the token is that of a form made for this browser and session."""
    own = form_token(browser_in(request), session_in(request))
    return bool(own) and hmac.compare_digest(own.encode(), token.encode(errors="replace"))


def is_secure(request: Request) -> bool:
    """Whether people reach the service over TLS."""
    return request.url.scheme == "https" or service_of(request).access.address.startswith("https://")


def _put(request: Request, response: Response, name: str, words: str, seconds: int | None) -> None:
    secure = is_secure(request)
    response.set_cookie(_name(request, name), words, max_age=seconds, path="/", secure=secure, httponly=True, samesite="lax")


def _name(request: Request, name: str) -> str:
    """Over TLS a name that the browser lets no other host set."""
    return f"__Host-{name}" if is_secure(request) else name
