"""Whatever the OpenAPI document allows is asked, and much that it forbids: no answer is a fault, and none is of a form that is not documented."""

from __future__ import annotations

import random

import pytest
from starlette.testclient import TestClient

from api_walk import routes_of, walk
from browser import app_of
from contract_registry.core.disclosure.roles import ALLOWED, Role
from contract_registry.operations.service import Service
from contract_registry.web.app import with_routes
from contract_registry.web.who import what_routes_ask
from damaged_files import damaged
from members import Member
from pdf_files import Page, a_pdf, words
from word_files import p, word_file

CLAUSE = "1. The Illustrator irrevocably waives all moral rights in the Work."
PDF, WORD = a_pdf(Page(words(CLAUSE, 72, 100))), word_file(p(CLAUSE))
ROUTES = routes_of(with_routes())


@pytest.fixture(scope="module")
def officer(service: Service) -> Member:
    return Member(service, Role.OFFICER)


@pytest.fixture
def signed_in(officer: Member, contract: tuple[str, bytes]) -> dict[str, str]:
    officer.post("/api/v1/contracts", files={"file": contract})
    return {"authorization": officer.headers["authorization"]}


@pytest.mark.parametrize(("method", "path"), ROUTES)
def test_every_answer_is_documented(method: str, path: str, service: Service, signed_in: dict[str, str]) -> None:
    walk(app_of(service), method, path, signed_in, examples=5)


@pytest.mark.parametrize(("method", "path"), ROUTES)
def test_every_answer_to_whoever_is_not_signed_in_is_documented_too(method: str, path: str, service: Service) -> None:
    walk(app_of(service), method, path, {}, examples=2)


def test_whoever_is_turned_away_is_told_of_it_in_the_document() -> None:
    app = with_routes()
    document = app.openapi()["paths"]
    silent = []
    for (method, path), asks in what_routes_ask(app).items():
        let_in = frozenset.intersection(*(ALLOWED[what] for what in asks))
        if path in document and Role.VISITOR not in let_in:
            forbids = method != "GET" or let_in < frozenset(Role) - {Role.VISITOR}
            told = document[path][method.lower()]["responses"]
            silent += [(method, path, status) for status in ("401", *(["403"] if forbids else [])) if status not in told]

    assert silent == []


@pytest.mark.parametrize("chance", range(12))
def test_damaged_files_are_refused_or_read_and_never_a_fault(chance: int, client: TestClient) -> None:
    dice = random.Random(chance)
    for name, whole in (("a.pdf", PDF), ("b.docx", WORD), ("c.html", f"<h1>Terms</h1><p>{CLAUSE}".encode())):
        answer = client.post("/api/v1/scans", files={"file": (name, damaged(whole, dice))})

        assert answer.status_code in {201, 413, 415, 422}, answer.text
        assert answer.status_code == 201 or not answer.json()["type"].endswith(":unexpected"), answer.text
