"""What becomes of a contract in time, over the API: when it is deleted, what changes of rules changed in its scan, and rules as they were."""

from __future__ import annotations

from datetime import UTC, date, datetime
from http import HTTPStatus
from typing import Annotated, Any

from fastapi import APIRouter, Body, Depends, Path
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from contract_registry.operations import rescan, retention
from contract_registry.web.api import ROOT
from contract_registry.web.api.contracts import NOT_THERE
from contract_registry.web.api.records import NOT_TAKEN
from contract_registry.web.asked import TheService
from contract_registry.web.ids import ContractId
from contract_registry.web.problems import documented
from contract_registry.web.tagged import Tagged
from contract_registry.web.who import FOR_ALL, TOKEN, TheOwner

router = APIRouter(prefix=f"{ROOT}/contracts/{{contract}}", tags=["A contract in time"], dependencies=[Depends(TOKEN)], route_class=Tagged)
rules = APIRouter(prefix=f"{ROOT}/rules", tags=["Rules"], dependencies=[FOR_ALL], route_class=Tagged)
YAML: dict[int | str, dict[str, Any]] = {200: {"description": "The rule's file.", "content": {"application/yaml": {}}}}
Date = Annotated[date | None, Field(description="The day on which the contract is deleted; null keeps it until somebody deletes it.")]


class RetentionForm(BaseModel):
    """Until when a contract is kept."""

    model_config = ConfigDict(extra="forbid")
    delete_on: Date = None


class RulebookForm(BaseModel):
    """A rulebook by its date and fingerprint."""

    date: str
    fingerprint: str


class BothRulebooks(BaseModel):
    """The rulebook of the scan before, and of the one after."""

    before: RulebookForm
    after: RulebookForm


class BothVerdicts(BaseModel):
    """The verdict before and after."""

    before: str
    after: str


class ClauseForm(BaseModel):
    """The clause in which something is said."""

    number: str
    heading: str


class StatementForm(BaseModel):
    """Something that a scan says."""

    standing: str
    id: str
    rule: str
    rule_version: int
    family: str
    type: str
    title: str
    severity: str
    clause: ClauseForm
    quote: str


class ChangedForm(BaseModel):
    """Something that is judged otherwise."""

    before: StatementForm
    after: StatementForm


class RescanForm(BaseModel):
    """What a change of rules changed: the words of the contract are the same before and after."""

    at: datetime
    rulebook: BothRulebooks
    verdict: BothVerdicts
    came: list[StatementForm]
    went: list[StatementForm]
    changed: list[ChangedForm]


class RescansForm(BaseModel):
    """Every change of rules that changed something, the latest first."""

    rescans: list[RescanForm]


@router.get("/retention", responses=NOT_THERE)
def kept_until(owner: TheOwner, service: TheService, contract: ContractId) -> RetentionForm:
    """When the contract is deleted by itself."""
    when = retention.kept_until(service, owner, contract)
    return RetentionForm(delete_on=when.astimezone(UTC).date() if when else None)


@router.put("/retention", responses=NOT_TAKEN)
def keep_until(owner: TheOwner, service: TheService, contract: ContractId, form: Annotated[RetentionForm, Body()]) -> RetentionForm:
    """Have the contract deleted by itself as that day begins (UTC), or keep it."""
    day = form.delete_on
    retention.keep_until(service, owner, contract, datetime(day.year, day.month, day.day, tzinfo=UTC) if day else None)
    return form


@router.get("/rescans", responses=NOT_THERE)
def rescans(owner: TheOwner, service: TheService, contract: ContractId) -> RescansForm:
    """What changes of rules changed in the contract's scan; what its owner changed in the text is told by `changes`."""
    return RescansForm.model_validate({"rescans": rescan.rescans_of(service, owner, contract)})


@rules.get(
    "/{rule}/versions/{version}", response_class=Response, responses={**YAML, **documented(HTTPStatus.BAD_REQUEST, HTTPStatus.NOT_FOUND)}
)
def rule_as_it_was(
    service: TheService,
    rule: Annotated[str, Path(description="The id of a rule, as findings name it.", max_length=200, pattern="^[!-~]+$")],
    version: Annotated[int, Path(ge=1, le=1_000_000, description="As findings name it.")],
) -> Response:
    """The file of a rule at a version that could speak here, however long ago."""
    return Response(rescan.rule_as_it_was(service, rule, version), media_type="application/yaml")
