"""A member shares a clause, an officer finds it, and when the member takes it back nobody finds it any more."""

from __future__ import annotations

import pytest

from contract_registry.core.disclosure.roles import Role
from contract_registry.operations.contracts import scan_kept
from contract_registry.operations.projecting import project_kept
from contract_registry.operations.service import Service
from members import Member, an_organisation, someone

CONTRACT = b"""ILLUSTRATION AGREEMENT
This agreement is made on 14 May 2026 between Saltmarsh Books Ltd (the "Publisher") and Mirela Quist (the "Illustrator").
1. The Illustrator irrevocably waives all moral rights in the Work.
2. The Publisher pays Mirela Quist a fee of GBP 437 within 45 days of invoice.
3. This agreement is governed by the laws of England and Wales.
"""


@pytest.fixture
def union(service: Service) -> str:
    return an_organisation(service.access)


@pytest.fixture
def mirela(service: Service, union: str) -> Member:
    return Member(service, someone(service.access, Role.MEMBER, union))


@pytest.fixture
def officer(service: Service, union: str) -> Member:
    return Member(service, someone(service.access, Role.OFFICER, union))


@pytest.fixture
def kept(service: Service, mirela: Member) -> str:
    contract = mirela.post("/api/v1/contracts", files={"file": ("agreement.txt", CONTRACT)}, data={"sector": "publishing"}).json()["id"]
    scan_kept(service, mirela.owner, contract)
    return contract


def share(member: Member, contract: str, union: str, **more: object) -> dict[str, object]:
    wanted = {"level": 2, "circles": [union], "purposes": ["officers find the clause when they search"], **more}
    preview = member.post(f"/api/v1/contracts/{contract}/consents/preview", json=wanted)
    assert preview.status_code == 200, preview.text
    given = member.post(f"/api/v1/contracts/{contract}/consents", json={**wanted, "seen": preview.json()["seen"]})
    assert given.status_code == 201, given.text
    return {**given.json(), "preview": preview.json()}


def test_what_a_member_shares_an_officer_finds_until_it_is_taken_back(
    service: Service, mirela: Member, officer: Member, kept: str, union: str
) -> None:
    given = share(mirela, kept, union)
    project_kept(service, mirela.owner, kept)

    found = officer.get("/api/v1/registry/clauses", params={"q": '"moral rights" waives'}).json()

    assert found["count"] == 1
    words = "".join(piece["text"] for piece in found["clauses"][0]["snippet"])
    assert words == "The Illustrator irrevocably waives all moral rights in the Work."
    assert [piece["text"] for piece in found["clauses"][0]["snippet"] if piece["is_hit"]] == ["waives", "moral", "rights"]
    assert "Quist" not in str(given["preview"]["shown"])

    assert mirela.delete(f"/api/v1/contracts/{kept}/consents/{given['id']}").status_code == 200
    assert officer.get("/api/v1/registry/clauses", params={"q": "waives"}).json()["count"] == 0
