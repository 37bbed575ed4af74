"""Refuses what was asked for under a stranger's name, and what another site has a browser send here."""

from __future__ import annotations

from urllib.parse import urlsplit

from starlette.exceptions import HTTPException
from starlette.requests import Request

from contract_registry.errors import NotThisForm
from contract_registry.operations.hosts import answers_for

_READING = frozenset({"GET", "HEAD", "OPTIONS"})
_OF_ANOTHER_SITE = frozenset({"cross-site", "same-site"})
MISDIRECTED = 421


def refusal_of(request: Request, hosts: frozenset[str]) -> Exception | None:
    """Why the request goes no further; None where it may."""
    host = request.headers.get("host", "")
    if not answers_for(host, hosts):
        return HTTPException(MISDIRECTED)
    if request.method in _READING:
        return None
    origin = request.headers.get("origin", "null")  # what browsers send where a page tells no referrer, as ours do
    is_strange = origin != "null" and not _is_same(origin, host, hosts)
    return NotThisForm() if is_strange or request.headers.get("sec-fetch-site") in _OF_ANOTHER_SITE else None


def _is_same(origin: str, host: str, hosts: frozenset[str]) -> bool:
    """Whether the page was ours: under the name asked for, or one that a proxy in front has put another in place of."""
    try:
        parts = urlsplit(origin)
    except ValueError:
        return False
    return parts.netloc.lower() == host.lower() or (parts.hostname or "") in hosts
