"""Public templates for a browser: a list with since when each names AI, and the time line of each."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Path
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from contract_registry.operations.following import public_template, public_templates
from contract_registry.web.asked import TheService
from contract_registry.web.ids import as_id
from contract_registry.web.pages.shown import shown
from contract_registry.web.pages.visit import REPORT_POLICY
from contract_registry.web.who import TheSearcher

router = APIRouter(include_in_schema=False)


def _id(template: Annotated[str, Path()]) -> str:
    return as_id(template)


@router.get("/registry/templates")
def page(request: Request, service: TheService, asker: TheSearcher) -> Response:
    """Every public template."""
    return shown(request, "templates.html.jinja", asker, templates=public_templates(service))


@router.get("/registry/templates/{template}")
def time_line(service: TheService, asker: TheSearcher, template: Annotated[str, Depends(_id)]) -> Response:  # noqa: ARG001  a condition
    """What became of one over its editions, a page by itself to read and to print."""
    return HTMLResponse(public_template(service, template).page, headers={"Content-Security-Policy": REPORT_POLICY})
