"""Suppressions over the API: of a wording in a contract that one opened, for one's organisation; listed and lifted by anybody who reviews there."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Body, Depends, Path
from pydantic import BaseModel, ConfigDict, Field

from contract_registry.core.records.reviewing.review import LONGEST
from contract_registry.operations import suppressing
from contract_registry.operations.suppressing import Suppression
from contract_registry.web.api import ROOT
from contract_registry.web.api.grants import NOT_FOR_YOU
from contract_registry.web.api.records import NOT_TAKEN, FindingId
from contract_registry.web.asked import TheService
from contract_registry.web.ids import ContractId, as_id
from contract_registry.web.who import TOKEN, TheRecorder

router = APIRouter(prefix=ROOT, tags=["What is granted to an officer or a caseworker"], dependencies=[Depends(TOKEN)])


class ToSuppressForm(BaseModel):
    """Why a wording is not told for a while, and until when."""

    model_config = ConfigDict(extra="forbid")
    reason: str = Field(max_length=LONGEST, description="Whoever finds it suppressed reads this; no names of members belong here.")
    until: date = Field(description="The day on which it is told again, within a year.")


class SuppressionForm(BaseModel):
    """A suppression: of which type, why, by whom, since when and until when. The words themselves are kept in no list."""

    id: str
    type: str
    reason: str
    by: str
    since: date
    until: date


class SuppressionsForm(BaseModel):
    """What is suppressed today; what ends first comes first."""

    suppressions: list[SuppressionForm]


def _id(suppression: Annotated[str, Path(description="The id of a suppression.")]) -> str:
    return as_id(suppression)


@router.post("/granted/{contract}/findings/{finding}/suppressions", status_code=201, responses=NOT_TAKEN)
def suppress(
    asker: TheRecorder, service: TheService, contract: ContractId, finding: FindingId, form: Annotated[ToSuppressForm, Body()]
) -> SuppressionForm:
    """Have the wording of a finding not told in your organisation until a day, wherever it stands. It is counted, with why, wherever it would be told.

    One of the same wording that your organisation has already ends on the new day and says the new reason.
    """
    return suppression_form(suppressing.suppress(service, asker, contract, finding, form.reason, form.until))


@router.get("/registry/suppressions", responses=NOT_FOR_YOU)
def every(asker: TheRecorder, service: TheService) -> SuppressionsForm:
    """What your organisation suppresses today."""
    return SuppressionsForm(suppressions=[suppression_form(each) for each in suppressing.suppressions_in(service, asker)])


@router.delete("/registry/suppressions/{suppression}", status_code=204, responses=NOT_TAKEN)
def lift(asker: TheRecorder, service: TheService, suppression: Annotated[str, Depends(_id)]) -> None:
    """Have it told again from now on."""
    suppressing.lift(service, asker, suppression)


def suppression_form(suppression: Suppression) -> SuppressionForm:
    """A suppression as the API tells it."""
    return SuppressionForm(
        id=suppression.id, type=suppression.type, reason=suppression.reason,
        by=suppression.by, since=suppression.since, until=suppression.until,
    )  # fmt: skip
