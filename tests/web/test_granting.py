"""A member lets an officer see one contract and reads who looked; to everybody else it is as if it did not exist."""

from __future__ import annotations

import html
from uuid import uuid4

import pytest

from browser import Browser
from contract_registry.core.disclosure.people import OrganisationKind
from contract_registry.core.disclosure.roles import Role
from contract_registry.operations.contracts import scan_kept
from contract_registry.operations.people import disable
from contract_registry.operations.service import Service
from contract_registry.operations.tokens import make_token
from members import Someone, an_organisation, someone

PURPOSE = "Advice on the waiver before she signs"
WORDS = b"1. The Illustrator waives all moral rights in the marmalade drawings."


@pytest.fixture
def ann_herself(service: Service, union: str) -> Someone:
    return someone(service.access, Role.MEMBER, union)


@pytest.fixture
def ann(service: Service, ann_herself: Someone) -> Browser:
    return ann_herself.browser(service)


@pytest.fixture
def officer(service: Service, union: str) -> Someone:
    return someone(service.access, Role.OFFICER, union)


@pytest.fixture
def kept(ann: Browser) -> str:
    token = ann.form_token()
    return ann.post(f"/contracts?form={token}", files={"file": ("commission.txt", WORDS)}).headers["location"].rpartition("/")[2]


def grant(ann: Browser, contract: str, to: Someone) -> None:
    assert ann.fill_in(f"/contracts/{contract}", f"/contracts/{contract}/grants", person=to.id).status_code == 303


def test_an_officer_opens_what_was_granted_with_a_purpose_that_the_member_reads(
    service: Service, ann_herself: Someone, ann: Browser, officer: Someone, kept: str
) -> None:
    olga = officer.browser(service)
    grant(ann, kept, officer)

    assert "commission.txt" not in olga.get("/granted").text, "before it is opened nothing of it is told"
    assert "commission.txt" not in olga.get(f"/granted/{kept}").text
    assert olga.get(f"/granted/{kept}/files/0").status_code == 404
    assert olga.get(f"/granted/{kept}/report").status_code == 404
    assert olga.fill_in(f"/granted/{kept}", f"/granted/{kept}/open", purpose="  because ").status_code == 400
    assert olga.fill_in(f"/granted/{kept}", f"/granted/{kept}/open", purpose=PURPOSE).status_code == 303

    assert "commission.txt" in olga.get(f"/granted/{kept}").text
    assert olga.get(f"/granted/{kept}/files/0").content == WORDS
    assert olga.get(f"/granted/{kept}/report").status_code == 404, "it is not scanned yet"
    scan_kept(service, ann_herself.id, kept)
    assert "marmalade" in olga.get(f"/granted/{kept}/report").text
    assert PURPOSE in html.unescape(ann.get(f"/contracts/{kept}").text)


def test_programs_grant_and_open_as_people_do(service: Service, union: str, officer: Someone) -> None:
    ann = someone(service.access, Role.MEMBER, union)
    api, officers = (
        {"authorization": f"Bearer {make_token(service.access, person.id, 'a program', 1, can_write=True)}"} for person in (ann, officer)
    )
    browser = Browser(service)
    kept = browser.post("/api/v1/contracts", files={"file": ("a.txt", WORDS)}, headers=api).json()["id"]
    mine, theirs = f"/api/v1/contracts/{kept}", f"/api/v1/granted/{kept}"

    assert officer.id in {person["id"] for person in browser.get("/api/v1/whom-to-grant", headers=api).json()}
    assert browser.post(f"{mine}/grants", json={"person": officer.id}, headers=api).status_code == 204
    assert browser.get(theirs, headers=officers).status_code == 404
    assert browser.post(f"{theirs}/openings", json={"purpose": "why"}, headers=officers).status_code == 400
    assert browser.post(f"{theirs}/openings", json={"purpose": PURPOSE}, headers=officers).status_code == 204

    assert browser.get(theirs, headers=officers).json()["name"] == "a.txt"
    assert browser.get(f"{theirs}/scan", headers=officers).status_code == 404
    assert browser.get(f"{theirs}/files/0", headers=officers).content == WORDS
    assert [each["person"]["id"] for each in browser.get("/api/v1/granted", headers=officers).json()] == [ann.id]
    [looked] = browser.get(f"{mine}/openings", headers=api).json()
    assert (looked["person"]["id"], looked["purpose"]) == (officer.id, PURPOSE)
    assert [each["person"]["id"] for each in browser.get(f"{mine}/grants", headers=api).json()] == [officer.id]
    assert browser.delete(f"{mine}/grants/{officer.id}", headers=api).status_code == 204
    assert browser.get(theirs, headers=officers).status_code == 404
    assert browser.get("/api/v1/me", headers=api).json()["id"] == ann.id


