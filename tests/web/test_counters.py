"""What was agreed instead of a clause stands in its lineage: redacted, by consent, and where enough people agreed on the same words."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest
from sqlalchemy import select, text

from contract_registry.core.disclosure.consent.ladder import Circle
from contract_registry.core.disclosure.roles import Role
from contract_registry.core.records.outcome import ClauseOutcome
from contract_registry.operations.contracts import scan_kept
from contract_registry.operations.outcomes import record_outcome
from contract_registry.operations.projecting import project_kept
from contract_registry.operations.records import Recorder
from contract_registry.operations.service import Service
from contract_registry.storage.registry.tables import registry_clauses
from members import Member, someone
from planted_registry import Planted, plant

pytestmark = pytest.mark.usefixtures("alone_in_the_registry")

CLAUSES = "/api/v1/registry/clauses"
SEARCH = "officers find the clause when they search"
NAMED = "The Author keeps all moral rights and is named on the cover."
CONTRACT = b"""ILLUSTRATION AGREEMENT
This agreement is made on 14 May 2026 between Saltmarsh Books Ltd (the "Publisher") and Mirela Quist (the "Illustrator").
1. The Illustrator irrevocably waives all moral rights in the Work.
2. The Publisher pays a fee of GBP 437 within 45 days of invoice.
"""
AGREED = "Saltmarsh Books names Mirela Quist on the cover and pays GBP 437; ask jo@saltmarsh.example."


def agreed(service: Service, union: str, people: int, counter: str, became: str = "narrowed") -> None:
    """As many people shared a clause with what was agreed instead."""
    mark = uuid4().hex
    plant(service, [Planted(f"{mark} {n}", f"{mark} {n}", Circle(union), counter=counter, became=became) for n in range(people)])


def lineage(member: Member) -> dict[str, object]:
    hit = member.get(CLAUSES, params={"sort": "oldest"}).json()["clauses"][0]
    told: dict[str, object] = member.get(f"{CLAUSES}/{hit['id']}").json()["lineage"]
    return told


def test_what_enough_people_agreed_on_instead_is_told_with_how_many_they_are(service: Service, officer: Member, union: str) -> None:
    agreed(service, union, 4, NAMED)
    agreed(service, union, 3, NAMED.upper())
    agreed(service, union, 6, "The waiver ends after two years.")

    counters = lineage(officer)["counters"]

    assert [(each["text"].casefold(), each["contracts"]["people"]) for each in counters] == [
        (NAMED.casefold(), {"at_least": 5, "at_most": 9}),
        ("the waiver ends after two years.", {"at_least": 5, "at_most": 9}),
    ]


def test_it_is_spelt_as_most_have_it_and_vowels_are_part_of_words(service: Service, officer: Member, union: str) -> None:
    agreed(service, union, 1, "!! " + NAMED)
    agreed(service, union, 4, NAMED)
    agreed(service, union, 3, "लेखक की अनुमति")
    agreed(service, union, 3, "लेखक का अनुमति")

    agreed(service, union, 6, "\u200b")

    assert [each["text"] for each in lineage(officer)["counters"]] == [NAMED]


def test_what_a_few_agreed_on_is_not_told(service: Service, officer: Member, union: str) -> None:
    agreed(service, union, 6, "")
    agreed(service, union, 4, NAMED)

    told = lineage(officer)

    assert told["counters"] == []
    assert NAMED not in str(officer.get(CLAUSES).json())


def test_the_page_of_the_clause_says_it(service: Service, officer: Member, union: str) -> None:
    agreed(service, union, 6, "")
    browser = someone(service.access, Role.OFFICER, union).browser(service)
    place = f"/registry/clauses/{officer.get(CLAUSES).json()['clauses'][0]['id']}"
    assert "No wording is told." in browser.get(place).text

    agreed(service, union, 6, NAMED)

    page = browser.get(place).text
    assert NAMED in page.partition("Agreed instead")[2]


@pytest.fixture
def mirela(service: Service, union: str) -> Member:
    return Member(service, someone(service.access, Role.MEMBER, union))


@pytest.fixture
def kept(service: Service, mirela: Member, officer: Member) -> str:
    """A contract that an officer may record of."""
    contract: str = mirela.post("/api/v1/contracts", files={"file": ("agreement.txt", CONTRACT)}).json()["id"]
    scan_kept(service, mirela.owner, contract)
    mirela.post(f"/api/v1/contracts/{contract}/grants", json={"person": officer.owner})
    officer.post(f"/api/v1/granted/{contract}/openings", json={"purpose": "Advice on the waiver before she signs"})
    return contract


def record(officer: Member, mirela: Member, kept: str, outcome: str) -> None:
    finding = mirela.get(f"/api/v1/contracts/{kept}/scan").json()["findings"][0]["id"]
    sent = officer.put(f"/api/v1/granted/{kept}/outcomes/{finding}", json={"outcome": outcome, "counter": AGREED})
    assert (sent.status_code, sent.json()["counter"]) == (200, AGREED)


def months_later(service: Service) -> Service:
    then = service.store.clock() + timedelta(days=70)
    return replace(service, store=replace(service.store, clock=lambda: then))


def stands(service: Service, kept: str) -> set[str]:
    with service.store.reading() as reading:
        query = select(registry_clauses.c.counter).where(registry_clauses.c.contract_id == kept, registry_clauses.c.counter != "")
        return set(reading.connection.scalars(query))


def test_the_owner_sees_it_redacted_beforehand_and_with_the_consent_it_goes(
    service: Service, mirela: Member, officer: Member, kept: str, union: str
) -> None:
    record(officer, mirela, kept, "narrowed")
    wanted = {"level": 2, "circles": [union], "purposes": [SEARCH]}

    preview = mirela.post(f"/api/v1/contracts/{kept}/consents/preview", json=wanted).json()
    given = mirela.post(f"/api/v1/contracts/{kept}/consents", json={**wanted, "seen": preview["seen"]}).json()["id"]
    project_kept(service, mirela.owner, kept)
    assert stands(service, kept) == set(), "it waits as long as whoever shares waits"
    project_kept(months_later(service), mirela.owner, kept)

    (shown,) = {each["counter"] for each in preview["shown"] if each["counter"]}
    assert {each["became"] for each in preview["shown"] if each["counter"]} == {"narrowed"}
    assert stands(service, kept) == {shown}
    assert "on the cover and pays" in shown
    assert [secret for secret in ("Saltmarsh", "Mirela", "Quist", "437", "jo@") if secret in shown] == []
    mirela.delete(f"/api/v1/contracts/{kept}/consents/{given}")
    assert stands(service, kept) == set()


def test_what_was_asked_for_and_refused_is_not_shared(service: Service, mirela: Member, officer: Member, kept: str, union: str) -> None:
    record(officer, mirela, kept, "unchanged")
    wanted = {"level": 2, "circles": [union], "purposes": [SEARCH]}
    seen = mirela.post(f"/api/v1/contracts/{kept}/consents/preview", json=wanted).json()["seen"]
    mirela.post(f"/api/v1/contracts/{kept}/consents", json={**wanted, "seen": seen})
    project_kept(months_later(service), mirela.owner, kept)

    assert stands(service, kept) == set()


@pytest.mark.parametrize(
    "told", [{"outcome": "unknown"}, {"outcome": "narrowed", "counter": "The waiver ends after a year."}, {"outcome": "unchanged"}]
)
def test_what_is_taken_back_is_told_no_more_when_this_is_answered(
    service: Service, mirela: Member, officer: Member, kept: str, union: str, told: dict[str, str]
) -> None:
    wanted = {"level": 2, "circles": [union], "purposes": [SEARCH]}
    seen = mirela.post(f"/api/v1/contracts/{kept}/consents/preview", json=wanted).json()["seen"]
    mirela.post(f"/api/v1/contracts/{kept}/consents", json={**wanted, "seen": seen})
    record(officer, mirela, kept, "narrowed")
    later = months_later(service)
    project_kept(later, mirela.owner, kept)
    (shown,) = stands(service, kept)
    finding = mirela.get(f"/api/v1/contracts/{kept}/scan").json()["findings"][0]["id"]

    record_outcome(later, Recorder(mirela.owner), kept, ClauseOutcome(finding, "narrowed", "2026-11", "Their mail", AGREED))
    assert stands(service, kept) == {shown}, "nothing was taken back"
    record_outcome(later, Recorder(mirela.owner), kept, ClauseOutcome(finding, **told))

    assert stands(service, kept) == set()
    assert project_kept(later, mirela.owner, kept) > 0
    assert stands(service, kept) == set()


def test_the_planner_keeps_no_sample_of_it(service: Service, union: str) -> None:
    agreed(service, union, 30, NAMED)
    with service.store.engine.begin() as connection:
        connection.execute(text("ANALYZE registry_clauses"))
        kept = connection.scalar(text("SELECT count(*) FROM pg_stats WHERE tablename LIKE 'registry_clauses%' AND attname = 'counter'"))

    assert kept == 0
