"""Statistics on a page and over the API: nothing of a few, nothing of another organisation, and charts with their words."""

from __future__ import annotations

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from sqlalchemy import insert

from contract_registry.core.disclosure.consent.ladder import COUNTED, Circle, Level, Purpose
from contract_registry.core.disclosure.roles import Role
from contract_registry.operations.people import add_a_branch
from contract_registry.operations.service import Service
from contract_registry.storage.registry.circles import id_of_circle
from contract_registry.storage.registry.tables import registry_contracts
from members import Member, an_organisation, someone

pytestmark = pytest.mark.usefixtures("alone_in_the_registry")

STATISTICS = "/api/v1/registry/statistics"
WAIVER, TRAINING = "moral-waiver-general", "ai-training-express"


def given(service: Service, circle: Circle, people: int, *types: str, sector: str = "games", purpose: Purpose = Purpose.STATISTICS) -> None:
    """As many people gave a contract each with these types, long ago; rows as a projection leaves them."""
    row = {
        "circle_id": id_of_circle(circle),
        "purposes": 1 << list(Purpose).index(purpose),
        "level": int(Level.FACTS),
        "shared_at": service.store.clock() - timedelta(days=200),
        "types": list(types),
        "facts": {"sector": sector, "year": "2026", "quarter": "2026 Q1"},
        "engager": "",
    }
    rows = [{**row, "contract_id": str(uuid4()), "contributor": uuid4().int >> 66} for _ in range(people)]
    with service.store.engine.begin() as connection:
        connection.execute(insert(registry_contracts), rows)


def test_an_officer_is_told_how_common_types_are_in_bands_with_their_shares(service: Service, officer: Member, union: str) -> None:
    given(service, Circle(union), 22, WAIVER)
    given(service, Circle(union), 28, TRAINING)

    told = officer.get(STATISTICS, params={"whose": "mine"}).json()

    assert told["whole"]["engagements"] == {"at_least": 50, "at_most": 59}
    assert told["types"][WAIVER]["of_all"]["engagements"] == {"at_least": 20, "at_most": 24}
    lower, upper = told["types"][WAIVER]["by"]["games"]["share"]
    assert lower <= 22 / 50 <= upper


def test_of_a_few_nothing_is_told(service: Service, officer: Member, union: str) -> None:
    given(service, Circle(union), 4, WAIVER)

    told = officer.get(STATISTICS, params={"whose": "mine"}).json()

    assert (told["whole"]["engagements"], told["wholes"], told["types"]) == (None, {}, {})


def test_rows_of_another_organisation_or_for_another_purpose_change_no_byte(service: Service, officer: Member, union: str) -> None:
    given(service, Circle(union), 30, WAIVER)
    places = [STATISTICS, f"{STATISTICS}/table.csv", f"{STATISTICS}/good-work", f"{STATISTICS}/ban?catches={WAIVER}"]
    asked = [(place, whose) for place in places for whose in ("mine", "everybody")]
    before = [
        officer.get(place, params={"whose": whose, **({"catches": WAIVER} if "ban" in place else {})}).content for place, whose in asked
    ]

    given(service, Circle(an_organisation(service.access)), 40, WAIVER, TRAINING)
    given(service, Circle(union), 40, TRAINING, purpose=Purpose.SEARCH)

    assert [
        officer.get(place, params={"whose": whose, **({"catches": WAIVER} if "ban" in place else {})}).content for place, whose in asked
    ] == before


def test_officers_of_a_branch_and_of_none_are_told_the_same_of_their_organisation(service: Service, officer: Member, union: str) -> None:
    north = add_a_branch(service.access, None, union, "North").id
    northern = Member(service, someone(service.access, Role.OFFICER, union, north))
    given(service, Circle(union), 29, WAIVER)
    given(service, Circle(union, north), 1, WAIVER)
    places = [STATISTICS, f"{STATISTICS}/table.csv", f"{STATISTICS}/good-work", f"{STATISTICS}/ban?catches={WAIVER}"]

    for place in places:
        asked = {"whose": "mine", **({"catches": WAIVER} if "ban" in place else {})}
        assert northern.get(place, params=asked).content == officer.get(place, params=asked).content

    assert northern.get(STATISTICS, params={"whose": "branch"}).json()["whole"]["engagements"] is None
    given(service, Circle(union, north), 11, WAIVER)
    assert northern.get(STATISTICS, params={"whose": "branch"}).json()["whole"]["engagements"] == {"at_least": 10, "at_most": 14}
    assert "You are in no branch" in officer.get(STATISTICS, params={"whose": "branch"}).json()["detail"]


def test_what_was_given_to_be_counted_alone_is_told_to_everybody_beyond_ten(service: Service, ann: Member) -> None:
    given(service, COUNTED, 9, WAIVER)
    before = ann.get(STATISTICS).json()["types"]
    given(service, COUNTED, 41, WAIVER)

    assert before == {}
    assert ann.get(STATISTICS).json()["types"][WAIVER]["of_all"]["people"] == {"at_least": 50, "at_most": 59}
    assert ann.get(STATISTICS, params={"whose": "mine"}).status_code == 400


def test_a_ban_is_told_and_one_that_adds_a_single_person_is_not(service: Service, officer: Member, union: str) -> None:
    given(service, Circle(union), 30, WAIVER)
    given(service, Circle(union), 20, "terms-no-credit")
    given(service, Circle(union), 1, TRAINING)
    asked = {"whose": "mine", "catches": WAIVER}

    assert officer.get(f"{STATISTICS}/ban", params=asked).json()["of_all"]["engagements"] == {"at_least": 30, "at_most": 34}
    assert officer.get(f"{STATISTICS}/ban", params={**asked, "catches": [WAIVER, TRAINING]}).json()["of_all"]["engagements"] is None
    assert officer.get(f"{STATISTICS}/ban", params={**asked, "catches": "no-such-type"}).status_code == 400


def test_the_page_has_each_chart_with_its_words(service: Service, union: str) -> None:
    given(service, Circle(union), 40, WAIVER)
    browser = someone(service.access, Role.OFFICER, union).browser(service)

    page = browser.get(f"/registry/statistics?whose=mine&ban={WAIVER}").text

    assert re.search("What a ban of [^<]+ would catch, by sector", page)
    assert "would catch, by quarter" in page
    assert "Dignity" in page
    assert 'aria-label="' in page.partition("<svg")[2]
    label = page.partition('role="img" aria-label="')[2].partition('"')[0]
    assert page.count(label) >= 2
