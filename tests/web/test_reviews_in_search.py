"""What officers said of a clause is searched by in their own organisation, as soon as it is said and until it is taken back."""

from __future__ import annotations

import pytest

from contract_registry.core.disclosure.roles import Role
from contract_registry.operations.projecting import check_registry
from contract_registry.operations.service import Service
from granted_contract import There
from members import Member, someone


@pytest.fixture
def there(service: Service) -> There:
    return There(service)


def test_a_review_is_found_by_until_it_is_taken_back(there: There, service: Service) -> None:
    there.project()
    assert (there.count(there.olga, "none"), there.count(there.olga, "dispute")) == (1, 0)

    made = there.say("dispute")
    there.project()
    assert (there.count(there.olga, "none"), there.count(there.olga, "dispute")) == (0, 1)
    assert "review: dispute" in there.officer.browser(service).get("/registry?q=waives").text

    assert there.olga.delete(f"/api/v1/granted/{there.contract}/reviews/{made}").status_code == 204
    there.project()
    assert (there.count(there.olga, "none"), there.count(there.olga, "dispute")) == (1, 0)


def test_the_owner_sees_beforehand_how_officers_stand_to_it(there: There) -> None:
    there.say("dispute")
    wanted = {"level": 2, "circles": [there.union], "purposes": ["officers find the clause when they search"]}
    given = [each["id"] for each in there.mirela.get(f"/api/v1/contracts/{there.contract}/consents").json()]
    for each in given:
        there.mirela.delete(f"/api/v1/contracts/{there.contract}/consents/{each}")

    shown = there.mirela.post(f"/api/v1/contracts/{there.contract}/consents/preview", json=wanted).json()["shown"]

    assert [each["review"] for each in shown if each["types"]] == ["dispute", "none"]


def test_another_organisation_with_the_same_clause_is_answered_as_if_nobody_had_said_a_word(there: There, service: Service) -> None:
    there.project()
    asked = ["/api/v1/registry/clauses?q=waives", "/api/v1/registry/clauses?review=none", "/api/v1/registry/clauses?review=dispute"]
    before = [there.stan.get(each).content for each in asked]
    assert b"irrevocably" in before[1]

    there.say("dispute")
    there.project()

    assert [there.stan.get(each).content for each in asked] == before
    assert there.contract not in check_registry(service).otherwise


def test_nobody_takes_back_what_a_colleague_said(there: There, service: Service) -> None:
    otto = Member(service, someone(service.access, Role.OFFICER, there.union))
    there.open(there.mirela, there.contract, otto)
    made = there.say("agree")

    assert otto.delete(f"/api/v1/granted/{there.contract}/reviews/{made}").status_code == 404
    assert there.olga.get(f"/api/v1/granted/{there.contract}/reviews").json()["standing"] == {there.waiver: "agree"}


def test_to_choose_by_review_is_offered_to_those_who_can_review(there: There, service: Service) -> None:
    member = someone(service.access, Role.MEMBER, there.union)

    assert "review=none" in there.officer.browser(service).get("/registry").text
    assert "review=none" not in member.browser(service).get("/registry").text
