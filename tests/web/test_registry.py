"""A member shares a clause, an officer finds it, and when the member takes it back nobody finds it any more."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlalchemy import Connection, text

from contract_registry.core.disclosure.consent.ladder import Circle
from contract_registry.core.disclosure.consent.outcomes_told import told_wholly_from
from contract_registry.core.disclosure.roles import Role
from contract_registry.core.records.outcome import ClauseOutcome
from contract_registry.operations import projecting
from contract_registry.operations.contracts import scan_kept
from contract_registry.operations.outcomes import record_outcome
from contract_registry.operations.projecting import check_registry, project_kept
from contract_registry.operations.records import Recorder
from contract_registry.operations.registry_upkeep import tell_what_waited
from contract_registry.operations.service import Service
from contract_registry.storage.registry.blocks import write_block_anew
from members import Member, someone
from planted_registry import LONG_AGO, Planted, plant

CONTRACT = b"""ILLUSTRATION AGREEMENT
This agreement is made on 14 May 2026 between Saltmarsh Books Ltd (the "Publisher") and Mirela Quist (the "Illustrator").
1. The Illustrator irrevocably waives all moral rights in the Work.
2. The Publisher pays Mirela Quist a fee of GBP 437 within 45 days of invoice.
3. This agreement is governed by the laws of England and Wales.
"""

NAMED = "The Illustrator is named on the cover."


@pytest.fixture
def mirela(service: Service, union: str) -> Member:
    return Member(service, someone(service.access, Role.MEMBER, union))


@pytest.fixture
def kept(service: Service, mirela: Member) -> str:
    contract = mirela.post("/api/v1/contracts", files={"file": ("agreement.txt", CONTRACT)}, data={"sector": "publishing"}).json()["id"]
    scan_kept(service, mirela.owner, contract)
    return contract


def share(member: Member, contract: str, union: str, **more: object) -> dict[str, object]:
    wanted = {"level": 2, "circles": [union], "purposes": ["officers find the clause when they search"], **more}
    preview = member.post(f"/api/v1/contracts/{contract}/consents/preview", json=wanted)
    assert preview.status_code == 200, preview.text
    given = member.post(f"/api/v1/contracts/{contract}/consents", json={**wanted, "seen": preview.json()["seen"]})
    assert given.status_code == 201, given.text
    return {**given.json(), "preview": preview.json()}


def test_what_a_member_shares_an_officer_finds_until_it_is_taken_back(
    service: Service, mirela: Member, officer: Member, kept: str, union: str
) -> None:
    given = share(mirela, kept, union)
    project_kept(service, mirela.owner, kept)

    found = officer.get("/api/v1/registry/clauses", params={"q": '"moral rights" waives'}).json()

    assert found["count"] == 1
    words = "".join(piece["text"] for piece in found["clauses"][0]["snippet"])
    assert words == "The Illustrator irrevocably waives all moral rights in the Work."
    assert [piece["text"] for piece in found["clauses"][0]["snippet"] if piece["is_hit"]] == ["waives", "moral", "rights"]
    assert "Quist" not in str(given["preview"]["shown"])

    assert mirela.delete(f"/api/v1/contracts/{kept}/consents/{given['id']}").status_code == 200
    assert officer.get("/api/v1/registry/clauses", params={"q": "waives"}).json()["count"] == 0


def test_a_clause_is_told_with_its_lineage_and_what_is_like_it(service: Service, union: str, officer: Member) -> None:
    changed = CONTRACT.replace(b"irrevocably waives all", b"irrevocably and for ever waives all").replace(b"Mirela Quist", b"Bo Marten")
    for words in (CONTRACT, changed):
        member = Member(service, someone(service.access, Role.MEMBER, union))
        contract = member.post("/api/v1/contracts", files={"file": ("agreement.txt", words)}, data={"sector": "publishing"}).json()["id"]
        scan_kept(service, member.owner, contract)
        share(member, contract, union)
        project_kept(service, member.owner, contract)
    plain, other = officer.get("/api/v1/registry/clauses", params={"q": "waives", "sort": "oldest"}).json()["clauses"]

    clause = officer.get(f"/api/v1/registry/clauses/{plain['id']}").json()
    (like,) = officer.get(f"/api/v1/registry/clauses/{plain['id']}/like").json()

    assert "waives all moral rights" in clause["text"]
    assert like["id"] == other["id"]
    assert 0.3 <= like["likeness"] < 1
    variants = clause["lineage"]["variants"]
    assert len(variants) == 2
    marked = variants[1]["differs"] and [variants[1]["text"][each["start"] : each["end"]] for each in variants[1]["differs"]]
    assert "for ever" in str(marked) or "for ever" in str(variants[1]["without"])
    assert clause["lineage"]["contracts"] == {"public": 0, "people": None, "engagements": None}, "of two people nothing is counted"
    page = officer.get(f"/registry/clauses/{plain['id']}")
    assert page.status_code in {200, 303}


def narrowed(officer: Member) -> int:
    return int(officer.get("/api/v1/registry/clauses", params={"became": "narrowed"}).json()["count"])


def do_what_waits(service: Service, owner: str, kept: str) -> int:
    """How often it waited to be computed what stands of a contract; it is."""
    with service.store.writing() as writing:
        gone = "DELETE FROM procrastinate_jobs WHERE task_name = 'project_contract' AND args->>'contract' = :id"
        count = writing.connection.execute(text(gone), {"id": kept}).rowcount
    if count:
        project_kept(service, owner, kept)
    return count


def test_what_became_of_a_clause_is_found_from_a_first_of_a_month_on_thirty_days_after_it_is_recorded(
    service: Service, mirela: Member, officer: Member, kept: str, union: str
) -> None:
    share(mirela, kept, union)
    finding = mirela.get(f"/api/v1/contracts/{kept}/scan").json()["findings"][0]["id"]
    told = record_outcome(service, Recorder(mirela.owner), kept, ClauseOutcome(finding, "narrowed"))
    first = told_wholly_from(told)
    assert first
    assert first - told.since >= timedelta(days=30)
    before, then = (replace(service, store=replace(service.store, clock=lambda at=at: at)) for at in (first - timedelta(seconds=1), first))

    for now, waited, found in ((service, 2, 0), (service, 0, 0), (before, 0, 0), (then, 1, 1), (then, 0, 1)):
        if now is then:
            assert kept not in check_registry(now).otherwise, "it is to be told, and is computed soon"
        tell_what_waited(now)
        assert (do_what_waits(now, mirela.owner, kept), narrowed(officer)) == (waited, found)
        assert kept not in check_registry(now).otherwise


def test_what_is_recorded_today_of_a_contract_that_is_counted_already_changes_no_byte_today(
    service: Service, mirela: Member, officer: Member, kept: str, union: str
) -> None:
    plant(service, [Planted(f"{kept} {n}", f"{kept} {n}", Circle(union), became="narrowed", counter=NAMED) for n in range(9)])
    share(mirela, kept, union)
    with service.store.writing() as writing:
        long_ago = {"at": LONG_AGO, "id": kept}
        writing.connection.execute(text("UPDATE consents SET given_at = :at WHERE contract_id = :id"), long_ago)
    project_kept(service, mirela.owner, kept)
    (hit,) = officer.get("/api/v1/registry/clauses", params={"q": "irrevocably"}).json()["clauses"]
    asked = ["/api/v1/registry/clauses", "/api/v1/registry/clauses?became=narrowed", f"/api/v1/registry/clauses/{hit['id']}"]
    before = [officer.get(each).content for each in asked]
    finding = mirela.get(f"/api/v1/contracts/{kept}/scan").json()["findings"][0]["id"]

    told = record_outcome(service, Recorder(mirela.owner), kept, ClauseOutcome(finding, "narrowed", counter=NAMED))
    do_what_waits(service, mirela.owner, kept)

    assert [officer.get(each).content for each in asked] == before
    first = told_wholly_from(told)
    project_kept(replace(service, store=replace(service.store, clock=lambda: first)), mirela.owner, kept)
    facets = {each["facet"]: each["values"] for each in officer.get(asked[0]).json()["facets"]}
    (became,) = facets["became"]
    assert (became["value"], became["people"]) == ("narrowed", {"at_least": 10, "at_most": 14})


def test_who_is_not_of_the_circle_is_told_what_is_told_of_what_does_not_exist(
    service: Service, mirela: Member, officer: Member, kept: str, union: str
) -> None:
    share(mirela, kept, union)
    project_kept(service, mirela.owner, kept)
    (hit,) = officer.get("/api/v1/registry/clauses", params={"q": "waives"}).json()["clauses"]
    other = Member(service, someone(service.access, Role.OFFICER))
    colleague = Member(service, someone(service.access, Role.MEMBER, union))

    for asker in (other, colleague):
        for path in ("", "/like"):
            theirs, nobodys = (asker.get(f"/api/v1/registry/clauses/{id_}{path}") for id_ in (hit["id"], "0" * 16))
            assert (theirs.status_code, theirs.content) == (404, nobodys.content)
        assert asker.get("/api/v1/registry/clauses", params={"q": "waives"}).json()["count"] == 0


@pytest.mark.parametrize("value", ["a\0b", "it's \\ a 'quote'", "", "\x08", "é" * 200])
def test_any_value_may_be_filtered_by(officer: Member, value: str) -> None:
    assert officer.get("/api/v1/registry/clauses", params={"year": value, "q": value}).json()["count"] == 0


def test_what_stands_is_held_to_what_should_though_a_block_is_written_anew_meanwhile(
    service: Service, mirela: Member, kept: str, union: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    share(mirela, kept, union)
    project_kept(service, mirela.owner, kept)
    first = projecting.overdue

    def write_anew() -> None:
        with service.store.writing() as writing:
            write_block_anew(writing.connection, 0)

    with ThreadPoolExecutor(1) as others:

        def then_written_anew(connection: Connection, now: datetime) -> dict[str, datetime]:
            found = first(connection, now)
            wait([others.submit(write_anew)], 1)
            return found

        monkeypatch.setattr(projecting, "overdue", then_written_anew)
        checked = check_registry(service)

    assert checked.wordings == 0
    assert kept not in checked.otherwise
