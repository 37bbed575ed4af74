"""An owner sees beforehand what would be shown, agrees to that and nothing else, sees who can see it, and takes it back."""

from __future__ import annotations

import html
import re

import pytest

from browser import Browser
from contract_registry.core.disclosure.roles import Role
from contract_registry.operations.contracts import scan_kept
from contract_registry.operations.projecting import project_kept
from contract_registry.operations.service import Service
from members import Member, Someone, someone

CONTRACT = b"""ILLUSTRATION AGREEMENT
This agreement is made on 14 May 2026 between Saltmarsh Books Ltd (the "Publisher") and Mirela Quist (the "Illustrator").
1. The Illustrator irrevocably waives all moral rights in the Work.
2. The Publisher pays a fee of GBP 437 within 45 days of invoice to the Quillwort account.
3. This agreement is governed by the laws of England and Wales.
"""
GAG = b"1. The Author shall not show or disclose this agreement or the fee to any union, adviser or colleague.\n"
SEARCH = "officers find the clause when they search"


@pytest.fixture
def mirela(service: Service, union: str) -> Someone:
    return someone(service.access, Role.MEMBER, union)


@pytest.fixture
def officer(service: Service, union: str) -> Browser:
    return someone(service.access, Role.OFFICER, union).browser(service)


@pytest.fixture
def program(service: Service, mirela: Someone) -> Member:
    return Member(service, mirela)


@pytest.fixture
def kept(service: Service, program: Member) -> str:
    contract = program.post("/api/v1/contracts", files={"file": ("agreement.txt", CONTRACT)}).json()["id"]
    scan_kept(service, program.owner, contract)
    return contract


def read(page: str) -> str:
    return html.unescape(re.sub(r"<[^>]+>", "", page))


def test_a_member_shares_on_the_page_what_the_page_showed(
    service: Service, mirela: Someone, officer: Browser, kept: str, union: str
) -> None:
    browser = mirela.browser(service)
    share = f"/contracts/{kept}/share"
    chosen = {"level": "3", f"circle-{union}": "on", "purpose-SEARCH": "on"}
    assert "Nothing of this contract stands in the registry" in read(browser.get(share).text)

    token = browser.form_token()
    preview = browser.post(f"{share}/preview", data={"form": token, **chosen, "words": "Quillwort"})
    shown = read(preview.text)
    assert "waives all moral rights" in shown
    assert "Found: Moral rights waived" in shown, "types by their titles"
    seen = re.search(r'name="seen" value="(\w+)"', preview.text)[1]
    taken_out = re.search(r'name="taken_out" value="([^"]*)"', preview.text)[1]
    assert CONTRACT[slice(*map(int, taken_out.strip().split("-")))] == b"Quillwort"
    given = browser.post(share, data={"form": token, **chosen, "seen": seen, "taken_out": taken_out})

    assert given.status_code == 303
    project_kept(service, mirela.id, kept)
    assert "waives all moral rights" in read(officer.get("/registry?q=waives").text)
    assert "Quillwort" not in officer.get("/registry?q=fee").text
    assert "So that officers find the clause" in read(browser.get(share).text)
    assert "the redacted words of the clauses that were found; its whole redacted text." in read(browser.get(share).text), (
        "all rungs below, too"
    )
    assert "We share a fingerprint of each clause" in read(browser.get(share).text).partition("The words that you agreed to")[2]
    assert "You alone see the whole contract." in read(browser.get(f"/contracts/{kept}").text)
    assert browser.fill_in(share, re.search(r'action="([^"]+take-back)"', browser.get(share).text)[1]).status_code == 303
    assert "Nothing that you may read" in read(officer.get("/registry?q=waives").text)


def test_only_what_was_seen_is_shared(program: Member, kept: str, union: str) -> None:
    wanted = {"level": 2, "circles": [union], "purposes": [SEARCH]}
    seen = program.post(f"/api/v1/contracts/{kept}/consents/preview", json=wanted).json()["seen"]

    more = program.post(f"/api/v1/contracts/{kept}/consents", json={**wanted, "level": 4, "seen": seen})

    assert (more.status_code, "not what you have seen" in more.json()["detail"]) == (400, True)
    assert program.get(f"/api/v1/contracts/{kept}/seen-by").json() == []


