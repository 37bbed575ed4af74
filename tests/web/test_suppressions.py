"""A wording that officers suppress is left out in their own organisation, said to be left out, and told again on its day; nobody else notices."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from httpx2 import Response

from contract_registry.core.disclosure.people import OrganisationKind
from contract_registry.core.disclosure.roles import Role
from contract_registry.operations.service import Service
from contract_registry.operations.upkeep import upkeep
from granted_contract import There
from members import Member, an_organisation, someone

TODAY = datetime.now(UTC).date()
WHY = "Agreed with the branch: she keeps <her> name elsewhere."
OTHER_WORK = b"""COMMISSION
Between Saltmarsh Books Ltd (the "Publisher") and Ada Fenn (the "Illustrator").
1. Mirela Quist irrevocably waives all moral rights in the Work.
"""


@pytest.fixture
def there(service: Service) -> There:
    return There(service)


def suppress(there: There, until: date = TODAY + timedelta(days=30), why: str = WHY, finding: str = "") -> Response:
    place = f"/api/v1/granted/{there.contract}/findings/{finding or there.waiver}/suppressions"
    return there.olga.post(place, json={"reason": why, "until": until.isoformat()})


def left_out(officer: Member, contract: str) -> list[tuple[str, str]]:
    found = officer.get(f"/api/v1/granted/{contract}/reviews").json()["suppressed"]
    return [(each["finding"], each["suppression"]["reason"]) for each in found]


def test_it_is_left_out_in_the_queue_and_said_to_be_with_why_and_until_when(there: There, service: Service) -> None:
    ends = TODAY + timedelta(days=30)
    assert suppress(there, ends).status_code == 201
    browser = there.officer.browser(service)

    queue = browser.get(f"/granted/{there.contract}/reviews").text
    told, _, suppressed = queue.partition('<h2 id="suppressed">')
    assert f"1 finding suppressed in your organisation until {ends.day} {ends:%B %Y}: Agreed with the branch" in told
    assert "irrevocably waives" not in told
    assert "irrevocably waives" in suppressed
    assert f"Suppressed until {ends.day} {ends:%B %Y}: Agreed with the branch: she keeps &lt;her&gt; name" in suppressed
    page = browser.get(f"/granted/{there.contract}").text
    assert "1 finding suppressed in your organisation until" in page
    assert "irrevocably waives" not in page
    assert left_out(there.olga, there.contract) == [(there.waiver, WHY)]


def test_the_members_own_report_and_scan_stay_as_they_are(there: There, service: Service) -> None:
    places = [f"/api/v1/contracts/{there.contract}/scan", f"/api/v1/contracts/{there.contract}/report"]
    before = [there.mirela.get(each).content for each in places]

    suppress(there)

    assert [there.mirela.get(each).content for each in places] == before
    assert b"irrevocably waives" in before[0]


def test_it_holds_wherever_the_words_stand_in_that_organisation_and_in_no_other(there: There, service: Service) -> None:
    otto = Member(service, someone(service.access, Role.OFFICER, there.union))
    clinic = an_organisation(service.access, OrganisationKind.CLINIC)
    cass = Member(service, someone(service.access, Role.CASEWORKER, clinic))
    ada = Member(service, someone(service.access, Role.MEMBER, there.union))
    hers = there.keep(ada, OTHER_WORK)
    for officer in (otto, cass):
        there.open(ada, hers, officer)

    suppress(there)

    assert left_out(otto, hers) == [(there.waiver_in(hers, otto), WHY)]
    assert left_out(cass, hers) == []
    assert cass.get("/api/v1/registry/suppressions").json() == {"suppressions": []}


def test_it_is_told_again_on_its_day_and_forgotten(there: There, service: Service) -> None:
    suppress(there, TODAY + timedelta(days=1))
    store = replace(service.store, clock=lambda: datetime.now(UTC) + timedelta(days=1))
    tomorrow = replace(service, store=store, access=replace(service.access, store=store))
    assert left_out(there.olga, there.contract)

    olga = Member(tomorrow, there.officer)
    olga.post(f"/api/v1/granted/{there.contract}/openings", json={"purpose": "Advice before she signs"})
    assert left_out(olga, there.contract) == []

    upkeep(tomorrow)
    with service.store.engine.connect() as connection:
        count = "SELECT count(*) FROM suppressions WHERE organisation_id = %s"
        assert connection.exec_driver_sql(count, (there.union,)).scalar() == 0


def test_the_same_wording_suppressed_again_ends_on_the_new_day_and_stands_once_on_the_list(there: There, service: Service) -> None:
    ada = Member(service, someone(service.access, Role.MEMBER, there.union))
    hers = there.keep(ada, OTHER_WORK)
    otto = Member(service, someone(service.access, Role.OFFICER, there.union))
    there.open(ada, hers, otto)
    first = suppress(there).json()

    told = {"reason": "It stands in their new template, too.", "until": (TODAY + timedelta(days=9)).isoformat()}
    again = otto.post(f"/api/v1/granted/{hers}/findings/{there.waiver_in(hers, otto)}/suppressions", json=told).json()

    assert (again["id"], again["reason"], again["until"], again["by"]) == (first["id"], told["reason"], told["until"], otto.owner)
    assert there.olga.get("/api/v1/registry/suppressions").json() == {"suppressions": [again]}
    assert left_out(there.olga, there.contract) == [(there.waiver, told["reason"])]


def test_a_colleague_lifts_it_and_nobody_of_another_organisation_does(there: There, service: Service) -> None:
    made = suppress(there).json()
    otto = someone(service.access, Role.OFFICER, there.union)
    place = f"/api/v1/registry/suppressions/{made['id']}"
    assert there.stan.delete(place).status_code == 404

    browser = otto.browser(service)
    page = browser.get("/registry/suppressions").text
    assert "she keeps &lt;her&gt; name elsewhere" in page
    assert "irrevocably" not in page, "its words stand in the contract, which is not open to whoever looks here"
    assert browser.fill_in("/registry/suppressions", f"/registry/suppressions/{made['id']}/lift").status_code == 303

    assert left_out(there.olga, there.contract) == []
    assert there.olga.delete(place).status_code == 404


@pytest.mark.parametrize(
    ("until", "why", "says"),
    [
        (TODAY, WHY, "a day after today"),
        (TODAY + timedelta(days=367), WHY, "within a year"),
        (TODAY + timedelta(days=5), "  ", "Say why"),
        (TODAY + timedelta(days=5), "\0\u200b\u2800", "Say why"),
    ],
)
def test_without_a_reason_or_an_end_nothing_is_suppressed(there: There, until: date, why: str, says: str) -> None:
    refused = suppress(there, until, why)

    assert (refused.status_code, says in refused.json()["detail"]) == (400, True)
    assert left_out(there.olga, there.contract) == []


def test_what_is_no_finding_is_not_suppressed_and_a_members_token_suppresses_nothing(there: There) -> None:
    assert suppress(there, finding="000000000000").status_code == 404
    assert there.mirela.get("/api/v1/registry/suppressions").status_code == 403


def test_nothing_of_it_is_readable_in_the_table(there: There, service: Service) -> None:
    suppress(there)

    with service.store.engine.connect() as connection:
        rows = connection.exec_driver_sql("SELECT record FROM suppressions WHERE organisation_id = %s", (there.union,)).scalars().all()
    assert len(rows) == 1
    assert b"branch" not in bytes(rows[0])
    assert b"moral" not in bytes(rows[0])


def test_a_form_that_is_refused_comes_back_with_what_was_written(there: There, service: Service) -> None:
    browser = there.officer.browser(service)
    place = f"/granted/{there.contract}/reviews"

    refused = browser.fill_in(place, f"{place}/{there.waiver}/suppress", why="Agreed with the branch.", until="2020-01-01")
    assert refused.status_code == 400
    assert "a day after today" in refused.text
    assert "Agreed with the branch." in refused.text
    unsaid = browser.fill_in(place, f"{place}/{there.waiver}", opinion="dispute")
    assert (unsaid.status_code, "Say in a few words why" in unsaid.text) == (400, True)
    assert browser.fill_in(place, f"{place}/{there.waiver}/suppress", why="Agreed.").headers["location"] == f"{place}#findings"


def test_who_is_refused_is_told_why_though_a_colleague_suppressed_the_finding_meanwhile(there: There, service: Service) -> None:
    browser = there.officer.browser(service)
    place = f"/granted/{there.contract}/reviews"
    form = browser.form_token()
    suppress(there)

    page = browser.post(f"{place}/{there.waiver}", data={"form": form, "opinion": "dispute", "reason": ""})

    assert page.status_code == 400
    assert "Say in a few words why" in page.text
