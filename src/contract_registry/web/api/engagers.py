"""The engagers that an officer or a caseworker knows, over the API: kept, listed, and found by any of their names."""

from __future__ import annotations

from dataclasses import asdict
from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Body, Depends, Path, Query
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from contract_registry.core.records.engager import Engager
from contract_registry.core.records.particulars import LONGEST
from contract_registry.operations import engagers
from contract_registry.web.api import ROOT
from contract_registry.web.api.contract_forms import place_of
from contract_registry.web.api.contracts import NOT_THERE, After, Limit
from contract_registry.web.api.records import NOT_TAKEN
from contract_registry.web.asked import TheService
from contract_registry.web.ids import as_id
from contract_registry.web.problems import documented
from contract_registry.web.tagged import Tagged
from contract_registry.web.who import TOKEN, TheRecorder

router = APIRouter(prefix=f"{ROOT}/engagers", tags=["Engagers"], dependencies=[Depends(TOKEN)], route_class=Tagged)
REFUSED = documented(HTTPStatus.BAD_REQUEST, HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN)
Words = Annotated[str, Field(max_length=LONGEST)]


class EngagerForm(BaseModel):
    """What is known of an engager."""

    model_config = ConfigDict(extra="forbid")
    name: Words = Field(description="Its legal name.")
    aliases: list[Words] = Field(default_factory=list, max_length=100, description="What it is also called.")
    group: Words = Field(default="", description="The group of companies that it belongs to.")
    country: Words = ""
    company_number: Words = ""


class KnownEngagerForm(EngagerForm):
    """The same, with its id."""

    id: str


class EngagersForm(BaseModel):
    """The next engagers, those first that were changed last."""

    engagers: list[KnownEngagerForm]
    next: str | None = Field(description="What to send as `after` for those that follow; null where none do.")


def _id(engager: Annotated[str, Path(description="The id of an engager.")]) -> str:
    return as_id(engager)


EngagerId = Annotated[str, Depends(_id)]


@router.get("", responses=REFUSED)
def page(
    asker: TheRecorder,
    service: TheService,
    after: After,
    limit: Limit = 20,
    name: Annotated[str, Query(description="Only the engager that this name means, however it is spelt.", max_length=LONGEST)] = "",
) -> EngagersForm:
    """The engagers that you know, those first that were changed last."""
    if name:
        found = engagers.engager_named(service, asker.person, name)
        return EngagersForm(engagers=[_form(found)] if found else [], next=None)
    listed = engagers.engagers_of(service, asker.person, limit + 1, after)
    shown = listed[:limit]
    goes_on = place_of(shown[-1][0], shown[-1][1].id) if len(listed) > limit else None
    return EngagersForm(engagers=[_form(each) for _, each in shown], next=goes_on)


@router.post("", status_code=201, responses=REFUSED)
def add(asker: TheRecorder, service: TheService, form: Annotated[EngagerForm, Body()], response: Response) -> KnownEngagerForm:
    """Keep an engager. No two of an owner's engagers share a name."""
    made = engagers.record_engager(service, asker.person, _engager(form, ""))
    response.headers["Location"] = f"{ROOT}/engagers/{made.id}"
    return _form(made)


@router.get("/{engager}", responses=NOT_THERE)
def look(asker: TheRecorder, service: TheService, engager: EngagerId) -> KnownEngagerForm:
    """The engager."""
    return _form(engagers.engager_known(service, asker.person, engager))


@router.put("/{engager}", responses=NOT_TAKEN)
def change(asker: TheRecorder, service: TheService, engager: EngagerId, form: Annotated[EngagerForm, Body()]) -> KnownEngagerForm:
    """Keep what is known of the engager now, in place of what was."""
    return _form(engagers.record_engager(service, asker.person, _engager(form, engager)))


def _engager(form: EngagerForm, id_: str) -> Engager:
    told = form.model_dump()
    return Engager(**{**told, "aliases": tuple(told["aliases"]), "id": id_})


def _form(engager: Engager) -> KnownEngagerForm:
    return KnownEngagerForm(**asdict(engager))
