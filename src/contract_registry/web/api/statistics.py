"""Statistics over the API: how common types of clause are, what a ban would catch, what good work is touched by; told in bands or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Query
from pydantic import BaseModel, Field
from starlette.responses import Response

from contract_registry.core.disclosure.gate.cell import Band
from contract_registry.core.disclosure.statistics.prevalence import Prevalence
from contract_registry.core.disclosure.statistics.share import Told
from contract_registry.operations import bans, statistics
from contract_registry.operations.bans import LONGEST, ToBan
from contract_registry.operations.statistics import BY
from contract_registry.web.api import ROOT
from contract_registry.web.api.registry import NOT_ASKED
from contract_registry.web.asked import TheService
from contract_registry.web.who import TOKEN, TheSearcher

router = APIRouter(prefix=f"{ROOT}/registry/statistics", tags=["Statistics"], dependencies=[Depends(TOKEN)])
Whose = Annotated[
    Literal["mine", "branch", "everybody"],
    Query(description="Of your own organisation or your branch of it, for its officers; or of what everybody gave to be counted."),
]
By = Annotated[str, Query(max_length=40, description=f"One of: {', '.join(BY)}.")]
Words = Annotated[
    str,
    Query(max_length=LONGEST, description="What is forbidden as a contract would word it; whatever is nearly the same is caught with it."),
]
Types = Annotated[Sequence[Annotated[str, Query(max_length=100)]], Query(max_length=6)]


class BandForm(BaseModel):
    """A count between two bounds, both of which it may be."""

    at_least: int
    at_most: int


class CellForm(BaseModel):
    """A figure, and the share that it is of the whole beside it; null where too few stand behind it to say."""

    people: BandForm | None
    engagements: BandForm | None
    share: list[float] | None = Field(description="Its bounds, from 0 to 1.")


class RowForm(BaseModel):
    """One type: of all, and in each column in which it is told."""

    of_all: CellForm
    by: dict[str, CellForm]


class BanForm(RowForm):
    """What a ban would catch: of all, and in each column in which it is told."""

    found_in_words: list[str] = Field(description="The types that the rules find in the words, to ask for a ban of these.")


class PrevalenceForm(BaseModel):
    """How common types of clause are."""

    whole: CellForm
    wholes: dict[str, CellForm]
    types: dict[str, RowForm]


class PrincipleForm(BaseModel):
    """A principle of good work."""

    name: str
    types: dict[str, CellForm]
    touching: list[str] = Field(description="All types that touch it, told or not.")


class GoodWorkForm(BaseModel):
    """What an impact assessment needs to know."""

    principles: list[PrincipleForm]


@router.get("", responses=NOT_ASKED)
def common(asker: TheSearcher, service: TheService, whose: Whose = "everybody", by: By = "sector") -> PrevalenceForm:
    """How common each type of clause is. What is left out is not told apart from what is not there."""
    return prevalence_form(statistics.common_types(service, statistics.counted_for(service, asker, whose), by))


@router.get("/table.csv", responses={**NOT_ASKED, 200: {"content": {"text/csv": {"schema": {"type": "string"}}}}}, response_class=Response)
def table(asker: TheSearcher, service: TheService, whose: Whose = "everybody", by: By = "sector") -> Response:
    """The same for a spreadsheet."""
    told = statistics.common_types(service, statistics.counted_for(service, asker, whose), by)
    headers = {"Content-Disposition": 'attachment; filename="statistics.csv"'}
    return Response(statistics.as_spreadsheet(told), media_type="text/csv", headers=headers)


@router.get("/ban", responses=NOT_ASKED)
def ban(
    asker: TheSearcher,
    service: TheService,
    catches: Types = (),
    unless: Types = (),
    words: Words = "",
    whose: Whose = "everybody",
    by: By = "sector",
) -> BanForm:
    """What a ban of any of these types, and of whatever is worded like these words, would catch, unless one of the others stands beside it.

    Silent where a narrower ban would tell of a few people.
    """
    (caught,) = bans.what_a_ban_catches(service, statistics.counted_for(service, asker, whose), ToBan(catches, words, unless), by)
    return BanForm(
        of_all=_cell(caught.of_all),
        by={value: _cell(cell) for value, cell in caught.by.items()},
        found_in_words=bans.types_in_words(service, words) if words.strip() else [],
    )


@router.get("/good-work", responses=NOT_ASKED)
def good_work(asker: TheSearcher, service: TheService, whose: Whose = "everybody") -> GoodWorkForm:
    """For each principle of good work the types of clause that touch it, and how common they are."""
    told = statistics.for_good_work(service, statistics.counted_for(service, asker, whose))
    return GoodWorkForm(
        principles=[
            PrincipleForm(name=each.name, types={name: _cell(cell) for name, cell in each.types.items()}, touching=list(each.touching))
            for each in told
        ]
    )


def prevalence_form(told: Prevalence) -> PrevalenceForm:
    """How common types are, as the API tells it."""
    return PrevalenceForm(
        whole=_cell(Told(told.whole)),
        wholes={value: _cell(Told(figure)) for value, figure in told.wholes.items()},
        types={
            name: RowForm(of_all=_cell(row.of_all), by={each: _cell(cell) for each, cell in row.cells.items()})
            for name, row in told.rows.items()
        },
    )


def _cell(told: Told) -> CellForm:
    figure, share = told.figure, told.share
    return CellForm(
        people=_band(figure.people) if figure else None,
        engagements=_band(figure.engagements) if figure else None,
        share=[share.lower, share.upper] if share else None,
    )


def _band(band: Band) -> BandForm:
    return BandForm(at_least=band.lower, at_most=band.upper)
