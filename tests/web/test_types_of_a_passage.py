"""A passage in which two types are heard: shown and counted once, and each type found, reviewed and carried over by itself."""

from __future__ import annotations

import json
from typing import Any

import pytest

from contract_registry.core.disclosure.roles import Role
from contract_registry.operations.contracts import scan_kept
from contract_registry.operations.projecting import project_kept
from contract_registry.operations.service import Service
from members import Member, Someone, someone

CONTRACT = b"""ILLUSTRATION AGREEMENT
This agreement is between Saltmarsh Books Ltd (the "Publisher") and Mirela Quist (the "Illustrator").
1. Mirela Quist grants the Publisher a perpetual, irrevocable and transferable licence to use the Work in any media now known or later invented.
2. The Publisher pays a fee of GBP 437 within 45 days of invoice.
"""
WORDS = "perpetual, irrevocable and transferable licence"
LICENCE, MEDIA = "buyout-all-rights-licence", "buyout-unknown-media"


@pytest.fixture
def mirela(service: Service, union: str) -> Someone:
    return someone(service.access, Role.MEMBER, union)


@pytest.fixture
def olga(service: Service, union: str) -> Someone:
    return someone(service.access, Role.OFFICER, union)


@pytest.fixture
def kept(service: Service, mirela: Someone, olga: Someone) -> str:
    """Mirela's contract, scanned, granted to Olga and opened by her."""
    member = Member(service, mirela)
    contract = str(member.post("/api/v1/contracts", files={"file": ("agreement.txt", CONTRACT)}).json()["id"])
    scan_kept(service, member.owner, contract)
    assert member.post(f"/api/v1/contracts/{contract}/grants", json={"person": olga.id}).is_success
    assert Member(service, olga).post(f"/api/v1/granted/{contract}/openings", json={"purpose": "Advice before she signs"}).is_success
    return contract


def found(service: Service, who: Someone, kept: str) -> dict[str, dict[str, Any]]:
    """What was found in the passage, by type."""
    scan = Member(service, who).get(f"/api/v1/contracts/{kept}/scan").json()
    return {each["type"]: each for each in scan["findings"] if WORDS in each["quote"]}


def say(service: Service, who: Someone, kept: str, finding: str, opinion: str) -> None:
    place = f"/api/v1/granted/{kept}/findings/{finding}/reviews"
    assert Member(service, who).post(place, json={"opinion": opinion, "reason": "It reaches no other media."}).status_code == 201


def standing(service: Service, who: Someone, kept: str) -> dict[str, str]:
    told = Member(service, who).get(f"/api/v1/granted/{kept}/reviews").json()
    assert told["pending"] == []
    return dict(told["standing"])


def test_both_are_told_of_one_passage(service: Service, mirela: Someone, kept: str) -> None:
    types = found(service, mirela, kept)

    assert list(types) == [LICENCE, MEDIA]
    assert {each["passage"] for each in types.values()} == {types[LICENCE]["id"]}


def test_pages_quote_the_passage_once_and_name_both(service: Service, mirela: Someone, olga: Someone, kept: str) -> None:
    titles = [each["title"] for each in found(service, mirela, kept).values()]

    own = mirela.browser(service).get(f"/contracts/{kept}").text.partition("What became of its clauses")[0]
    reviews = olga.browser(service).get(f"/granted/{kept}/reviews").text

    for page in (own, reviews):
        assert page.count(WORDS) == 1
        assert [f"{title} <span" in page for title in titles] == [True, True]
    assert "3 findings in 2 passages, 0 reviewed." in reviews


def test_what_became_is_asked_once_a_passage(service: Service, mirela: Someone, kept: str) -> None:
    types = found(service, mirela, kept)

    page = mirela.browser(service).get(f"/contracts/{kept}").text

    assert f'id="became-{types[LICENCE]["id"]}"' in page
    assert f'id="became-{types[MEDIA]["id"]}"' not in page


def test_each_is_reviewed_by_itself(service: Service, mirela: Someone, olga: Someone, kept: str) -> None:
    types = found(service, mirela, kept)

    say(service, olga, kept, types[MEDIA]["id"], "dispute")

    assert standing(service, olga, kept) == {types[MEDIA]["id"]: "dispute"}
    assert ", 1 reviewed." in olga.browser(service).get(f"/granted/{kept}/reviews").text


def test_a_review_of_when_one_finding_spoke_for_all_stands_on_it(service: Service, mirela: Someone, olga: Someone, kept: str) -> None:
    types = found(service, mirela, kept)
    first = types[LICENCE]["id"]
    now = Member(service, mirela).get(f"/api/v1/contracts/{kept}/scan").text
    before = json.loads(now)
    before["findings"] = [
        {name: told for name, told in each.items() if name != "passage"} for each in before["findings"] if each["type"] != MEDIA
    ]
    replaced(service, mirela, kept, json.dumps(before))
    assert olga.browser(service).get(f"/granted/{kept}/reviews").text.count(WORDS) == 1, "a scan of then is still shown"
    say(service, olga, kept, first, "agree")

    replaced(service, mirela, kept, now)

    assert standing(service, olga, kept) == {first: "agree"}


def test_the_registry_has_one_row_that_is_found_by_either_type(
    service: Service, union: str, mirela: Someone, olga: Someone, kept: str
) -> None:
    member, officer = Member(service, mirela), Member(service, olga)
    wanted = {"level": 2, "circles": [union], "purposes": ["officers find the clause when they search"]}
    seen = member.post(f"/api/v1/contracts/{kept}/consents/preview", json=wanted).json()["seen"]
    assert member.post(f"/api/v1/contracts/{kept}/consents", json={**wanted, "seen": seen}).is_success
    project_kept(service, member.owner, kept)

    asked = [officer.get("/api/v1/registry/clauses", params={"type": each}).json() for each in (LICENCE, MEDIA)]
    both = officer.get("/api/v1/registry/clauses", params={"type": [LICENCE, MEDIA]}).json()

    assert [each["count"] for each in (*asked, both)] == [1, 1, 1]
    assert both["clauses"][0]["types"] == [LICENCE, MEDIA]


def replaced(service: Service, who: Someone, kept: str, scan: str) -> None:
    """Keep another scan of the contract, as other rules would make it."""
    with service.store.writing() as writing:
        shelf = writing.shelf(Member(service, who).owner)
        assert shelf.replace_scan(kept, scan, shelf.rulebook(kept), service.system.rulebook().fingerprint)
