"""What officers said of a clause is searched by in their own organisation, as soon as it is said and until it is taken back."""

from __future__ import annotations

import pytest

from contract_registry.core.disclosure.roles import Role
from contract_registry.operations.contracts import scan_kept
from contract_registry.operations.projecting import check_registry, project_kept
from contract_registry.operations.service import Service
from members import Member, Someone, an_organisation, someone

CONTRACT = b"""ILLUSTRATION AGREEMENT
This agreement is between Saltmarsh Books Ltd (the "Publisher") and Mirela Quist (the "Illustrator").
1. Mirela Quist irrevocably waives all moral rights in the Work.
2. The Publisher pays a fee of GBP 437 within 45 days of invoice.
"""
SEARCH = "officers find the clause when they search"


class There:
    """A contract that Mirela shares with her union and another one, and granted to Olga of hers, who has it open."""

    def __init__(self, service: Service) -> None:
        self.service = service
        self.union, self.other = an_organisation(service.access), an_organisation(service.access)
        self.mirela = Member(service, someone(service.access, Role.MEMBER, self.union))
        self.officer: Someone = someone(service.access, Role.OFFICER, self.union)
        self.olga, self.stan = (Member(service, who) for who in (self.officer, someone(service.access, Role.OFFICER, self.other)))
        self.contract = self.mirela.post("/api/v1/contracts", files={"file": ("agreement.txt", CONTRACT)}).json()["id"]
        scan_kept(service, self.mirela.owner, self.contract)
        wanted = {"level": 2, "circles": [self.union, self.other], "purposes": [SEARCH]}
        seen = self.mirela.post(f"/api/v1/contracts/{self.contract}/consents/preview", json=wanted).json()["seen"]
        assert self.mirela.post(f"/api/v1/contracts/{self.contract}/consents", json={**wanted, "seen": seen}).is_success
        assert self.mirela.post(f"/api/v1/contracts/{self.contract}/grants", json={"person": self.olga.owner}).is_success
        assert self.olga.post(f"/api/v1/granted/{self.contract}/openings", json={"purpose": "Advice before she signs"}).is_success
        (found,) = [each for each in self.olga.get(f"/api/v1/granted/{self.contract}/scan").json()["findings"] if each["family"] == "moral"]
        self.waiver = str(found["id"])

    def say(self, opinion: str) -> str:
        told = {"opinion": opinion, "reason": "It waives nothing of hers."}
        made = self.olga.post(f"/api/v1/granted/{self.contract}/findings/{self.waiver}/reviews", json=told)
        assert made.status_code == 201, made.text
        return str(made.json()["id"])

    def project(self) -> None:
        """Do what waits to be done for the contract; something must wait."""
        with self.service.store.writing() as writing:
            gone = "DELETE FROM procrastinate_jobs WHERE task_name = 'project_contract' AND args->>'contract' = %s"
            assert writing.connection.exec_driver_sql(gone, (self.contract,)).rowcount
        project_kept(self.service, self.mirela.owner, self.contract)

    def count(self, officer: Member, review: str) -> int:
        return int(officer.get("/api/v1/registry/clauses", params={"q": "waives", "review": review}).json()["count"])


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
    there.mirela.post(f"/api/v1/contracts/{there.contract}/grants", json={"person": otto.owner})
    otto.post(f"/api/v1/granted/{there.contract}/openings", json={"purpose": "A second look at the waiver"})
    made = there.say("agree")

    assert otto.delete(f"/api/v1/granted/{there.contract}/reviews/{made}").status_code == 404
    assert there.olga.get(f"/api/v1/granted/{there.contract}/reviews").json()["standing"] == {there.waiver: "agree"}


def test_to_choose_by_review_is_offered_to_those_who_can_review(there: There, service: Service) -> None:
    member = someone(service.access, Role.MEMBER, there.union)

    assert "review=none" in there.officer.browser(service).get("/registry").text
    assert "review=none" not in member.browser(service).get("/registry").text
