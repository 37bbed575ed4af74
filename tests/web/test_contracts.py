"""An owner's contracts over the API: kept once, seen by the owner alone, gone when deleted."""

from __future__ import annotations

from uuid import uuid4

import pytest
from starlette.testclient import TestClient

from contract_registry.operations.contracts import scan_kept
from contract_registry.operations.service import Service
from members import Member

CONTRACTS = "/api/v1/contracts"
Contract = tuple[str, bytes]


def text(number: int) -> Contract:
    return f"{number}.txt", f"1. The Illustrator waives all moral rights in work {number}.".encode()


def test_a_contract_is_kept_and_waits_for_its_scan(ann: Member, contract: Contract) -> None:
    kept = ann.post(CONTRACTS, files={"file": contract})

    assert kept.status_code == 201
    assert (kept.json()["name"], kept.json()["state"]) == (contract[0], "waiting")
    assert ann.get(kept.headers["location"]).json() == kept.json()
    assert ann.get(f"{kept.headers['location']}/scan").status_code == 404


def test_its_scan_is_the_one_that_a_visitor_gets(ann: Member, service: Service, contract: Contract) -> None:
    place = ann.post(CONTRACTS, files={"file": contract}, data={"jurisdiction": "IE"}).headers["location"]

    scan_kept(service, ann.owner, place.rpartition("/")[2])

    assert ann.get(place).json()["state"] == "scanned"
    assert ann.get(f"{place}/scan").json() == ann.post("/api/v1/scans", files={"file": contract}, data={"jurisdiction": "IE"}).json()


def test_the_files_come_back_as_they_were_sent(ann: Member, contract: Contract) -> None:
    place = ann.post(CONTRACTS, files=[("file", contract), ("file", ("Anhang ü.txt", b"SCHEDULE"))]).headers["location"]

    assert ann.get(f"{place}/files/0").content == contract[1]
    assert ann.get(f"{place}/files/1").content == b"SCHEDULE"
    assert "Anhang%20%C3%BC.txt" in ann.get(f"{place}/files/1").headers["content-disposition"]
    assert ann.get(f"{place}/files/2").status_code == 404


def test_the_same_files_sent_again_are_the_contract_they_were(ann: Member, ben: Member, contract: Contract) -> None:
    first, again = ann.post(CONTRACTS, files={"file": contract}), ann.post(CONTRACTS, files={"file": contract})

    assert (first.status_code, again.status_code) == (201, 200)
    assert again.json() == first.json()
    assert ben.post(CONTRACTS, files={"file": contract}).status_code == 201, "what others keep is told to nobody"


def test_a_contract_is_listed_for_its_owner_alone_a_page_at_a_time(ann: Member, ben: Member) -> None:
    sent = [ann.post(CONTRACTS, files={"file": text(number)}).json()["id"] for number in range(5)]
    seen, after = [], ""
    while after is not None:
        page = ann.get(f"{CONTRACTS}?limit=2&after={after}").json()
        seen += [each["id"] for each in page["contracts"]]
        after = page["next"]

    assert seen == sent[::-1]
    assert ben.get(CONTRACTS).json() == {"contracts": [], "next": None}


@pytest.mark.parametrize(
    "after", ["yesterday", "2026-01-01~x", "2026-01-01T00:00:00Z", "~", "2026-01-01T00:00:00~0b0c7c1e-5f0e-4c07-8c57-1b1d1f1f6a2e"]
)
def test_a_place_in_the_list_that_is_none_is_told(after: str, ann: Member) -> None:
    assert ann.get(CONTRACTS, params={"after": after}).status_code == 400


@pytest.mark.parametrize("limit", ["0", "101", "many"])
def test_a_page_that_is_too_long_is_told(limit: str, ann: Member) -> None:
    assert ann.get(CONTRACTS, params={"limit": limit}).headers["content-type"] == "application/problem+json"


def test_another_persons_contract_is_not_there_byte_for_byte(ann: Member, ben: Member, contract: Contract) -> None:
    kept = ann.post(CONTRACTS, files={"file": contract}).headers["location"]
    nothing = f"{CONTRACTS}/{uuid4()}"

    for method, rest in (("GET", ""), ("GET", "/scan"), ("GET", "/files/0"), ("DELETE", "")):
        of_another, of_nobody, of_no_form = (ben.request(method, place + rest) for place in (kept, nothing, f"{CONTRACTS}/no-id"))
        assert of_another.status_code == 404
        assert (of_another.content, of_another.headers) == (of_nobody.content, of_nobody.headers)
        assert of_another.content == of_no_form.content
    assert ann.get(kept).status_code == 200


def test_a_deleted_contract_is_gone_and_may_be_sent_anew(ann: Member, contract: Contract) -> None:
    place = ann.post(CONTRACTS, files={"file": contract}).headers["location"]

    assert ann.delete(place).status_code == 204

    assert [ann.get(place).status_code, ann.delete(place).status_code] == [404, 404]
    assert ann.post(CONTRACTS, files={"file": contract}).status_code == 201


@pytest.mark.parametrize("authorization", ["", "Bearer", "Bearer cr_", "Bearer cr_wrong", "Basic YTpi", "Bearer \u00e9"])
def test_whoever_does_not_say_who_they_are_gets_no_further(authorization: str, client: TestClient, contract: Contract) -> None:
    headers = {"authorization": authorization.encode()} if authorization else {}

    for asked in (
        client.post(CONTRACTS, files={"file": contract}, headers=headers),
        client.get(CONTRACTS, headers=headers),
        client.get(f"{CONTRACTS}/{uuid4()}", headers=headers),
        client.delete(f"{CONTRACTS}/no-id", headers=headers),
    ):
        assert (asked.status_code, asked.headers["www-authenticate"]) == (401, "Bearer")
        assert asked.json()["type"] == "urn:contract-registry:problem:not-signed-in"


@pytest.mark.parametrize("fields", [{"sector": "banking"}, {"colour": "red"}])
def test_a_case_that_makes_no_sense_is_told_before_anything_is_kept(fields: dict[str, str], ann: Member, contract: Contract) -> None:
    assert ann.post(CONTRACTS, files={"file": contract}, data=fields).status_code == 400
    assert ann.get(CONTRACTS).json()["contracts"] == []
