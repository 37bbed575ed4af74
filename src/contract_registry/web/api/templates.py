"""Public templates over the API: since when each names AI, and what became of it over its editions."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path
from pydantic import BaseModel, Field

from contract_registry.operations.following import public_template, public_templates
from contract_registry.operations.render_drift import drift_form_schema
from contract_registry.web.api import ROOT
from contract_registry.web.api.contracts import NOT_THERE
from contract_registry.web.api.registry import NOT_ASKED
from contract_registry.web.asked import TheService
from contract_registry.web.ids import as_id
from contract_registry.web.who import TOKEN, TheSearcher

router = APIRouter(prefix=f"{ROOT}/registry/templates", tags=["The registry"], dependencies=[Depends(TOKEN)])


class TemplateForm(BaseModel):
    """A public template."""

    id: str
    name: str
    editions: int
    says: str = Field(description="Since when it names AI.")


class TemplatesForm(BaseModel):
    """Every public template, by name."""

    templates: list[TemplateForm]


def _id(template: Annotated[str, Path(description="The id of a template.")]) -> str:
    return as_id(template)


@router.get("", responses=NOT_ASKED)
def every(asker: TheSearcher, service: TheService) -> TemplatesForm:  # noqa: ARG001  a condition
    """Platforms' terms and other templates that anybody can read, with since when each names AI."""
    found = public_templates(service)
    return TemplatesForm(templates=[TemplateForm(id=each.id, name=each.name, editions=each.editions, says=each.says) for each in found])


@router.get(
    "/{template}", responses={**NOT_THERE, 200: {"content": {"application/json": {"schema": drift_form_schema()}}}}, response_model=None
)
def one(asker: TheSearcher, service: TheService, template: Annotated[str, Depends(_id)]) -> dict[str, Any]:  # noqa: ARG001  a condition
    """What became of a template over its editions: the form of `contract-registry drift --format json`."""
    return public_template(service, template).form
