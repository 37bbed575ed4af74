"""Saved searches over the API: kept, listed and deleted."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Body, Depends, Path
from pydantic import BaseModel, ConfigDict, Field

from contract_registry.core.disclosure.searching.question import LONGEST, Asked, Facet
from contract_registry.operations import saved_searches
from contract_registry.operations.saved_searches import Every, SavedSearch, asked_in
from contract_registry.web.api import ROOT
from contract_registry.web.api.contracts import NOT_THERE
from contract_registry.web.api.registry import NOT_ASKED
from contract_registry.web.asked import TheService
from contract_registry.web.ids import as_id
from contract_registry.web.who import TOKEN, TheSearcher

router = APIRouter(prefix=f"{ROOT}/registry/searches", tags=["The registry"], dependencies=[Depends(TOKEN)])
Value = Annotated[str, Field(max_length=200)]


class ToSaveForm(BaseModel):
    """A search to keep."""

    model_config = ConfigDict(extra="forbid")
    name: str = Field(max_length=LONGEST)
    words: str = Field(default="", max_length=LONGEST)
    where: dict[Facet, list[Value]] = Field(default_factory=dict, description="Values of facets, of which several of one mean any of them.")
    every: Every = Field(default=Every.MONTH, description="How often a letter tells what is new, in months.")


class SavedForm(BaseModel):
    """A search that is kept."""

    id: str
    name: str
    words: str
    where: dict[str, list[str]]
    every: int
    told_until: datetime = Field(description="Until when a letter told what was new.")
    is_stopped: bool


class SearchesForm(BaseModel):
    """What is kept, the earliest first."""

    searches: list[SavedForm]


def _id(search: Annotated[str, Path(description="The id of a saved search.")]) -> str:
    return as_id(search)


@router.get("", responses=NOT_ASKED)
def every(asker: TheSearcher, service: TheService) -> SearchesForm:
    """The searches that you keep."""
    return SearchesForm(searches=[_form(each) for each in saved_searches.saved_by(service, asker.person)])


@router.post("", status_code=201, responses=NOT_ASKED)
def save(asker: TheSearcher, service: TheService, form: Annotated[ToSaveForm, Body()]) -> SavedForm:
    """Keep a search. Where mail is sent, one letter tells what is new in all of yours, after a month is over."""
    asked = Asked(form.words, frozenset((facet, value) for facet, values in form.where.items() for value in values))
    return _form(saved_searches.save_search(service, asker.person, form.name, asked, form.every))


@router.delete("/{search}", status_code=204, responses=NOT_THERE)
def delete(asker: TheSearcher, service: TheService, search: Annotated[str, Depends(_id)]) -> None:
    """Keep it no longer."""
    saved_searches.delete_search(service, asker.person, search)


def _form(search: SavedSearch) -> SavedForm:
    asked = asked_in(search)
    return SavedForm(
        id=search.id,
        name=search.name,
        words=asked.words,
        where={facet.value: values for facet, values in asked.filters.items()},
        every=int(search.every),
        told_until=search.told_until,
        is_stopped=search.stopped_at is not None,
    )
