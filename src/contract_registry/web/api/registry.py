"""The registry over the API: search what was shared with one's circles and what is public."""

from __future__ import annotations

from http import HTTPStatus
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path, Query
from starlette.responses import Response

from contract_registry.operations.searching import search
from contract_registry.operations.taking_out import MEDIA_TYPES, TableFormat, TakenOut, take_out
from contract_registry.operations.wordings import clause_of, clauses_like
from contract_registry.web.api import ROOT
from contract_registry.web.api.contracts import NOT_THERE, Limit
from contract_registry.web.api.registry_forms import ClauseForm, LikeForm, SearchForm, clause_form, like_form, search_form
from contract_registry.web.asked import TheService
from contract_registry.web.asked_of_registry import AfterHit, AskedOfRegistry
from contract_registry.web.problems import documented
from contract_registry.web.who import TOKEN, TheSearcher

router = APIRouter(prefix=f"{ROOT}/registry", tags=["The registry"], dependencies=[Depends(TOKEN)])
ClauseId = Annotated[str, Path(description="The id of a clause, as a search tells it.")]
Form = Annotated[TableFormat, Query(alias="format", description="csv, xlsx or jsonl.")]
FILE: dict[int | str, dict[str, Any]] = {200: {"description": "The file.", "content": {kind: {} for kind in MEDIA_TYPES.values()}}}
NOT_ASKED = documented(HTTPStatus.BAD_REQUEST, HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN)


@router.get("/clauses", responses=NOT_ASKED)
def clauses(asker: TheSearcher, service: TheService, asked: AskedOfRegistry, after: AfterHit, limit: Limit = 20) -> SearchForm:
    """Clauses that you may read: officers and caseworkers what was shared with their organisation or branch, everybody what is public."""
    return search_form(search(service.store, asker, asked, limit, after))


@router.post("/exports", response_class=Response, responses={**FILE, **NOT_ASKED})
def export(asker: TheSearcher, service: TheService, asked: AskedOfRegistry, form: Form = "csv") -> Response:
    """Clauses as a file (CSV, XLSX or JSON Lines): what was given as evidence, each as far as enough people share it; words only where they stand in three contracts or are public.

    Each row carries the id of the export, and who took it is in the audit trail.
    """
    return as_file(take_out(service.store, asker, asked, form))


@router.get("/clauses/{clause}", responses=NOT_THERE)
def clause(asker: TheSearcher, service: TheService, clause: ClauseId) -> ClauseForm:
    """A clause, and where else its wording was seen: since when, in which variants, by whom it was used, what became of it."""
    return clause_form(clause_of(service.store, asker, clause))


@router.get("/clauses/{clause}/like", responses={**NOT_THERE, **documented(HTTPStatus.BAD_REQUEST)})
def like(asker: TheSearcher, service: TheService, clause: ClauseId, limit: Limit = 20) -> list[LikeForm]:
    """Other clauses that say nearly the same, the likest first."""
    return [like_form(each) for each in clauses_like(service.store, asker, clause, limit)]


def as_file(taken: TakenOut) -> Response:
    """A file to be kept, and not to be shown."""
    headers = {"Content-Disposition": f'attachment; filename="{taken.name}"', "X-Clauses": str(taken.clauses)}
    return Response(taken.data, headers=headers, media_type=taken.media_type)
