"""Whatever the OpenAPI document allows is asked, and much that it forbids: no answer is a fault, and none is of a form that is not documented."""

from __future__ import annotations

import random
from typing import cast

import pytest
from starlette.testclient import TestClient

from api_walk import routes_of, walk
from contract_registry.operations.service import Service
from contract_registry.web.app import create_app
from damaged_files import damaged
from members import Member
from pdf_files import Page, a_pdf, words
from word_files import p, word_file

CLAUSE = "1. The Illustrator irrevocably waives all moral rights in the Work."
PDF, WORD = a_pdf(Page(words(CLAUSE, 72, 100))), word_file(p(CLAUSE))
ROUTES = routes_of(create_app(cast("Service", None)))


@pytest.fixture
def signed_in(ann: Member, contract: tuple[str, bytes]) -> dict[str, str]:
    ann.post("/api/v1/contracts", files={"file": contract})
    return {"authorization": ann.headers["authorization"]}


@pytest.mark.parametrize(("method", "path"), ROUTES)
def test_every_answer_is_documented(method: str, path: str, service: Service, signed_in: dict[str, str]) -> None:
    walk(create_app(service), method, path, signed_in, examples=5)


@pytest.mark.parametrize(("method", "path"), ROUTES)
def test_every_answer_to_whoever_is_not_signed_in_is_documented_too(method: str, path: str, service: Service) -> None:
    walk(create_app(service), method, path, {}, examples=2)


@pytest.mark.parametrize("chance", range(12))
def test_damaged_files_are_refused_or_read_and_never_a_fault(chance: int, client: TestClient) -> None:
    dice = random.Random(chance)
    for name, whole in (("a.pdf", PDF), ("b.docx", WORD), ("c.html", f"<h1>Terms</h1><p>{CLAUSE}".encode())):
        answer = client.post("/api/v1/scans", files={"file": (name, damaged(whole, dice))})

        assert answer.status_code in {201, 413, 415, 422}, answer.text
        assert answer.status_code == 201 or not answer.json()["type"].endswith(":unexpected"), answer.text
