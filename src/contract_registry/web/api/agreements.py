"""Agreements over the API: that a contract which forbids showing it may be shown to an organisation, given and taken back by officers of it, read by the owner."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Body, Depends
from pydantic import BaseModel, ConfigDict, Field

from contract_registry.core.disclosure.consent.agreement import LONGEST
from contract_registry.operations import agreeing
from contract_registry.web.api import ROOT
from contract_registry.web.api.grants import NOT_THERE
from contract_registry.web.api.records import NOT_TAKEN
from contract_registry.web.asked import TheService
from contract_registry.web.ids import ContractId
from contract_registry.web.who import TOKEN, TheOneToAgree, TheOwner

router = APIRouter(prefix=ROOT, tags=["What an owner shares"], dependencies=[Depends(TOKEN)])


class ToAgreeForm(BaseModel):
    """Why more than facts may be shown."""

    model_config = ConfigDict(extra="forbid")
    reason: str = Field(max_length=LONGEST, description="The owner of the contract reads it.")


class AgreementForm(BaseModel):
    """Who agreed, for which organisation, when and why; and since when it is taken back, if it is."""

    organisation: str
    by: str
    at: datetime
    reason: str
    taken_back_at: datetime | None


@router.post("/granted/{contract}/agreements", status_code=201, responses=NOT_TAKEN)
def agree(asker: TheOneToAgree, service: TheService, contract: ContractId, form: Annotated[ToAgreeForm, Body()]) -> AgreementForm:
    """Agree that the owner of a contract that you opened, and that says it may not be shown, shares more than facts with your organisation."""
    return AgreementForm(**asdict(agreeing.agree(service, asker, contract, form.reason)))


@router.delete("/granted/{contract}/agreements", responses=NOT_TAKEN)
def take_back(asker: TheOneToAgree, service: TheService, contract: ContractId) -> AgreementForm:
    """Take back what your organisation agreed to: when this answers, it finds nothing but facts of the contract, whatever its owner shares."""
    return AgreementForm(**asdict(agreeing.take_agreement_back(service, asker, contract)))


@router.get("/contracts/{contract}/agreements", responses=NOT_THERE)
def every(owner: TheOwner, service: TheService, contract: ContractId) -> list[AgreementForm]:
    """Which officers agreed that you share more than facts of a contract that says it may not be shown."""
    return [AgreementForm(**asdict(each)) for each in agreeing.showing_of(service, owner, contract).agreements]
