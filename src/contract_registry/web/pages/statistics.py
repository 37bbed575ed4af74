"""Statistics for a browser: tables with their charts, and what a ban would catch."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from contract_registry.operations import statistics
from contract_registry.operations.statistics import BY, EVERYBODY, MINE
from contract_registry.web.asked import TheService
from contract_registry.web.pages.shown import shown
from contract_registry.web.who import TheSearcher

router = APIRouter(include_in_schema=False)
Word = Annotated[str, Query(max_length=40)]
Types = Annotated[Sequence[Annotated[str, Query(max_length=100)]], Query(max_length=7)]


@router.get("/registry/statistics")
def page(request: Request, service: TheService, asker: TheSearcher, whose: Word = "", by: Word = "sector", ban: Types = ()) -> Response:
    """How common types of clause are, and what a ban would catch, where one is asked about."""
    has_own = statistics.has_figures(asker)
    asked = whose or (MINE if has_own else EVERYBODY)
    counted = statistics.counted_for(service, asker, asked)
    chosen = [each for each in ban if each]
    caught = statistics.what_a_ban_catches(service, counted, chosen, (), by) if chosen else None
    told = statistics.common_types(service, counted, by)
    return shown(
        request,
        "statistics.html.jinja",
        asker,
        tables=statistics.tables_told(service, told, statistics.for_good_work(service, counted), caught),
        whose=asked,
        by=by,
        dimensions=list(BY),
        has_own=has_own,
        types=statistics.types_to_choose(service),
        chosen=chosen,
    )
