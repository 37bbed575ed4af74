"""Reviews over the API: of contracts that were granted to an officer or a caseworker, while they are open to them."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Body, Depends, Path
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import PlainTextResponse

from contract_registry.core.records.reviewing.review import LONGEST, OPINIONS, Opinion
from contract_registry.operations import reviewing
from contract_registry.operations.granting import opened_scan
from contract_registry.operations.records import Recorder
from contract_registry.operations.reviewing import KeptReview, Pending
from contract_registry.operations.suppressing import sifted_for
from contract_registry.web.api import ROOT
from contract_registry.web.api.grants import NOT_THERE
from contract_registry.web.api.records import NOT_TAKEN, FindingId
from contract_registry.web.api.suppressions import SuppressionForm, suppression_form
from contract_registry.web.asked import TheService
from contract_registry.web.ids import ContractId, as_id
from contract_registry.web.who import TOKEN, TheOneGranted, TheRecorder

router = APIRouter(
    prefix=f"{ROOT}/granted/{{contract}}", tags=["What is granted to an officer or a caseworker"], dependencies=[Depends(TOKEN)]
)


class ToReviewForm(BaseModel):
    """What an officer says of a finding."""

    model_config = ConfigDict(extra="forbid")
    opinion: Opinion = Field(description=f"One of: {', '.join(OPINIONS)}.")
    reason: str = Field(default="", max_length=LONGEST, description="Needed for all but to agree.")


class ToSettleForm(BaseModel):
    """Which finding a pending review is about."""

    model_config = ConfigDict(extra="forbid")
    finding: str = Field(max_length=20)


class ReviewForm(BaseModel):
    """A review on the finding that it stands on now, or stood on when it was made."""

    id: str
    finding: str
    type: str
    rule: str
    rule_version: int
    opinion: Opinion
    reason: str
    by: str
    at: datetime


class PendingForm(BaseModel):
    """A review that waits for somebody to say which finding it is about."""

    review: ReviewForm
    why: str
    near: list[str] = Field(description="Ids of findings in the same letters.")


class SuppressedForm(BaseModel):
    """A finding whose wording your organisation suppresses."""

    finding: str
    suppression: SuppressionForm


class ReviewsForm(BaseModel):
    """Every review of the contract over its scan of now."""

    reviews: list[ReviewForm]
    standing: dict[str, str] = Field(
        description="How each reviewed finding stands: agree, dispute, unsure, or contested where officers differ."
    )
    pending: list[PendingForm]
    suppressed: list[SuppressedForm] = Field(description="What of the scan is not told in your organisation for a while, with why.")


def _id(review: Annotated[str, Path(description="The id of a review.")]) -> str:
    return as_id(review)


ReviewId = Annotated[str, Depends(_id)]


@router.get("/reviews", responses=NOT_THERE)
def every(asker: TheOneGranted, service: TheService, contract: ContractId) -> ReviewsForm:
    """What officers said of the findings of a contract that you opened; after another scan each stands on the same words, or waits."""
    found = reviewing.reviews_in(service, _recorder(asker.person), contract)
    sifted = sifted_for(service, asker, opened_scan(service.access, asker.person, contract))
    return ReviewsForm(
        reviews=[_form(each) for each in found.carried],
        standing=found.standing,
        pending=[_pending(*each) for each in found.pending],
        suppressed=[SuppressedForm(finding=each.id, suppression=suppression_form(by)) for each, by in sifted.suppressed],
    )


@router.post("/findings/{finding}/reviews", status_code=201, responses=NOT_TAKEN)
def review(
    asker: TheRecorder, service: TheService, contract: ContractId, finding: FindingId, form: Annotated[ToReviewForm, Body()]
) -> ReviewForm:
    """Agree with a finding, dispute it, or say that you are unsure, with why."""
    return _form(reviewing.review(service, _recorder(asker.person), contract, finding, form.opinion, form.reason))


@router.post("/reviews/{review}/settle", responses=NOT_TAKEN)
def settle(
    asker: TheRecorder, service: TheService, contract: ContractId, review: ReviewId, form: Annotated[ToSettleForm, Body()]
) -> ReviewForm:
    """Say which finding of the scan of now a pending review is about."""
    return _form(reviewing.settle(service, _recorder(asker.person), contract, review, form.finding))


@router.delete("/reviews/{review}", status_code=204, responses=NOT_TAKEN)
def take_back(asker: TheRecorder, service: TheService, contract: ContractId, review: ReviewId) -> None:
    """Take back a review of your own, with whatever else you said of its passage before."""
    reviewing.take_back(service, _recorder(asker.person), contract, review)


@router.get(
    "/reviews/{review}/case",
    responses={**NOT_TAKEN, 200: {"content": {"text/plain": {"schema": {"type": "string"}}}}},
    response_class=PlainTextResponse,
)
def case(asker: TheOneGranted, service: TheService, contract: ContractId, review: ReviewId) -> str:
    """The case for the rule's file that a disputed finding makes, in redacted words, where the owner agreed to that use."""
    return reviewing.case_of_dispute(service, _recorder(asker.person), contract, review)


def _form(kept: KeptReview) -> ReviewForm:
    one = kept.review
    told = one.passage
    return ReviewForm(
        id=kept.id, finding=told.id, type=told.type, rule=told.rule, rule_version=told.rule_version,
        opinion=one.opinion, reason=one.reason, by=one.by, at=one.at,
    )  # fmt: skip


def _pending(kept: KeptReview, pending: Pending) -> PendingForm:
    return PendingForm(review=_form(kept), why=pending.why, near=[each.id for each in pending.near])


def _recorder(person: str) -> Recorder:
    return Recorder(person, of_granted=True)
