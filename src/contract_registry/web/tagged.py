"""Answers that carry a mark of what they say, so that whoever has the same already is only told that nothing changed."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Coroutine
from http import HTTPStatus
from typing import Any

from fastapi.routing import APIRoute
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

_HEADER = {
    "parameters": [
        {
            "name": "If-None-Match",
            "in": "header",
            "required": False,
            "description": "The `ETag` of an answer that is at hand.",
            "schema": {"type": "string"},
        }
    ]
}
_UNCHANGED = {"description": "The answer is the one at hand.", "headers": {"ETag": {"schema": {"type": "string"}}}}


class Tagged(APIRoute):
    """A route whose answers to GET carry an ETag, and which answers *not modified* to whoever names it in If-None-Match."""

    def __init__(self, path: str, endpoint: Callable[..., Any], **more: Any) -> None:  # noqa: ANN401  what FastAPI hands over
        if "GET" in (more.get("methods") or ()):
            more["responses"] = {**(more.get("responses") or {}), int(HTTPStatus.NOT_MODIFIED): _UNCHANGED}
            more["openapi_extra"] = {**(more.get("openapi_extra") or {}), **_HEADER}
        super().__init__(path, endpoint, **more)

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        handle = super().get_route_handler()

        async def tagged(request: Request) -> Response:
            response = await handle(request)
            if request.method == "GET" and response.status_code == HTTPStatus.OK and not isinstance(response, StreamingResponse):
                return _tagged(response, request.headers.get("if-none-match", ""))
            return response

        return tagged


def _tagged(response: Response, known: str) -> Response:
    tag = f'"{hashlib.sha256(response.body).hexdigest()[:32]}"'
    tags = {each.strip().removeprefix("W/") for each in known.split(",")}
    if tag in tags or known.strip() == "*":
        return Response(status_code=HTTPStatus.NOT_MODIFIED, headers={"ETag": tag})
    response.headers["ETag"] = tag
    return response
