"""Stands around the app: headers that keep a browser careful, a log line for each request, and an answer where nobody expected the error.

The log says which route was asked, never its address, in which an id may open a scan; of an error it says where it arose, never its words.
"""

from __future__ import annotations

import logging
import time
import traceback
from collections.abc import Callable

from starlette.datastructures import MutableHeaders
from starlette.requests import ClientDisconnect, Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from contract_registry.web.bodies import counted
from contract_registry.web.origin import refusal_of
from contract_registry.web.problems import answer_to

LOG = logging.getLogger("contract_registry.web")
METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
Count = Callable[[str, str, int, float], None]
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; frame-src 'self'; frame-ancestors 'none'; base-uri 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cache-Control": "no-store",
}


class Guard:
    """The app with these around it, answering for `hosts` alone; to HEAD it gives the head of what GET would give, of which the server sends no body.

    `count` is told method, route, status and seconds of each request; `clock` counts seconds.
    """

    def __init__(
        self, app: ASGIApp, hosts: frozenset[str], upload_bytes: int, count: Count, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._app, self._hosts, self._upload_bytes, self._count, self._clock = app, hosts, upload_bytes, count, clock

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        began, status = self._clock(), 0
        asked = {**scope, "method": "GET"} if scope["method"] == "HEAD" else scope

        async def send_with_headers(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        try:
            if refused := refusal_of(Request(scope), self._hosts):
                await answer_to(Request(scope), refused)(scope, receive, send_with_headers)
                return
            await self._app(asked, counted(asked, receive, self._upload_bytes), send_with_headers)
        except ClientDisconnect:
            pass
        except Exception as fault:  # noqa: BLE001  whatever it is, its words may hold a contract's
            LOG.error("fault", extra={"kind": type(fault).__name__, "at": _places(fault)})  # noqa: TRY400  a traceback would show its words
            if not status:
                await answer_to(Request(scope), fault)(scope, receive, send_with_headers)
        finally:
            seconds, route = self._clock() - began, _route(asked)
            self._count(_method(scope), route, status, seconds)
            LOG.info("request", extra={"method": _method(scope), "route": route, "status": status, "ms": round(seconds * 1000)})


def _route(scope: Scope) -> str:
    return str(getattr(scope.get("route"), "path", "") or "none")


def _method(scope: Scope) -> str:
    """The method, where it is one that there is: anybody can make words up."""
    return str(scope["method"]) if scope["method"] in METHODS else "other"


def _places(fault: Exception) -> str:
    frames = traceback.extract_tb(fault.__traceback__)
    return " > ".join(f"{frame.filename.rpartition('/')[2]}:{frame.lineno}" for frame in frames[-6:])
