"""Officers' reviews of a member's contract: kept through another rulebook and another reader, waiting where they cannot, and cases only by consent."""

from __future__ import annotations

import json
from typing import Any

import pytest
import yaml

from contract_registry.core.disclosure.people import OrganisationKind
from contract_registry.core.disclosure.roles import Role
from contract_registry.operations.contracts import scan_kept
from contract_registry.operations.service import Service
from members import Member, an_organisation, someone

CONTRACT = b"""ILLUSTRATION AGREEMENT
This agreement is between Saltmarsh Books Ltd (the "Publisher") and Mirela Quist (the "Illustrator").
1. Mirela Quist irrevocably waives all moral rights in the Work.
2. The Publisher pays a fee of GBP 437 within 45 days of invoice.
"""


@pytest.fixture
def mirela(service: Service, union: str) -> Member:
    return Member(service, someone(service.access, Role.MEMBER, union))


@pytest.fixture
def olga(service: Service, union: str) -> Member:
    return Member(service, someone(service.access, Role.OFFICER, union))


@pytest.fixture
def kept(service: Service, mirela: Member, olga: Member) -> str:
    """Mirela's contract, scanned, granted to Olga and opened by her."""
    contract = mirela.post("/api/v1/contracts", files={"file": ("agreement.txt", CONTRACT)}, data={"sector": "publishing"}).json()["id"]
    scan_kept(service, mirela.owner, contract)
    assert mirela.post(f"/api/v1/contracts/{contract}/grants", json={"person": olga.owner}).is_success
    assert olga.post(f"/api/v1/granted/{contract}/openings", json={"purpose": "Advice on the waiver before she signs"}).is_success
    return str(contract)


@pytest.fixture
def waiver(mirela: Member, kept: str) -> str:
    (found,) = [each for each in mirela.get(f"/api/v1/contracts/{kept}/scan").json()["findings"] if each["family"] == "moral"]
    return str(found["id"])


def dispute(officer: Member, contract: str, finding: str) -> dict[str, Any]:
    told = {"opinion": "dispute", "reason": "It waives nothing of hers."}
    made = officer.post(f"/api/v1/granted/{contract}/findings/{finding}/reviews", json=told)
    assert made.status_code == 201, made.text
    return dict(made.json())


def rescanned(service: Service, member: Member, contract: str, **changes: Any) -> None:
    """Keep a scan of the contract in which its waiver was changed, as other rules or another reader would make it."""
    with service.store.writing() as writing:
        shelf = writing.shelf(member.owner)
        form = json.loads(shelf.scan(contract) or "")
        form["findings"] = [
            {**each, **changes} if each["family"] == "moral" else each
            for each in form["findings"]
            if "gone" not in changes or each["family"] != "moral"
        ]
        assert shelf.replace_scan(contract, json.dumps(form), shelf.rulebook(contract), service.system.rulebook().fingerprint)


def reviews(officer: Member, contract: str) -> dict[str, Any]:
    return dict(officer.get(f"/api/v1/granted/{contract}/reviews").json())


def test_a_review_survives_other_rules_and_another_reading(service: Service, mirela: Member, olga: Member, kept: str, waiver: str) -> None:
    dispute(olga, kept, waiver)

    rescanned(service, mirela, kept, rule_version=99, severity="low", title="Another title", start=3, end=70)

    found = reviews(olga, kept)
    assert [(each["finding"], each["opinion"], each["rule_version"]) for each in found["reviews"]] == [(waiver, "dispute", 99)]
    assert (found["standing"], found["pending"]) == ({waiver: "dispute"}, [])


def test_on_another_type_it_waits_until_an_officer_says_what_it_is_about(
    service: Service, mirela: Member, olga: Member, kept: str, waiver: str
) -> None:
    made = dispute(olga, kept, waiver)
    rescanned(service, mirela, kept, id="bbbbbbbbbbbb", type="moral-consent-to-acts")

    (waits,) = reviews(olga, kept)["pending"]
    assert (waits["review"]["id"], waits["near"]) == (made["id"], ["bbbbbbbbbbbb"])
    assert reviews(olga, kept)["reviews"] == []

    olga.post(f"/api/v1/granted/{kept}/reviews/{made['id']}/settle", json={"finding": "bbbbbbbbbbbb"})
    found = reviews(olga, kept)
    assert (found["standing"], found["pending"]) == ({"bbbbbbbbbbbb": "dispute"}, [])


def test_what_is_no_longer_found_waits_and_is_not_lost(service: Service, mirela: Member, olga: Member, kept: str, waiver: str) -> None:
    dispute(olga, kept, waiver)

    rescanned(service, mirela, kept, gone=True)

    assert [each["review"]["reason"] for each in reviews(olga, kept)["pending"]] == ["It waives nothing of hers."]


def test_a_dispute_without_a_reason_and_a_finding_that_is_none_are_refused(olga: Member, kept: str, waiver: str) -> None:
    place = f"/api/v1/granted/{kept}/findings"

    assert olga.post(f"{place}/{waiver}/reviews", json={"opinion": "dispute"}).status_code == 400
    assert olga.post(f"{place}/000000000000/reviews", json={"opinion": "agree"}).status_code == 404


