"""Of a contract that says it may not be shown, more than facts is shared where an officer agreed to it, and no longer than that stands."""

from __future__ import annotations

import html
import re
from threading import Thread
from typing import Any

import pytest

from browser import Browser
from contract_registry.core.disclosure.roles import Role
from contract_registry.operations import agreeing
from contract_registry.operations.contracts import scan_kept
from contract_registry.operations.projecting import check_registry, project_kept
from contract_registry.operations.service import Service
from members import Member, Someone, an_organisation, someone

GAG = b"1. The Author shall not show or disclose this agreement or the fee to any union, adviser or colleague.\n"
OPEN_TERMS = b"1. The Illustrator irrevocably waives all moral rights in the Work.\n"
SEARCH = "officers find the clause when they search"
BY_LAW = "Her union may read it, by law."


@pytest.fixture
def mirela(service: Service, union: str) -> Someone:
    return someone(service.access, Role.MEMBER, union)


@pytest.fixture
def program(service: Service, mirela: Someone) -> Member:
    return Member(service, mirela)


@pytest.fixture
def olga(service: Service, union: str) -> Someone:
    return someone(service.access, Role.OFFICER, union)


@pytest.fixture
def gagged(service: Service, program: Member) -> str:
    return keep(service, program, GAG)


def keep(service: Service, program: Member, words: bytes) -> str:
    contract = str(program.post("/api/v1/contracts", files={"file": ("agreement.txt", words)}).json()["id"])
    scan_kept(service, program.owner, contract)
    return contract


def opened(service: Service, program: Member, contract: str, who: Someone) -> Browser:
    program.post(f"/api/v1/contracts/{contract}/grants", json={"person": who.id})
    browser = who.browser(service)
    assert browser.fill_in(f"/granted/{contract}", f"/granted/{contract}/open", purpose="Advice before she signs").status_code == 303
    return browser


def read(page: str) -> str:
    return html.unescape(re.sub(r"<[^>]+>", "", page))


def test_an_officer_agrees_to_more_than_facts_for_their_own_organisation_and_the_owner_reads_why(
    service: Service, mirela: Someone, program: Member, olga: Someone, gagged: str, union: str
) -> None:
    other, page = an_organisation(service.access), f"/granted/{gagged}"
    officer = opened(service, program, gagged, olga)

    assert officer.fill_in(page, f"{page}/agree", reason=" ").status_code == 400
    assert officer.fill_in(page, f"{page}/agree", reason=BY_LAW).status_code == 303

    wanted = {"level": 3, "purposes": [SEARCH]}
    previews = [
        program.post(f"/api/v1/contracts/{gagged}/consents/preview", json={**wanted, "circles": circles}).status_code
        for circles in ([union], [other], [union, other])
    ]
    assert previews == [200, 400, 400]
    assert "an officer agreed on" in read(mirela.browser(service).get(f"/contracts/{gagged}/share").text)
    (told,) = program.get(f"/api/v1/contracts/{gagged}/agreements").json()
    assert (told["organisation"], told["by"], told["reason"]) == (union, olga.id, BY_LAW)


def test_where_nothing_forbids_showing_nobody_needs_to_agree(service: Service, program: Member, olga: Someone) -> None:
    kept, api = keep(service, program, OPEN_TERMS), Member(service, olga)
    place = f"/api/v1/granted/{kept}/agreements"
    assert api.post(place, json={"reason": BY_LAW}).status_code == 404, "it is not open yet"
    opened(service, program, kept, olga)

    assert "without your word" in api.post(place, json={"reason": BY_LAW}).json()["detail"]


def test_a_caseworker_agrees_to_nothing(service: Service, program: Member, gagged: str, union: str) -> None:
    cass = someone(service.access, Role.CASEWORKER, union)
    page = opened(service, program, gagged, cass).get(f"/granted/{gagged}").text

    told = Member(service, cass).post(f"/api/v1/granted/{gagged}/agreements", json={"reason": BY_LAW})

    assert "unless an officer agrees" in page
    assert f"/granted/{gagged}/agree" not in page
    assert told.status_code == 403
    assert program.get(f"/api/v1/contracts/{gagged}/agreements").json() == []


