"""Figures of an engager: told to officers where two of them saw its contracts and enough people stand behind it, and to nobody else."""

from __future__ import annotations

from datetime import UTC, datetime
from threading import Thread
from uuid import uuid4

import pytest
from sqlalchemy import select

from contract_registry.core.contracts.fingerprints.fingerprint import Fingerprint
from contract_registry.core.disclosure.consent.ladder import Circle, Level, Purpose
from contract_registry.core.disclosure.consent.projection import Row
from contract_registry.core.disclosure.roles import Role
from contract_registry.operations.contracts import scan_kept
from contract_registry.operations.people import erase
from contract_registry.operations.projecting import check_registry, project_kept
from contract_registry.operations.service import Service
from contract_registry.storage.registry.rows import put_rows
from contract_registry.storage.registry.tables import registry_contracts
from contract_registry.storage.vault.numbering import numbered
from members import Member, someone
from planted_registry import Planted, plant

pytestmark = pytest.mark.usefixtures("alone_in_the_registry")

DESK, CLAUSES, STATISTICS = "/api/v1/registry/engagers", "/api/v1/registry/clauses", "/api/v1/registry/statistics"
SEARCH, STATISTICAL = "officers find the clause when they search", "it is counted in statistics that show nobody"
PURPOSE = {"purpose": "Advice on the waiver before they sign"}


@pytest.fixture
def olga(service: Service, union: str) -> Member:
    return Member(service, someone(service.access, Role.OFFICER, union))


@pytest.fixture
def otto(service: Service, union: str) -> Member:
    return Member(service, someone(service.access, Role.OFFICER, union))


def shared(service: Service, union: str, people: int, engager: str, officers: int = 2) -> None:
    """As many people shared a contract each with this engager, seen by so many officers."""
    mark = uuid4().hex
    plant(
        service,
        [
            Planted(
                f"{mark} {n}", f"{mark} {n}", Circle(union), engager=engager, verification="V2", officer=n % officers if officers else None
            )
            for n in range(people)
        ],
    )


def figures(member: Member, engager: str) -> dict[str, object] | None:
    told: dict[str, object] | None = member.get(DESK, params={"name": engager}).json()["figures"]
    return told


def test_an_officer_is_told_how_common_types_are_with_an_engager(service: Service, olga: Member, union: str) -> None:
    shared(service, union, 7, "Kestrel Ltd")
    shared(service, union, 9, "Damson Music")

    told = figures(olga, "KESTREL LTD.")

    assert told["whole"]["engagements"] == {"at_least": 5, "at_most": 9}
    assert told["types"]["moral-waiver-total"]["of_all"]["people"] == {"at_least": 5, "at_most": 9}
    assert told["wholes"]["2026"]["share"] is None


@pytest.mark.parametrize(("people", "officers"), [(4, 2), (7, 1), (7, 0)], ids=["four people", "one officer", "no officer"])
def test_nothing_is_told_of_a_few_or_of_what_two_officers_did_not_see(
    service: Service, olga: Member, union: str, people: int, officers: int
) -> None:
    shared(service, union, 9, "Damson Music")
    before = olga.get(DESK, params={"name": "Kestrel Ltd"}).json()

    shared(service, union, people, "Kestrel Ltd", officers)

    told = olga.get(DESK, params={"name": "Kestrel Ltd"}).json()
    assert (before["figures"], told["figures"]) == (None, None)
    facets = {each["facet"]: each["values"] for each in olga.get(CLAUSES).json()["facets"]}
    assert "Kestrel Ltd" not in {each["name"] for each in facets["engager"]}


def test_figures_are_for_officers_of_the_organisation_alone(service: Service, union: str) -> None:
    shared(service, union, 9, "Kestrel Ltd")

    asked = [Member(service, someone(service.access, role, union)) for role in (Role.MEMBER, Role.CASEWORKER)]
    asked.append(Member(service, someone(service.access, Role.OFFICER)))

    assert [figures(each, "Kestrel Ltd") for each in asked] == [None, None, None]


def test_names_are_counted_as_one_engager_once_two_people_joined_them(service: Service, olga: Member, otto: Member, union: str) -> None:
    shared(service, union, 4, "Kestrel Ltd")
    shared(service, union, 4, "Hawk & Co")
    shared(service, union, 6, "Damson Music")
    asked = {"what": "same", "names": ["Kestrel Ltd", "Hawk & Co"], "reason": "The register of companies says so."}
    proposal = olga.post(f"{DESK}/proposals", json=asked).json()["id"]

    assert [figures(olga, name) for name in ("Kestrel Ltd", "Hawk & Co")] == [None, None]
    otto.post(f"{DESK}/proposals/{proposal}/confirm")

    assert [figures(olga, name)["whole"]["engagements"] for name in ("Kestrel Ltd", "Hawk & Co")] == [{"at_least": 5, "at_most": 9}] * 2
    by_engager = olga.get(STATISTICS, params={"whose": "mine", "by": "engager"}).json()["wholes"]
    assert by_engager.keys() == {"damson music", "hawk co"}