def test_officers_who_differ_leave_it_contested(service: Service, union: str, mirela: Member, olga: Member, kept: str, waiver: str) -> None:
    otto = Member(service, someone(service.access, Role.OFFICER, union))
    mirela.post(f"/api/v1/contracts/{kept}/grants", json={"person": otto.owner})
    otto.post(f"/api/v1/granted/{kept}/openings", json={"purpose": "A second look at the waiver"})

    dispute(olga, kept, waiver)
    otto.post(f"/api/v1/granted/{kept}/findings/{waiver}/reviews", json={"opinion": "agree"})

    assert reviews(olga, kept)["standing"] == {waiver: "contested"}


def test_what_officers_say_stays_in_their_organisation(service: Service, mirela: Member, olga: Member, kept: str, waiver: str) -> None:
    clinic = an_organisation(service.access, OrganisationKind.CLINIC)
    cara = Member(service, someone(service.access, Role.CASEWORKER, clinic))
    mirela.post(f"/api/v1/contracts/{kept}/grants", json={"person": cara.owner})
    cara.post(f"/api/v1/granted/{kept}/openings", json={"purpose": "Advice of the clinic on the waiver"})
    before = reviews(cara, kept)

    made = dispute(olga, kept, waiver)
    assert reviews(cara, kept) == before
    assert cara.get(f"/api/v1/granted/{kept}/reviews/{made['id']}/case").status_code == 404
    cara.post(f"/api/v1/granted/{kept}/findings/{waiver}/reviews", json={"opinion": "agree"})
    assert [reviews(each, kept)["standing"] for each in (olga, cara)] == [{waiver: "dispute"}, {waiver: "agree"}]

    rescanned(service, mirela, kept, id="bbbbbbbbbbbb", type="moral-consent-to-acts")
    assert [len(reviews(each, kept)["pending"]) for each in (olga, cara)] == [1, 1]
    assert cara.post(f"/api/v1/granted/{kept}/reviews/{made['id']}/settle", json={"finding": "bbbbbbbbbbbb"}).status_code == 404


def test_who_takes_a_review_back_has_said_nothing_of_the_passage_whatever_its_finding_was_called_before(
    service: Service, mirela: Member, olga: Member, kept: str, waiver: str
) -> None:
    dispute(olga, kept, waiver)
    rescanned(service, mirela, kept, id="bbbbbbbbbbbb")
    again = dispute(olga, kept, "bbbbbbbbbbbb")

    assert olga.delete(f"/api/v1/granted/{kept}/reviews/{again['id']}").status_code == 204

    assert reviews(olga, kept) == {"reviews": [], "standing": {}, "pending": [], "suppressed": []}


def test_a_case_is_made_by_consent_alone_and_without_names(
    service: Service, union: str, mirela: Member, olga: Member, kept: str, waiver: str
) -> None:
    made = dispute(olga, kept, waiver)
    place = f"/api/v1/granted/{kept}/reviews/{made['id']}/case"
    refused = olga.get(place)
    assert refused.status_code == 400
    assert "did not agree" in refused.text

    wanted = {"level": 2, "circles": [union], "purposes": ["an officer turns it into a test for the rules"]}
    seen = mirela.post(f"/api/v1/contracts/{kept}/consents/preview", json=wanted).json()["seen"]
    assert mirela.post(f"/api/v1/contracts/{kept}/consents", json={**wanted, "seen": seen}).status_code == 201

    (case,) = yaml.safe_load(olga.get(place).text)
    assert (case["says"], case["finds"]) == ("It waives nothing of hers.", [])
    assert "irrevocably waives all moral rights in the Work" in case["text"]
    assert "Mirela" not in case["text"]
    assert "Quist" not in case["text"]


def test_nobody_else_sees_reviews_and_none_is_readable_in_the_table(
    service: Service, olga: Member, ben: Member, kept: str, waiver: str
) -> None:
    dispute(olga, kept, waiver)

    assert ben.get(f"/api/v1/granted/{kept}/reviews").status_code in {403, 404}
    with service.store.engine.connect() as connection:
        rows = connection.exec_driver_sql("SELECT record FROM reviews WHERE contract_id = %s", (kept,)).scalars().all()
    assert rows
    assert all(b"waives nothing" not in bytes(row) for row in rows)


def test_the_queue_is_worked_off_in_a_browser_and_shows_first_what_nobody_reviewed(
    service: Service, union: str, mirela: Member, kept: str, waiver: str
) -> None:
    otto = someone(service.access, Role.OFFICER, union)
    mirela.post(f"/api/v1/contracts/{kept}/grants", json={"person": otto.id})
    browser = otto.browser(service)
    form = {"content-type": "application/x-www-form-urlencoded"}
    browser.post(f"/granted/{kept}/open", content=f"form={browser.form_token()}&purpose=A+second+look+at+it", headers=form)

    sent = f"form={browser.form_token()}&opinion=dispute&reason=It+%3Cwaives%3E+nothing."
    browser.post(f"/granted/{kept}/reviews/{waiver}", content=sent, headers=form)
    page = browser.get(f"/granted/{kept}/reviews").text

    assert "It &lt;waives&gt; nothing." in page
    assert ", 1 reviewed." in page
    ids = [each.partition('"')[0] for each in page.split('id="t-')[1:]]
    assert ids.index(waiver) == len(ids) - 1