def test_what_is_taken_back_is_not_there_any_more(service: Service, ann: Browser, officer: Someone, kept: str) -> None:
    olga = officer.browser(service)
    grant(ann, kept, officer)
    olga.fill_in(f"/granted/{kept}", f"/granted/{kept}/open", purpose=PURPOSE)

    ann.fill_in(f"/contracts/{kept}", f"/contracts/{kept}/grants/{officer.id}/take-back")

    assert (olga.get(f"/granted/{kept}").status_code, olga.get(f"/granted/{kept}/files/0").status_code) == (404, 404)
    assert kept not in olga.get("/granted").text


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.VISITOR])
def test_a_contract_of_another_is_not_there_byte_for_byte(role: Role, service: Service, kept: str) -> None:
    other = someone(service.access, role).browser(service)
    token = other.form_token()
    form = {"data": {"form": token, "purpose": PURPOSE, "person": str(uuid4())}}

    for method, place, more in (
        ("GET", "/contracts/{}", {}),
        ("GET", "/contracts/{}/files/0", {}),
        ("POST", "/contracts/{}/delete", form),
        ("POST", "/contracts/{}/grants", form),
        ("POST", f"/contracts/{{}}/grants/{uuid4()}/take-back", form),
        ("GET", "/granted/{}", {}),
        ("GET", "/granted/{}/files/0", {}),
        ("POST", "/granted/{}/open", form),
        ("GET", "/api/v1/contracts/{}", {}),
        ("GET", "/api/v1/contracts/{}/scan", {}),
        ("GET", "/api/v1/contracts/{}/files/0", {}),
        ("DELETE", "/api/v1/contracts/{}", {"headers": {"x-form-token": token}}),
        ("GET", "/api/v1/contracts/{}/grants", {}),
        ("GET", "/api/v1/contracts/{}/openings", {}),
        ("POST", "/api/v1/contracts/{}/grants", {"headers": {"x-form-token": token}, "json": {"person": str(uuid4())}}),
        ("GET", "/api/v1/granted/{}", {}),
        ("GET", "/api/v1/granted/{}/scan", {}),
        ("GET", "/api/v1/granted/{}/files/0", {}),
        ("POST", "/api/v1/granted/{}/openings", {"headers": {"x-form-token": token}, "json": {"purpose": PURPOSE}}),
    ):
        of_another, of_nobody = (other.request(method, place.format(which), **more) for which in (kept, uuid4()))
        assert of_another.status_code in {403, 404}, place
        assert (of_another.status_code, of_another.content, of_another.headers) == (
            of_nobody.status_code,
            of_nobody.content,
            of_nobody.headers,
        ), place


def test_a_contract_is_granted_to_officers_of_ones_own_union_and_to_caseworkers_alone(service: Service, ann: Browser, kept: str) -> None:
    strange = [someone(service.access, role) for role in (Role.OFFICER, Role.MEMBER, Role.ADMINISTRATOR, Role.RULE_EDITOR)]
    caseworker = someone(service.access, Role.CASEWORKER, an_organisation(service.access, OrganisationKind.CLINIC))
    page = ann.get(f"/contracts/{kept}").text

    for person in strange:
        assert person.id not in page
        answer = ann.post(f"/contracts/{kept}/grants", data={"form": ann.form_token(), "person": person.id})
        assert answer.status_code == 404, person.role
    grant(ann, kept, caseworker)
    assert kept in caseworker.browser(service).get("/granted").text


def test_whoever_is_disabled_opens_nothing_and_shows_nothing(service: Service, union: str, officer: Someone) -> None:
    ben = someone(service.access, Role.MEMBER, union)
    browser = ben.browser(service)
    kept = browser.post(f"/contracts?form={browser.form_token()}", files={"file": ("b.txt", WORDS)}).headers["location"].rpartition("/")[2]
    grant(browser, kept, officer)
    olga = officer.browser(service)

    disable(service.access, None, ben.id)

    assert olga.get(f"/granted/{kept}").status_code == 404
    assert browser.get("/contracts").headers["location"].startswith("/sign-in")


def test_an_administrator_sees_no_contract_anywhere(service: Service, ann: Browser, kept: str) -> None:
    root = someone(service.access, Role.ADMINISTRATOR).browser(service)

    assert [root.get(place).status_code for place in ("/contracts", f"/contracts/{kept}", "/granted", f"/granted/{kept}")] == [403] * 4
    assert "marmalade" not in root.get("/people").text
    assert "commission" not in root.get("/people").text