def test_an_agreement_that_is_taken_back_leaves_facts_at_once_until_an_officer_agrees_again(
    service: Service, mirela: Someone, program: Member, olga: Someone, gagged: str, union: str
) -> None:
    other = an_organisation(service.access)
    officer, api = opened(service, program, gagged, olga), Member(service, olga)
    officer.fill_in(f"/granted/{gagged}", f"/granted/{gagged}/agree", reason=BY_LAW)
    for level, circle in ((2, union), (1, other)):
        wanted = {"level": level, "circles": [circle], "purposes": [SEARCH]}
        seen = program.post(f"/api/v1/contracts/{gagged}/consents/preview", json=wanted).json()["seen"]
        assert program.post(f"/api/v1/contracts/{gagged}/consents", json={**wanted, "seen": seen}).is_success
    project_kept(service, program.owner, gagged)
    assert found(api) == ["The Author shall not show or disclose"]

    assert officer.fill_in(f"/granted/{gagged}", f"/granted/{gagged}/agree/take-back").status_code == 303

    assert found(api) == []
    project_kept(service, program.owner, gagged)
    assert found(api) == [""], "facts, and no word"
    assert gagged not in check_registry(service).otherwise
    seen_by = {each["circle"]["id"]: each["level"] for each in program.get(f"/api/v1/contracts/{gagged}/seen-by").json()}
    assert seen_by == {union: 1, other: 1}
    page = read(mirela.browser(service).get(f"/contracts/{gagged}/share").text)
    assert page.count("sees facts alone: an officer there took back that more is shown") == 1
    assert "one took that back on" in page
    (told,) = program.get(f"/api/v1/contracts/{gagged}/agreements").json()
    assert told["taken_back_at"] > told["at"]
    wanted = {"level": 2, "circles": [union], "purposes": [SEARCH]}
    assert program.post(f"/api/v1/contracts/{gagged}/consents/preview", json=wanted).status_code == 400

    assert api.delete(f"/api/v1/granted/{gagged}/agreements").status_code == 404, "it is taken back already"
    assert api.post(f"/api/v1/granted/{gagged}/agreements", json={"reason": BY_LAW}).status_code == 201
    project_kept(service, program.owner, gagged)
    assert found(api) == ["The Author shall not show or disclose"]


def test_nobody_takes_back_what_another_organisation_agreed_to(service: Service, program: Member, olga: Someone, gagged: str) -> None:
    api = Member(service, olga)
    assert api.delete(f"/api/v1/granted/{gagged}/agreements").status_code == 404, "it is not open"
    opened(service, program, gagged, olga)
    api.post(f"/api/v1/granted/{gagged}/agreements", json={"reason": BY_LAW})
    stranger = Member(service, someone(service.access, Role.OFFICER))

    assert stranger.delete(f"/api/v1/granted/{gagged}/agreements").status_code == 404
    assert program.delete(f"/api/v1/granted/{gagged}/agreements").status_code == 403
    (told,) = program.get(f"/api/v1/contracts/{gagged}/agreements").json()
    assert told["taken_back_at"] is None


def test_what_an_officer_takes_back_while_a_colleague_agrees_anew_stays_taken_back(
    service: Service, program: Member, olga: Someone, gagged: str, union: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    otto = someone(service.access, Role.OFFICER, union)
    for each in (olga, otto):
        opened(service, program, gagged, each)
    first, second = Member(service, olga), Member(service, otto)
    place = f"/api/v1/granted/{gagged}/agreements"
    first.post(place, json={"reason": BY_LAW})
    taking_back, keep_all = Thread(target=first.delete, args=(place,)), agreeing._keep

    def keep_while_the_other_takes_back(*told: Any) -> None:
        monkeypatch.setattr(agreeing, "_keep", keep_all)
        taking_back.start()
        taking_back.join(0.5)
        keep_all(*told)

    monkeypatch.setattr(agreeing, "_keep", keep_while_the_other_takes_back)
    assert second.post(place, json={"reason": "A colleague is of the same mind."}).status_code == 201
    taking_back.join()

    (told,) = program.get(f"/api/v1/contracts/{gagged}/agreements").json()
    assert told["taken_back_at"] is not None


def found(officer: Member) -> list[str]:
    """How the clauses begin that an officer finds by the type of what forbids showing them."""
    hits = officer.get("/api/v1/registry/clauses").json()["clauses"]
    return ["".join(piece["text"] for piece in each["snippet"])[:37] for each in hits]
