"""Statistics for a browser: tables with their charts, and what a ban would catch."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from contract_registry.core.disclosure.gate.contribution import Dimension
from contract_registry.errors import WrongUsage
from contract_registry.operations import bans, statistics
from contract_registry.operations.bans import LONGEST, ToBan
from contract_registry.operations.statistics import BY, EVERYBODY, MINE
from contract_registry.web.asked import TheService
from contract_registry.web.pages.shown import shown
from contract_registry.web.who import TheSearcher

router = APIRouter(include_in_schema=False)
Word = Annotated[str, Query(max_length=40)]
Words = Annotated[str, Query(max_length=LONGEST)]
Types = Annotated[Sequence[Annotated[str, Query(max_length=100)]], Query(max_length=7)]
_BANS_BY = (Dimension.SECTOR.value, Dimension.QUARTER.value)


@router.get("/registry/statistics")
def page(
    request: Request, service: TheService, asker: TheSearcher, whose: Word = "", by: Word = "sector", ban: Types = (), words: Words = ""
) -> Response:
    """How common types of clause are, and what a ban would catch, where one is asked about."""
    has_own = statistics.has_figures(asker)
    asked = whose or (MINE if has_own else EVERYBODY)
    counted = statistics.counted_for(service, asker, asked)
    wanted = ToBan([each for each in ban if each], words)
    banned, refused = [], ""
    try:
        banned = bans.ban_tables(service, counted, wanted, *dict.fromkeys((*_BANS_BY, by))) if wanted.is_asked else []
    except WrongUsage as wrong:
        refused = wrong.message
    told = statistics.common_types(service, counted, by)
    titles = statistics.titles_of_types(service)
    return shown(
        request,
        "statistics.html.jinja",
        asker,
        status=400 if refused else 200,
        refused=refused,
        tables=[*banned, *statistics.tables_told(service, told, statistics.for_good_work(service, counted))],
        whose=asked,
        by=by,
        dimensions=list(BY),
        has_own=has_own,
        has_branch=has_own and bool(asker.branch),
        types=statistics.types_to_choose(service),
        chosen=wanted.types,
        words=words,
        found=[(each, titles[each]) for each in bans.types_in_words(service, words)] if words.strip() else [],
    )
