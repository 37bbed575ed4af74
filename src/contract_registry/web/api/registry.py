"""The registry over the API: search what was shared with one's circles and what is public."""

from __future__ import annotations

from http import HTTPStatus

from fastapi import APIRouter, Depends

from contract_registry.operations.searching import search
from contract_registry.web.api import ROOT
from contract_registry.web.api.contracts import Limit
from contract_registry.web.api.registry_forms import SearchForm, search_form
from contract_registry.web.asked import TheService
from contract_registry.web.asked_of_registry import AfterHit, AskedOfRegistry
from contract_registry.web.problems import documented
from contract_registry.web.who import TOKEN, TheSearcher

router = APIRouter(prefix=f"{ROOT}/registry", tags=["The registry"], dependencies=[Depends(TOKEN)])
NOT_ASKED = documented(HTTPStatus.BAD_REQUEST, HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN)


@router.get("/clauses", responses=NOT_ASKED)
def clauses(asker: TheSearcher, service: TheService, asked: AskedOfRegistry, after: AfterHit, limit: Limit = 20) -> SearchForm:
    """Clauses that you may read: officers and caseworkers what was shared with their organisation or branch, everybody what is public."""
    return search_form(search(service, asker, asked, limit, after))
