"""What officers record of a member's contract: while it is granted and open to them, for its owner to read, and noted in the audit trail."""

from __future__ import annotations

import pytest

from contract_registry.core.disclosure.roles import Role
from contract_registry.operations.audit import entries_of
from contract_registry.operations.contracts import scan_kept
from contract_registry.operations.people import erase
from contract_registry.operations.service import Service
from contract_registry.storage.record_tables import engagers
from members import Member, someone

PURPOSE = {"purpose": "Advice on the waiver before she signs"}
Contract = tuple[str, bytes]


@pytest.fixture
def ann(service: Service, union: str) -> Member:
    return Member(service, someone(service.access, Role.MEMBER, union))


@pytest.fixture
def olga(service: Service, union: str) -> Member:
    return Member(service, someone(service.access, Role.OFFICER, union))


@pytest.fixture
def kept(ann: Member, service: Service, contract: Contract) -> str:
    kept: str = ann.post("/api/v1/contracts", files={"file": contract}).json()["id"]
    scan_kept(service, ann.owner, kept)
    return kept


def let_in(ann: Member, officer: Member, kept: str) -> None:
    assert ann.post(f"/api/v1/contracts/{kept}/grants", json={"person": officer.owner}).status_code == 204
    assert officer.post(f"/api/v1/granted/{kept}/openings", json=PURPOSE).status_code == 204


def test_what_an_officer_records_of_a_granted_contract_its_owner_reads(ann: Member, olga: Member, kept: str) -> None:
    let_in(ann, olga, kept)
    mine, theirs = f"/api/v1/contracts/{kept}", f"/api/v1/granted/{kept}"
    engager = olga.post("/api/v1/engagers", json={"name": "Marmalade Pictures Ltd"}).json()["id"]
    finding = ann.get(f"{mine}/scan").json()["findings"][0]["id"]

    recorded = olga.put(f"{theirs}/particulars", json={"engager": engager, "fee_band": "250-999"})
    became = olga.put(f"{theirs}/outcomes/{finding}", json={"outcome": "removed"})

    assert (recorded.status_code, became.status_code) == (200, 200)
    for kind in ("particulars", "outcomes", "consent"):
        assert ann.get(f"{mine}/{kind}").json() == olga.get(f"{theirs}/{kind}").json()
    assert ann.get(f"{mine}/particulars").json()["fee_band"] == "250-999"
    assert ann.get(f"{mine}/outcomes").json()["outcomes"][0]["outcome"] == "removed"


def test_a_member_reads_records_and_changes_none_but_what_became_of_their_clauses(ann: Member, kept: str) -> None:
    changing = [ann.put(f"/api/v1/{whose}/{kept}/particulars", json={}) for whose in ("contracts", "granted")]
    changing += [
        ann.put(f"/api/v1/granted/{kept}/outcomes/x", json={"outcome": "removed"}),
        ann.post("/api/v1/engagers", json={"name": "Damson"}),
    ]

    assert {answer.status_code for answer in changing} == {403}
    assert ann.put(f"/api/v1/contracts/{kept}/outcomes/x", json={"outcome": "removed"}).status_code == 404
    assert ann.get(f"/api/v1/contracts/{kept}/particulars").status_code == 200


@pytest.mark.parametrize("step", ["granted to nobody", "not opened", "taken back"])
def test_without_grant_and_purpose_there_are_no_records(step: str, ann: Member, olga: Member, kept: str) -> None:
    mine, theirs = f"/api/v1/contracts/{kept}", f"/api/v1/granted/{kept}"
    if step == "not opened":
        ann.post(f"{mine}/grants", json={"person": olga.owner})
    if step == "taken back":
        let_in(ann, olga, kept)
        ann.delete(f"{mine}/grants/{olga.owner}")

    asked = [olga.get(f"{place}/{kind}") for place in (mine, theirs) for kind in ("particulars", "outcomes", "consent")]
    asked += [olga.put(f"{place}/particulars", json={"term": "ten years"}) for place in (mine, theirs)]
    asked += [olga.put(f"{place}/outcomes/x", json={"outcome": "removed"}) for place in (mine, theirs)]

    assert {answer.status_code for answer in asked} == {404}
    assert ann.get(f"{mine}/particulars").json()["term"] == ""


def test_an_engager_is_one_that_the_officer_knows_or_the_one_recorded_before(
    ann: Member, olga: Member, kept: str, union: str, service: Service
) -> None:
    otto = Member(service, someone(service.access, Role.OFFICER, union))
    for officer in (olga, otto):
        let_in(ann, officer, kept)
    known, other = (olga.post("/api/v1/engagers", json={"name": name}).json()["id"] for name in ("Damson Music", "Quince Books"))
    olga.put(f"/api/v1/granted/{kept}/particulars", json={"engager": known})

    kept_on = otto.put(f"/api/v1/granted/{kept}/particulars", json={"engager": known, "term": "ten years"})
    made_up = otto.put(f"/api/v1/granted/{kept}/particulars", json={"engager": other})

    assert (kept_on.status_code, made_up.status_code) == (200, 404)


def test_who_recorded_something_is_noted_and_what_is_not(ann: Member, olga: Member, kept: str, service: Service) -> None:
    let_in(ann, olga, kept)

    engager = olga.post("/api/v1/engagers", json={"name": "Marmalade Pictures Ltd"}).json()["id"]
    olga.put(f"/api/v1/granted/{kept}/particulars", json={"engager": engager, "territory": "marmalade"})

    noted = [(entry["by"], entry["did"], entry["about"]) for entry in entries_of(service.access, 2)]
    assert noted == [
        (olga.owner, "record of an engager changed", {"engager": engager}),
        (olga.owner, "record of a contract changed", {"contract": kept, "kind": "particulars"}),
    ]


def test_with_an_officer_the_engagers_that_they_know_are_erased(olga: Member, service: Service) -> None:
    olga.post("/api/v1/engagers", json={"name": "Marmalade Pictures Ltd"})

    erase(service.access, None, olga.owner)

    with service.store.reading() as reading:
        assert reading.connection.execute(engagers.select().where(engagers.c.owner_id == olga.owner)).all() == []
