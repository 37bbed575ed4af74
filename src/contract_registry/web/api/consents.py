"""What an owner shares of a contract over the API: a preview, the consent, who can see it now, and taking it back."""

from __future__ import annotations

from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Body, Depends, Path

from contract_registry.core.disclosure.consent.wordings import NEWEST
from contract_registry.operations import sharing
from contract_registry.web.api import ROOT
from contract_registry.web.api.consent_forms import (
    CircleForm,
    ConsentForm,
    PreviewForm,
    SeeingForm,
    SharedForm,
    WantedForm,
    WordingForm,
    circle_form,
    consent_form,
    preview_form,
    seeing_form,
    wanted_in,
    wording_form,
)
from contract_registry.web.api.contracts import NOT_THERE
from contract_registry.web.asked import TheService
from contract_registry.web.ids import ContractId, as_id
from contract_registry.web.problems import documented
from contract_registry.web.who import TOKEN, TheOwner

router = APIRouter(prefix=ROOT, tags=["What an owner shares"], dependencies=[Depends(TOKEN)])
NOT_GIVEN = {**NOT_THERE, **documented(HTTPStatus.BAD_REQUEST)}
ConsentId = Annotated[str, Path(description="The id of a consent.")]


@router.get("/with-whom-to-share", responses=documented(HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN))
def with_whom(owner: TheOwner, service: TheService) -> list[CircleForm]:  # noqa: ARG001  who asks is the condition
    """The organisations and branches with which a contract can be shared, and statistics alone."""
    circles = sharing.with_whom(service)
    return [circle_form(circles, each) for each in circles.every]


@router.get("/consent-wording", responses=documented(HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN))
def wording(owner: TheOwner) -> WordingForm:  # noqa: ARG001  who asks is the condition
    """The words in which consent is asked for now: what each rung shows, what each purpose means, what taking it back does."""
    return wording_form(NEWEST)


@router.get("/contracts/{contract}/consents", responses=NOT_THERE)
def given(owner: TheOwner, service: TheService, contract: ContractId) -> list[ConsentForm]:
    """Every consent given for the contract, those taken back too, earliest first."""
    circles = sharing.with_whom(service)
    return [consent_form(circles, each) for each in sharing.consents_in(service, owner, contract)]


@router.get("/contracts/{contract}/seen-by", responses=NOT_THERE)
def seen_by(owner: TheOwner, service: TheService, contract: ContractId) -> list[SeeingForm]:
    """Who can see what of the contract in the registry now."""
    circles = sharing.with_whom(service)
    return [seeing_form(circles, each) for each in sharing.seen_now(service, owner, contract)]


@router.post("/contracts/{contract}/consents/preview", responses=NOT_GIVEN)
def preview(owner: TheOwner, service: TheService, contract: ContractId, form: Annotated[WantedForm, Body()]) -> PreviewForm:
    """Exactly what would be shown, to whom, and what is taken out before; nothing is shared by asking."""
    return preview_form(sharing.with_whom(service), sharing.preview(service, owner, contract, wanted_in(form)), NEWEST.version)


@router.post("/contracts/{contract}/consents", status_code=201, responses=NOT_GIVEN)
def give(owner: TheOwner, service: TheService, contract: ContractId, form: Annotated[SharedForm, Body()]) -> ConsentForm:
    """Share what was seen in the preview, and nothing else."""
    return consent_form(sharing.with_whom(service), sharing.share(service, owner, contract, wanted_in(form), form.seen))


@router.delete("/contracts/{contract}/consents/{consent}", responses=NOT_THERE)
def take_back(owner: TheOwner, service: TheService, contract: ContractId, consent: ConsentId) -> ConsentForm:
    """Take a consent back: when this answers, nothing of it is found any more."""
    return consent_form(sharing.with_whom(service), sharing.withdraw(service, owner, contract, as_id(consent)))