def test_who_can_see_it_now_is_told_with_since_when_and_for_what(program: Member, kept: str, union: str) -> None:
    wanted = {"level": 2, "circles": [union], "purposes": [SEARCH]}
    seen = program.post(f"/api/v1/contracts/{kept}/consents/preview", json=wanted).json()["seen"]
    given = program.post(f"/api/v1/contracts/{kept}/consents", json={**wanted, "seen": seen}).json()

    (seeing,) = program.get(f"/api/v1/contracts/{kept}/seen-by").json()

    assert (seeing["circle"]["id"], seeing["level"], seeing["purposes"]) == (union, 2, [SEARCH])
    assert "the redacted words of the clauses that were found" in seeing["parts"]
    program.delete(f"/api/v1/contracts/{kept}/consents/{given['id']}")
    assert program.get(f"/api/v1/contracts/{kept}/seen-by").json() == []
    (taken_back,) = program.get(f"/api/v1/contracts/{kept}/consents").json()
    assert taken_back["withdrawn_at"] > taken_back["given_at"]


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"circles": []}, "with whom"),
        ({"purposes": []}, "for what"),
        ({"circles": ["statistics"]}, "statistics alone"),
        ({"is_of_a_minor": True}, "under eighteen"),
        ({"taken_out": [{"start": 5, "end": 100_000}]}, "not within the contract"),
        ({"left_in": [{"start": 5, "end": 5}]}, "not within the contract"),
    ],
)
def test_what_cannot_be_shared_is_refused_with_what_to_do(
    program: Member, kept: str, union: str, change: dict[str, object], says: str
) -> None:
    answer = program.post(
        f"/api/v1/contracts/{kept}/consents/preview", json={"level": 2, "circles": [union], "purposes": [SEARCH], **change}
    )

    assert (answer.status_code, says in answer.json()["detail"]) == (400, True)


def test_what_says_that_it_may_not_be_shown_goes_no_higher_than_facts(service: Service, program: Member, union: str) -> None:
    contract = program.post("/api/v1/contracts", files={"file": ("gag.txt", GAG)}).json()["id"]
    scan_kept(service, program.owner, contract)
    wanted = {"circles": [union], "purposes": [SEARCH]}

    answers = [program.post(f"/api/v1/contracts/{contract}/consents/preview", json={**wanted, "level": level}) for level in (1, 2)]

    assert [each.status_code for each in answers] == [200, 400]
    assert "may not show it" in answers[1].json()["detail"]


def test_nobody_sees_one_contract_by_two_consents(program: Member, kept: str, union: str) -> None:
    wanted = {"level": 2, "circles": [union], "purposes": [SEARCH]}
    seen = program.post(f"/api/v1/contracts/{kept}/consents/preview", json=wanted).json()["seen"]
    program.post(f"/api/v1/contracts/{kept}/consents", json={**wanted, "seen": seen})

    again = program.post(f"/api/v1/contracts/{kept}/consents/preview", json={**wanted, "level": 3})

    assert (again.status_code, "Take that back first" in again.json()["detail"]) == (400, True)


def test_of_a_contract_of_somebody_else_nothing_is_told(service: Service, kept: str, union: str) -> None:
    other = Member(service, someone(service.access, Role.MEMBER, union))
    wanted = {"level": 2, "circles": [union], "purposes": [SEARCH]}

    answers = [
        other.get(f"/api/v1/contracts/{kept}/consents"),
        other.get(f"/api/v1/contracts/{kept}/seen-by"),
        other.post(f"/api/v1/contracts/{kept}/consents/preview", json=wanted),
        other.post(f"/api/v1/contracts/{kept}/consents", json={**wanted, "seen": "0"}),
        other.delete(f"/api/v1/contracts/{kept}/consents/{kept}"),
    ]

    assert {each.status_code for each in answers} == {404}
