"""What is recorded of a contract that was granted to an officer or a caseworker, over the API: seen and changed while it is open to them."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

from fastapi import APIRouter, Body, Depends

from contract_registry.core.records.outcome import ClauseOutcome
from contract_registry.operations import outcomes as recorded
from contract_registry.operations import records
from contract_registry.operations.records import Recorder
from contract_registry.web.api import ROOT
from contract_registry.web.api.grants import NOT_THERE
from contract_registry.web.api.records import (
    NOT_TAKEN,
    ConsentForm,
    FindingId,
    FoundOutcomeForm,
    OutcomeForm,
    OutcomesForm,
    ParticularsForm,
    outcome_form,
    particulars_told,
)
from contract_registry.web.asked import TheService
from contract_registry.web.ids import ContractId
from contract_registry.web.tagged import Tagged
from contract_registry.web.who import TOKEN, TheOneGranted, TheRecorder

router = APIRouter(
    prefix=f"{ROOT}/granted/{{contract}}",
    tags=["What is granted to an officer or a caseworker"],
    dependencies=[Depends(TOKEN)],
    route_class=Tagged,
)


@router.get("/particulars", responses=NOT_THERE)
def particulars(asker: TheOneGranted, service: TheService, contract: ContractId) -> ParticularsForm:
    """The particulars of a contract that you opened, empty where none were recorded."""
    return ParticularsForm(**asdict(records.recorded_particulars(service, _recorder(asker.person), contract)))


@router.put("/particulars", responses=NOT_TAKEN)
def record_particulars(
    asker: TheRecorder, service: TheService, contract: ContractId, form: Annotated[ParticularsForm, Body()]
) -> ParticularsForm:
    """Record the particulars of a contract that you opened, in place of those before; its owner sees them too."""
    return ParticularsForm(**asdict(records.record_particulars(service, _recorder(asker.person), contract, particulars_told(form))))


@router.get("/outcomes", responses=NOT_THERE)
def outcomes(asker: TheOneGranted, service: TheService, contract: ContractId) -> OutcomesForm:
    """What became of the clauses of a contract that you opened, as far as it was recorded."""
    return OutcomesForm(outcomes=[outcome_form(each) for each in recorded.outcomes_of(service, _recorder(asker.person), contract)])


@router.put("/outcomes/{finding}", responses=NOT_TAKEN)
def record_outcome(
    asker: TheRecorder, service: TheService, contract: ContractId, finding: FindingId, form: Annotated[OutcomeForm, Body()]
) -> FoundOutcomeForm:
    """Record what became of the clause that the finding quotes; the owner of the contract sees it too."""
    told = ClauseOutcome(finding, form.outcome, form.on, form.evidence, form.counter)
    return outcome_form(recorded.record_outcome(service, _recorder(asker.person), contract, told))


@router.get("/consent", responses=NOT_THERE)
def consent(asker: TheOneGranted, service: TheService, contract: ContractId) -> ConsentForm:
    """The consent that came with a contract that you opened; level 0 where none did."""
    return ConsentForm(**asdict(records.consent_in(service, _recorder(asker.person), contract)))


def _recorder(person: str) -> Recorder:
    return Recorder(person, of_granted=True)
