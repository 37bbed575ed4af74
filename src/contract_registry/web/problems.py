"""Every error as one shape, that of RFC 9457: which error leads to which status, and what is told of it."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from contract_registry.errors import (
    ContractRegistryError,
    KeyUsedOtherwise,
    NoDatabase,
    NotAllowed,
    NotFound,
    NotSignedIn,
    NotThisForm,
    OldTables,
    SignInRefused,
    TooBusy,
    TooLarge,
    TooManyTries,
    TooSlowlySent,
    UnreadableFile,
    UnsupportedFormat,
    WrongUsage,
)
from contract_registry.web.cookies import session_in
from contract_registry.web.next_steps import on_page, over_api
from contract_registry.web.problem_page import problem_page

MEDIA_TYPE = "application/problem+json"
NAMES = "urn:contract-registry:problem:"
AGAIN_SECONDS = 120

_BY_ERROR: tuple[tuple[type[ContractRegistryError], HTTPStatus, str], ...] = (
    (NotFound, HTTPStatus.NOT_FOUND, "not-found"),
    (KeyUsedOtherwise, HTTPStatus.UNPROCESSABLE_ENTITY, "key-used-otherwise"),
    (NotSignedIn, HTTPStatus.UNAUTHORIZED, "not-signed-in"),
    (NotAllowed, HTTPStatus.FORBIDDEN, "not-allowed"),
    (SignInRefused, HTTPStatus.FORBIDDEN, "sign-in-refused"),
    (NotThisForm, HTTPStatus.FORBIDDEN, "not-this-form"),
    (TooManyTries, HTTPStatus.TOO_MANY_REQUESTS, "too-many-tries"),
    (TooSlowlySent, HTTPStatus.REQUEST_TIMEOUT, "too-slowly-sent"),
    (TooBusy, HTTPStatus.SERVICE_UNAVAILABLE, "too-busy"),
    (NoDatabase, HTTPStatus.SERVICE_UNAVAILABLE, "no-database"),
    (OldTables, HTTPStatus.SERVICE_UNAVAILABLE, "old-tables"),
    (TooLarge, HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "too-large"),
    (UnsupportedFormat, HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "unsupported-format"),
    (UnreadableFile, HTTPStatus.UNPROCESSABLE_ENTITY, "unreadable"),
    (WrongUsage, HTTPStatus.BAD_REQUEST, "wrong-request"),
)


class Problem(BaseModel):
    """What went wrong with a request."""

    type: str = Field(description="Which kind of problem it is, as a name that stays.", examples=[f"{NAMES}encrypted"])
    title: str = Field(description="The status in words.", examples=["Unprocessable Entity"])
    status: int = Field(description="The status of the answer.", examples=[422])
    detail: str = Field(description="What happened, for a person.", examples=["This file is locked with a password."])
    next: str | None = Field(default=None, description="What to do next, for a person.", examples=["Send it again with its password."])


def problem_of(error: Exception) -> Problem:
    """What is told of an error; of one that nobody expected, nothing but that it happened."""
    for kind, status, name in _BY_ERROR:
        if isinstance(error, kind):
            own = getattr(error, "kind", name).replace(" ", "-")
            return _problem(status, own, error.message, over_api(getattr(error, "next_step", None), own))
    if isinstance(error, HTTPException):
        status = HTTPStatus(error.status_code)
        return _problem(status, status.phrase.lower().replace(" ", "-"), _detail_of(status))
    if isinstance(error, RequestValidationError):
        where = {".".join(str(step) for step in each["loc"]): each["msg"] for each in error.errors()}
        return _problem(HTTPStatus.BAD_REQUEST, "wrong-request", "; ".join(f"{name}: {says}" for name, says in where.items()))
    return _problem(HTTPStatus.INTERNAL_SERVER_ERROR, "fault", "Something went wrong inside Contract Registry. Try again.")


def answer_to(request: Request, error: Exception) -> Response:
    """The answer that tells the error: a page for a browser, JSON for every other."""
    problem = problem_of(error)
    headers = dict(_headers_of(error))
    if problem.status in {HTTPStatus.SERVICE_UNAVAILABLE, HTTPStatus.TOO_MANY_REQUESTS}:
        headers["Retry-After"] = str(AGAIN_SECONDS)
    if problem.status == HTTPStatus.UNAUTHORIZED:
        headers["WWW-Authenticate"] = "Bearer"
    if not request.url.path.startswith("/api/") and "text/html" in request.headers.get("accept", ""):
        next_step = on_page(problem.next, problem.type.removeprefix(NAMES))
        return problem_page(problem.detail, next_step, problem.status, headers, has_session=bool(session_in(request)))
    return JSONResponse(problem.model_dump(exclude_none=True), problem.status, headers, media_type=MEDIA_TYPE)


def tell_problems(app: FastAPI) -> None:
    """Have the app answer every error it expects in this shape."""
    for kind in (ContractRegistryError, HTTPException, RequestValidationError):
        app.add_exception_handler(kind, answer_to)


def documented(*statuses: HTTPStatus) -> dict[int | str, dict[str, Any]]:
    """These statuses as a route declares them."""
    return {int(status): {"model": Problem, "content": {MEDIA_TYPE: {}}, "description": status.phrase} for status in statuses}


def _problem(status: HTTPStatus, name: str, detail: str, next_step: str | None = None) -> Problem:
    return Problem(type=NAMES + name, title=status.phrase, status=int(status), detail=detail, next=next_step)


def _detail_of(status: HTTPStatus) -> str:
    return {
        HTTPStatus.NOT_FOUND: NotFound().message,
        HTTPStatus.METHOD_NOT_ALLOWED: "This address cannot be asked in that way.",
        HTTPStatus.MISDIRECTED_REQUEST: "This service does not answer for this name. Whoever runs it can add the name to CONTRACT_REGISTRY_TRUSTED_HOSTS.",
    }.get(status, status.description or status.phrase)


def _headers_of(error: Exception) -> Mapping[str, str]:
    return getattr(error, "headers", None) or {}
