"""Asks an API whatever its OpenAPI document allows, and much that it forbids."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress

import schemathesis
from fastapi import FastAPI
from hypothesis import HealthCheck, given, seed, settings
from hypothesis.errors import Unsatisfiable
from schemathesis.checks import not_a_server_error
from schemathesis.generation import GenerationMode
from schemathesis.specs.openapi.checks import content_type_conformance, response_schema_conformance, status_code_conformance

CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]
DOCUMENT = "/api/v1/openapi.json"
HOST = {"host": "127.0.0.1"}
"""A name that every service answers for."""
STREAMS = "/events"
"""What ends only when something is over is asked by tests of its own."""


def routes_of(app: FastAPI) -> list[tuple[str, str]]:
    """Every method and path that the document tells of."""
    return [(method, path) for path, methods in app.openapi()["paths"].items() for method in methods if not path.endswith(STREAMS)]


def walk(app: FastAPI, method: str, path: str, headers: Mapping[str, str], *, examples: int, chance: int = 1) -> None:
    """Ask one route, what is allowed and what is not, and fail where an answer is a fault or not documented."""
    schema = schemathesis.openapi.from_asgi(DOCUMENT, app, headers=HOST)
    operation = schema[path][method.upper()]
    for mode in GenerationMode:
        _ask(operation, mode, headers, examples, chance)


def _ask(operation: schemathesis.APIOperation, mode: GenerationMode, headers: Mapping[str, str], examples: int, chance: int) -> None:
    @seed(chance)
    @settings(max_examples=examples, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(case=operation.as_strategy(generation_mode=mode))
    def ask(case: schemathesis.Case) -> None:
        case.call_and_validate(headers={**HOST, **headers}, checks=CHECKS)

    with suppress(Unsatisfiable):  # a route without any argument has no wrong ones
        ask()


def walks(app: FastAPI, headers: Mapping[str, str], examples: int, chance: int) -> Iterator[tuple[str, str, BaseException | None]]:
    """Each route with what went wrong on it."""
    for method, path in routes_of(app):
        try:
            walk(app, method, path, headers, examples=examples, chance=chance)
        except BaseException as trouble:
            if isinstance(trouble, KeyboardInterrupt):
                raise
            yield method, path, trouble
        else:
            yield method, path, None
