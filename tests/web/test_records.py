"""What officers record of contracts of their own: kept as it was told, refused where it makes no sense, and seen by nobody else."""

from __future__ import annotations

import pytest

from contract_registry.core.disclosure.roles import Role
from contract_registry.operations.contracts import scan_kept
from contract_registry.operations.service import Service
from contract_registry.storage.record_tables import contract_records, engager_names, engagers
from members import Member

CONTRACTS, ENGAGERS = "/api/v1/contracts", "/api/v1/engagers"
Contract = tuple[str, bytes]
TOLD = {
    "engager_named": "Marmalade Pictures",
    "sector": "publishing",
    "role": "illustrator",
    "engagement_type": "self-employed",
    "fee_band": "250-999",
    "fee_currency": "GBP",
    "territory": "world",
    "term": "ten years",
    "agreement": "House agreement",
    "agreement_edition": "2024",
    "offered_on": "2026-03",
    "signed_on": "2026-03-14",
    "starts_on": "2026",
    "ends_on": "",
    "verification": "V2",
}


@pytest.fixture
def ann(service: Service) -> Member:
    return Member(service, Role.OFFICER)


@pytest.fixture
def ben(service: Service) -> Member:
    return Member(service, Role.CASEWORKER)


@pytest.fixture
def place(ann: Member, service: Service, contract: Contract) -> str:
    place = ann.post(CONTRACTS, files={"file": contract}).headers["location"]
    scan_kept(service, ann.owner, place.rpartition("/")[2])
    return place


def test_particulars_come_back_as_they_were_recorded(ann: Member, place: str) -> None:
    engager = ann.post(ENGAGERS, json={"name": "Marmalade Pictures Ltd"}).json()["id"]
    told = {**TOLD, "engager": engager}

    recorded = ann.put(f"{place}/particulars", json=told)

    assert (recorded.status_code, recorded.json()) == (200, told)
    assert ann.get(f"{place}/particulars").json() == told


def test_of_what_nobody_recorded_nothing_is_known(ann: Member, place: str) -> None:
    known = ann.get(f"{place}/particulars").json()

    assert {name: value for name, value in known.items() if value} == {"verification": "V1"}
    assert ann.get(f"{place}/outcomes").json() == {"outcomes": []}
    assert ann.get(f"{place}/consent").json()["level"] == "0"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("fee_band", "a lot"),
        ("engagement_type", "friend"),
        ("verification", "V9"),
        ("sector", "banking"),
        ("role", "banker"),
        ("signed_on", "2026-02-30"),
        ("signed_on", "14.3.2026"),
        ("fee_currency", "pounds"),
        ("territory", "x" * 501),
        ("colour", "red"),
    ],
)
def test_what_makes_no_sense_is_told_with_its_field(field: str, value: str, ann: Member, place: str) -> None:
    answer = ann.put(f"{place}/particulars", json={**TOLD, field: value})

    assert (answer.status_code, field in answer.json()["detail"]) == (400, True)
    assert ann.get(f"{place}/particulars").json()["engager_named"] == ""


def test_what_became_of_a_clause_is_recorded_by_its_finding(ann: Member, place: str) -> None:
    finding = ann.get(f"{place}/scan").json()["findings"][0]["id"]

    ann.put(f"{place}/outcomes/{finding}", json={"outcome": "unchanged"})
    ann.put(f"{place}/outcomes/{finding}", json={"outcome": "narrowed", "on": "2026-04", "evidence": "mail of the editor"})

    told = {"finding": finding, "outcome": "narrowed", "on": "2026-04", "evidence": "mail of the editor", "counter": ""}
    (kept,) = ann.get(f"{place}/outcomes").json()["outcomes"]
    assert (kept.pop("told_from")[8:], kept) == ("01T00:00:00Z", told)
    assert ann.put(f"{place}/outcomes/nothing", json={"outcome": "removed"}).status_code == 404
    assert ann.put(f"{place}/outcomes/{finding}", json={"outcome": "forgotten"}).status_code == 400


def test_an_engager_is_found_by_each_of_its_names_however_they_are_spelt(ann: Member) -> None:
    made = ann.post(ENGAGERS, json={"name": "Quince & Sons Ltd", "aliases": ["Quince Books"], "group": "Orchard", "country": "GB"})
    engager = made.json()

    assert ann.get(made.headers["location"]).json() == engager
    for name in ("quince  &  sons LTD.", "QUINCE BOOKS"):
        assert ann.get(ENGAGERS, params={"name": name}).json()["engagers"] == [engager]
    assert ann.get(ENGAGERS, params={"name": "Quince"}).json()["engagers"] == []


def test_a_name_means_one_engager(ann: Member) -> None:
    first = ann.post(ENGAGERS, json={"name": "Damson Music", "aliases": ["Damson"]}).json()

    taken = ann.post(ENGAGERS, json={"name": "Other", "aliases": ["DAMSON"]})

    assert (taken.status_code, "name of another engager" in taken.json()["detail"]) == (400, True)
    changed = ann.put(f"{ENGAGERS}/{first['id']}", json={"name": "Damson Music"})
    assert changed.json()["aliases"] == []
    assert ann.post(ENGAGERS, json={"name": "Other", "aliases": ["DAMSON"]}).status_code == 201
    assert ann.post(ENGAGERS, json={"name": "..."}).status_code == 400


def test_engagers_are_listed_a_page_at_a_time_for_their_owner_alone(ann: Member, ben: Member) -> None:
    made = [ann.post(ENGAGERS, json={"name": f"Engager {number}"}).json()["id"] for number in range(5)]
    seen, after = [], ""
    while after is not None:
        page = ann.get(ENGAGERS, params={"limit": 2, "after": after}).json()
        seen += [each["id"] for each in page["engagers"]]
        after = page["next"]

    assert seen == made[::-1]
    assert ben.get(ENGAGERS).json() == {"engagers": [], "next": None}
    assert ben.get(f"{ENGAGERS}/{made[0]}").status_code == 404
    assert ben.get(ENGAGERS, params={"name": "Engager 1"}).json()["engagers"] == []


def test_records_of_another_are_not_there(ann: Member, ben: Member, place: str) -> None:
    engager = ann.post(ENGAGERS, json={"name": "Ann's engager"}).json()["id"]
    theirs = ben.post(CONTRACTS, files={"file": ("b.txt", b"Words.")}).headers["location"]

    asked = [ben.get(f"{place}{rest}") for rest in ("/particulars", "/outcomes", "/consent")]
    asked += [ben.put(f"{place}/particulars", json=TOLD), ben.put(f"{place}/outcomes/x", json={"outcome": "removed"})]
    asked += [ben.put(f"{theirs}/particulars", json={"engager": engager}), ben.put(f"{ENGAGERS}/{engager}", json={"name": "Mine"})]

    assert {each.status_code for each in asked} == {404}


def test_the_database_holds_none_of_it_in_words(ann: Member, place: str, service: Service) -> None:
    ann.post(ENGAGERS, json={"name": "Marmalade Holdings"})
    ann.put(f"{place}/particulars", json=TOLD)

    with service.store.reading() as reading:
        rows = [repr(row) for table in (contract_records, engagers, engager_names) for row in reading.connection.execute(table.select())]

    assert rows
    assert "armalade" not in "".join(rows)