def test_an_engager_is_a_facet_of_a_search_where_two_officers_saw_its_contracts(service: Service, olga: Member, union: str) -> None:
    shared(service, union, 7, "Kestrel Ltd")

    facets = {each["facet"]: each["values"] for each in olga.get(CLAUSES).json()["facets"]}

    assert [(each["name"], each["people"]) for each in facets["engager"]] == [("Kestrel Ltd", {"at_least": 5, "at_most": 9})]


def test_the_page_says_the_figures_or_why_there_are_none(service: Service, union: str) -> None:
    browser = someone(service.access, Role.OFFICER, union).browser(service)
    place = "/registry/engagers?name=Kestrel+Ltd"
    assert "No figure of this engager is told" in browser.get(place).text

    shared(service, union, 7, "Kestrel Ltd")

    page = browser.get(place).text
    assert "Types of clause by year" in page
    assert "5 to 9" in page


def test_an_officer_who_saw_a_contract_is_marked_as_long_as_the_record_names_the_same_engager(
    service: Service, olga: Member, otto: Member, union: str, contract: tuple[str, bytes]
) -> None:
    kept = [seen_contract(service, union, contract, officer) for officer in (olga, olga, otto)]
    first, second, third = (mark_of(service, each) for each in kept)
    assert first == second != third
    assert None not in {first, third}

    otto.put(f"/api/v1/granted/{kept[2]}/particulars", json={"engager_named": "Kestrel Ltd", "verification": "V1"})
    project(service, kept[2])

    assert mark_of(service, kept[2]) is None
    assert not {*kept} & {*check_registry(service).otherwise}


def test_an_officer_who_is_erased_stands_for_nothing_any_more(
    service: Service, olga: Member, union: str, contract: tuple[str, bytes]
) -> None:
    kept = seen_contract(service, union, contract, olga)

    erase(service.access, None, olga.owner)

    assert mark_of(service, kept) is None
    assert kept not in check_registry(service).otherwise


def test_an_officer_is_marked_by_what_they_said_and_not_by_what_a_caseworker_says_later(
    service: Service, olga: Member, union: str, contract: tuple[str, bytes]
) -> None:
    kept = seen_contract(service, union, contract, olga)
    told = {"engager_named": "Kestrel Ltd", "verification": "V1"}
    olga.put(f"/api/v1/granted/{kept}/particulars", json=told)

    cara = Member(service, someone(service.access, Role.CASEWORKER, union))
    OWNERS[kept].post(f"/api/v1/contracts/{kept}/grants", json={"person": cara.owner})
    cara.post(f"/api/v1/granted/{kept}/openings", json=PURPOSE)
    changed = cara.put(f"/api/v1/granted/{kept}/particulars", json={**told, "verification": "V2"})
    project(service, kept)

    assert changed.is_success
    assert mark_of(service, kept) is None


def test_no_mark_stays_of_an_officer_who_is_erased_while_what_they_saw_is_computed(
    service: Service, olga: Member, union: str, contract: tuple[str, bytes]
) -> None:
    kept = seen_contract(service, union, contract, olga)
    row = Row(
        Circle(union), kept, 1, Level.ENGAGER, (Purpose.SEARCH,), datetime.now(UTC), (), Fingerprint("0" * 64, (), ()), (),
        officer=olga.owner,
    )  # fmt: skip
    erasing = Thread(target=erase, args=(service.access, None, olga.owner))
    with service.store.writing() as writing:
        put_rows(writing.connection, kept, numbered(writing.shelf(OWNERS[kept].owner), kept, [row]))
        erasing.start()
        erasing.join(0.3)
    erasing.join()

    assert mark_of(service, kept) is None


def seen_contract(service: Service, union: str, contract: tuple[str, bytes], officer: Member) -> str:
    """A member's contract with its engager's name, of which the officer recorded that they saw it."""
    member = Member(service, someone(service.access, Role.MEMBER, union))
    kept: str = member.post("/api/v1/contracts", files={"file": contract}).json()["id"]
    scan_kept(service, member.owner, kept)
    member.post(f"/api/v1/contracts/{kept}/grants", json={"person": officer.owner})
    officer.post(f"/api/v1/granted/{kept}/openings", json=PURPOSE)
    officer.put(f"/api/v1/granted/{kept}/particulars", json={"engager_named": "Kestrel Ltd", "verification": "V2"})
    wanted = {"level": 4, "circles": [union], "purposes": [SEARCH, STATISTICAL]}
    seen = member.post(f"/api/v1/contracts/{kept}/consents/preview", json=wanted).json()["seen"]
    assert member.post(f"/api/v1/contracts/{kept}/consents", json={**wanted, "seen": seen}).status_code == 201
    OWNERS[kept] = member
    project(service, kept)
    return kept


OWNERS: dict[str, Member] = {}


def project(service: Service, contract: str) -> None:
    project_kept(service, OWNERS[contract].owner, contract)


def mark_of(service: Service, contract: str) -> int | None:
    with service.store.reading() as reading:
        return reading.connection.scalar(select(registry_contracts.c.officer).where(registry_contracts.c.contract_id == contract))
