"""What is recorded of a contract over the API: its particulars, what became of its clauses, and the consent that came with it."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Body, Depends, Path
from pydantic import BaseModel, ConfigDict, Field

from contract_registry.core.disclosure.consent.outcomes_told import KeptOutcome, told_wholly_from
from contract_registry.core.records.consent import LEVELS
from contract_registry.core.records.outcome import LONGEST_COUNTER, OUTCOMES, ClauseOutcome
from contract_registry.core.records.particulars import ENGAGEMENT_TYPES, FEE_BANDS, LONGEST, VERIFICATION, Particulars
from contract_registry.operations import outcomes as recorded
from contract_registry.operations import records
from contract_registry.operations.records import Recorder
from contract_registry.web.api import ROOT
from contract_registry.web.api.contracts import NOT_THERE
from contract_registry.web.asked import TheService
from contract_registry.web.ids import ContractId
from contract_registry.web.problems import documented
from contract_registry.web.tagged import Tagged
from contract_registry.web.who import TOKEN, TheKeeper, TheOwner, TheRecorder

router = APIRouter(
    prefix=f"{ROOT}/contracts/{{contract}}", tags=["What is recorded of a contract"], dependencies=[Depends(TOKEN)], route_class=Tagged
)
NOT_TAKEN = documented(HTTPStatus.BAD_REQUEST, HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN, HTTPStatus.NOT_FOUND)
DATE = "A day, a month or a year, such as 2026-03-14, 2026-03 or 2026."
Words = Annotated[str, Field(max_length=LONGEST)]
FindingId = Annotated[str, Path(description="The id of a finding of the scan.")]


class ParticularsForm(BaseModel):
    """What an officer records of a contract; what is not known stays empty."""

    model_config = ConfigDict(extra="forbid")
    engager_named: Words = Field(default="", description="The engager as the document names it.")
    engager: Words = Field(default="", description="The id of the engager that this was verified to be.")
    sector: Words = Field(default="", examples=["publishing"])
    role: Words = Field(default="", examples=["illustrator"])
    engagement_type: Words = Field(default="", description=f"One of: {', '.join(ENGAGEMENT_TYPES)}.")
    fee_band: Words = Field(default="", description=f"One of: {', '.join(FEE_BANDS)}.")
    fee_currency: Words = Field(default="", examples=["GBP"])
    territory: Words = ""
    term: Words = ""
    agreement: Words = Field(default="", description="The union agreement that the contract falls under.")
    agreement_edition: Words = ""
    offered_on: Words = Field(default="", description=DATE)
    signed_on: Words = Field(default="", description=DATE)
    starts_on: Words = Field(default="", description=DATE)
    ends_on: Words = Field(default="", description=DATE)
    verification: Words = Field(default="V1", description="; ".join(f"{level}: {means}" for level, means in VERIFICATION.items()))


class OutcomeForm(BaseModel):
    """What became of the clause that a finding quotes."""

    model_config = ConfigDict(extra="forbid")
    outcome: Words = Field(description=f"One of: {', '.join(OUTCOMES)}.", examples=["narrowed"])
    on: Words = Field(default="", description=DATE)
    evidence: Words = Field(default="", description="How that is known.")
    counter: str = Field(
        default="",
        max_length=LONGEST_COUNTER,
        description="The wording that was asked for instead. Where it was agreed to (removed, narrowed, paid for), it stands in the lineage of the clause, redacted, once enough people agreed on the same words.",
    )


class FoundOutcomeForm(OutcomeForm):
    """The same, with the finding that it is about."""

    finding: str = Field(description="The id of a finding of the scan.")
    told_from: datetime | None = Field(
        description="From when on all of it is told where the contract is shared: the first of a month, at least 30 days after it was recorded."
    )


class OutcomesForm(BaseModel):
    """What became of the clauses, as far as it was recorded."""

    outcomes: list[FoundOutcomeForm]


class ConsentForm(BaseModel):
    """The consent that came with the contract when it was imported."""

    level: str = Field(description="; ".join(f"{level}: {means}" for level, means in LEVELS.items()))
    audience: str
    purposes: str
    wording: str
    given_on: str
    evidence: str


def outcome_form(kept: KeptOutcome) -> FoundOutcomeForm:
    """What became of a clause as the API tells it."""
    return FoundOutcomeForm(**asdict(kept.said), told_from=told_wholly_from(kept))


def particulars_told(form: ParticularsForm) -> Particulars:
    """What the form says, without blanks around it."""
    return Particulars(**{name: value.strip() for name, value in form.model_dump().items()})


@router.get("/particulars", responses=NOT_THERE)
def particulars(owner: TheOwner, service: TheService, contract: ContractId) -> ParticularsForm:
    """The particulars, empty where none were recorded."""
    return ParticularsForm(**asdict(records.recorded_particulars(service, Recorder(owner), contract)))


@router.put("/particulars", responses=NOT_TAKEN)
def record_particulars(
    asker: TheRecorder, service: TheService, contract: ContractId, form: Annotated[ParticularsForm, Body()]
) -> ParticularsForm:
    """Record the particulars of a contract of your own, in place of those before."""
    return ParticularsForm(**asdict(records.record_particulars(service, Recorder(asker.person), contract, particulars_told(form))))


@router.get("/outcomes", responses=NOT_THERE)
def outcomes(owner: TheOwner, service: TheService, contract: ContractId) -> OutcomesForm:
    """What became of the clauses, as far as it was recorded."""
    return OutcomesForm(outcomes=[outcome_form(each) for each in recorded.outcomes_of(service, Recorder(owner), contract)])


@router.put("/outcomes/{finding}", responses=NOT_TAKEN)
def record_outcome(
    asker: TheKeeper, service: TheService, contract: ContractId, finding: FindingId, form: Annotated[OutcomeForm, Body()]
) -> FoundOutcomeForm:
    """Record what became of the clause that the finding quotes, in a contract of your own."""
    told = ClauseOutcome(finding, form.outcome, form.on, form.evidence, form.counter)
    return outcome_form(recorded.record_outcome(service, Recorder(asker.person), contract, told))


@router.get("/consent", responses=NOT_THERE)
def consent(owner: TheOwner, service: TheService, contract: ContractId) -> ConsentForm:
    """The consent that came with the contract; level 0 where none did."""
    return ConsentForm(**asdict(records.consent_in(service, Recorder(owner), contract)))
