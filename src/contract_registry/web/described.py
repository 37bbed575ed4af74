"""The OpenAPI document as it is true of this app: wrong arguments are answered like every other error, and not in FastAPI's own form."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

_ITS_OWN = "HTTPValidationError"


def describe_truly(app: FastAPI) -> None:
    """Have the app tell of no answer that it does not give."""

    def document() -> dict[str, Any]:
        if app.openapi_schema is None:
            app.openapi_schema = _without_its_own(get_openapi(title=app.title, version=app.version, summary=app.summary, routes=app.routes))
        return app.openapi_schema

    app.openapi = document  # type: ignore[method-assign]  # FastAPI's own way to change the document


def _without_its_own(document: dict[str, Any]) -> dict[str, Any]:
    for methods in document["paths"].values():
        for operation in methods.values():
            told = operation["responses"].get("422", {}).get("content", {}).get("application/json", {}).get("schema", {})
            if told.get("$ref", "").endswith(_ITS_OWN):
                del operation["responses"]["422"]
    for name in (_ITS_OWN, "ValidationError"):
        document["components"]["schemas"].pop(name, None)
    return document
