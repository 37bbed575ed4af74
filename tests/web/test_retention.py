"""A contract in time over the API: until when it is kept, what rules changed, and rules as they were."""

from __future__ import annotations

import pytest

from contract_registry.operations.rescan import note_rules
from contract_registry.operations.service import Service
from members import Member

CONTRACTS = "/api/v1/contracts"
Contract = tuple[str, bytes]


@pytest.fixture
def place(ann: Member, contract: Contract) -> str:
    return ann.post(CONTRACTS, files={"file": contract}).headers["location"]


def test_the_day_of_deletion_is_set_shown_and_taken_back(ann: Member, place: str) -> None:
    assert ann.get(f"{place}/retention").json() == {"delete_on": None}

    for day in ("2031-03-14", None):
        assert ann.put(f"{place}/retention", json={"delete_on": day}).json() == {"delete_on": day}
        assert ann.get(f"{place}/retention").json() == {"delete_on": day}


@pytest.mark.parametrize("day", ["soon", "2031-02-30", 5, "2016-03-14", "0001-01-01"])
def test_a_day_that_is_none_or_has_come_already_is_told(day: object, ann: Member, place: str) -> None:
    assert ann.put(f"{place}/retention", json={"delete_on": day}).status_code == 400
    assert ann.get(f"{place}/retention").json() == {"delete_on": None}


def test_a_scan_that_no_rule_changed_says_so(ann: Member, place: str) -> None:
    assert ann.get(f"{place}/rescans").json() == {"rescans": []}


def test_a_rule_is_shown_as_it_spoke(ann: Member, service: Service) -> None:
    note_rules(service)
    rule = service.system.rulebook().rules[0]

    shown = ann.get(f"/api/v1/rules/{rule.id}/versions/{rule.version}")

    assert (shown.status_code, shown.headers["content-type"]) == (200, "application/yaml")
    assert f"id: {rule.id}" in shown.text
    assert ann.get(f"/api/v1/rules/{rule.id}/versions/999").status_code == 404
    assert ann.get("/api/v1/rules/%00/versions/1").status_code == 400


def test_another_persons_contract_cannot_be_made_to_end(place: str, ben: Member) -> None:
    assert {ben.get(f"{place}{rest}").status_code for rest in ("/retention", "/rescans")} == {404}
    assert ben.put(f"{place}/retention", json={"delete_on": "2020-01-01"}).status_code == 404
