"""Decisions on engagers over the API: proposed by one, confirmed by another; what is known of one; a link to reply; corrections."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Body, Depends, Path, Query
from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from contract_registry.core.disclosure.engagers.decision import LONGEST, Proposal
from contract_registry.operations import engager_desk as desk
from contract_registry.web.api import ROOT
from contract_registry.web.api.records import NOT_TAKEN
from contract_registry.web.api.registry import NOT_ASKED
from contract_registry.web.api.registry_forms import HitForm, hit_form
from contract_registry.web.api.statistics import PrevalenceForm, prevalence_form
from contract_registry.web.asked import TheService
from contract_registry.web.ids import as_id
from contract_registry.web.who import TOKEN, TheRecorder, TheSearcher

router = APIRouter(prefix=f"{ROOT}/registry/engagers", tags=["Engagers"], dependencies=[Depends(TOKEN)])
Name = Annotated[str, Field(max_length=200)]
NameAsked = Annotated[str, Query(max_length=200, description="The engager by any of its names, however it is spelt.")]
Reason = Annotated[str, Field(max_length=LONGEST)]


class ToProposeForm(BaseModel):
    """A proposal."""

    model_config = ConfigDict(extra="forbid")
    what: str = Field(description="same, apart, brand, group or release.", max_length=20, examples=["same"])
    names: list[Name] = Field(min_length=1, max_length=50)
    reason: Reason
    of: Name = Field(default="", description="Of a brand its engager, of an engager its group.")
    until: AwareDatetime | None = Field(default=None, description="When a release ends, with its offset.")


class ProposalForm(BaseModel):
    """What waits for a second person, or was confirmed just now."""

    id: str
    what: str
    names: list[str]
    reason: str
    of: str
    until: datetime | None
    at: datetime
    is_decided: bool


class ProposalsForm(BaseModel):
    """What waits, the oldest first."""

    waiting: list[ProposalForm]


class ReplyForm(BaseModel):
    """What the engager says, in its own words."""

    words: str
    signed: str
    at: datetime


class CorrectionForm(BaseModel):
    """What stood there, what does now, and why."""

    was: str
    now: str
    reason: str
    at: datetime


class EngagerEntryForm(BaseModel):
    """What is known of an engager: facts with quotes, its replies, and what was corrected."""

    names: list[str]
    brands: list[str]
    groups: list[str]
    is_released: bool = Field(description="Whether two officers released it to be shown outside.")
    replies: list[ReplyForm]
    corrections: list[CorrectionForm]
    clauses: list[HitForm] = Field(description="The newest clauses that you may read.")
    count: int
    templates: dict[str, str] = Field(description="Public terms of it, by id, with since when they name AI.")
    figures: PrevalenceForm | None = Field(
        description="How common types of clause are in its contracts that your organisation counts, by year; null where too few stand behind it to say."
    )


class ToCorrectForm(BaseModel):
    """A correction."""

    model_config = ConfigDict(extra="forbid")
    engager: Name
    was: Reason
    now: Reason
    reason: Reason


class ToAskForm(BaseModel):
    """Whom to ask for a reply."""

    model_config = ConfigDict(extra="forbid")
    engager: Name


class LinkForm(BaseModel):
    """The link to hand over; it works once and is told this once."""

    link: str


def _id(proposal: Annotated[str, Path(description="The id of a proposal.")]) -> str:
    return as_id(proposal)


@router.get("", responses=NOT_TAKEN)
def entry(asker: TheSearcher, service: TheService, name: NameAsked) -> EngagerEntryForm:
    """What your organisation knows of an engager, and what you may read of it."""
    page = desk.engager_page(service, asker, name)
    known = page.entry
    return EngagerEntryForm(
        names=sorted(known.identity.names),
        brands=sorted(known.identity.brands),
        groups=sorted(known.identity.groups),
        is_released=known.is_released,
        replies=[ReplyForm(words=each.words, signed=each.signed, at=each.at) for each in known.replies],
        corrections=[CorrectionForm(was=each.was, now=each.now, reason=each.reason, at=each.at) for each in known.corrections],
        clauses=[hit_form(each) for each in page.clauses],
        count=page.count,
        templates={each.id: each.says for each in page.templates},
        figures=prevalence_form(page.told) if page.told else None,
    )


@router.get("/proposals", responses=NOT_ASKED)
def waiting(asker: TheRecorder, service: TheService) -> ProposalsForm:
    """What waits for a second person in your organisation."""
    return ProposalsForm(waiting=[_form(each, is_decided=False) for each in desk.waiting_in(service, asker)])


@router.post("/proposals", status_code=201, responses=NOT_ASKED)
def propose(asker: TheRecorder, service: TheService, form: Annotated[ToProposeForm, Body()]) -> ProposalForm:
    """Propose who is who, or that something may be shown outside. It does nothing until somebody else confirms it."""
    proposed = desk.propose(service, asker, desk.what_named(form.what), form.names, form.reason, form.of, form.until)
    return _form(proposed, is_decided=False)


@router.post("/proposals/{proposal}/confirm", responses=NOT_TAKEN)
def confirm(asker: TheRecorder, service: TheService, proposal: Annotated[str, Depends(_id)]) -> ProposalForm:
    """Confirm what somebody else proposed: it stands from now on."""
    return _form(desk.confirm(service, asker, proposal).proposal, is_decided=True)


@router.post("/replies", status_code=201, responses=NOT_TAKEN)
def ask(asker: TheRecorder, service: TheService, form: Annotated[ToAskForm, Body()]) -> LinkForm:
    """A link by which the engager replies to its entry, once."""
    return LinkForm(link=desk.ask_for_reply(service, asker, form.engager))


@router.post("/corrections", status_code=201, responses=NOT_TAKEN)
def correct(asker: TheRecorder, service: TheService, form: Annotated[ToCorrectForm, Body()]) -> CorrectionForm:
    """Correct what stood in an entry. The log keeps both."""
    made = desk.correct(service, asker, form.engager, form.was, form.now, form.reason)
    return CorrectionForm(was=made.was, now=made.now, reason=made.reason, at=made.at)


def _form(proposal: Proposal, *, is_decided: bool) -> ProposalForm:
    return ProposalForm(
        id=proposal.id,
        what=proposal.what.name.lower(),
        names=sorted(proposal.names),
        reason=proposal.reason,
        of=proposal.of,
        until=proposal.until,
        at=proposal.at,
        is_decided=is_decided,
    )
