"""A member's contract that is shared with two unions, and granted to an officer of the member's own, who has it open."""

from __future__ import annotations

from contract_registry.core.disclosure.roles import Role
from contract_registry.operations.contracts import scan_kept
from contract_registry.operations.projecting import project_kept
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
        self.member: Someone = someone(service.access, Role.MEMBER, self.union)
        self.mirela = Member(service, self.member)
        self.officer: Someone = someone(service.access, Role.OFFICER, self.union)
        self.olga, self.stan = (Member(service, who) for who in (self.officer, someone(service.access, Role.OFFICER, self.other)))
        self.contract = self.keep(self.mirela)
        wanted = {"level": 2, "circles": [self.union, self.other], "purposes": [SEARCH]}
        seen = self.mirela.post(f"/api/v1/contracts/{self.contract}/consents/preview", json=wanted).json()["seen"]
        assert self.mirela.post(f"/api/v1/contracts/{self.contract}/consents", json={**wanted, "seen": seen}).is_success
        self.open(self.mirela, self.contract, self.olga)
        self.waiver = self.waiver_in(self.contract, self.olga)

    def keep(self, member: Member, text: bytes = CONTRACT) -> str:
        """A contract of a member, scanned."""
        contract = str(member.post("/api/v1/contracts", files={"file": ("agreement.txt", text)}).json()["id"])
        scan_kept(self.service, member.owner, contract)
        return contract

    def open(self, member: Member, contract: str, to: Member) -> None:
        """Have a member grant a contract to somebody, who opens it."""
        assert member.post(f"/api/v1/contracts/{contract}/grants", json={"person": to.owner}).is_success
        assert to.post(f"/api/v1/granted/{contract}/openings", json={"purpose": "Advice before she signs"}).is_success

    def waiver_in(self, contract: str, officer: Member) -> str:
        """The finding of the waiver in a contract that the officer opened."""
        (found,) = [each for each in officer.get(f"/api/v1/granted/{contract}/scan").json()["findings"] if each["family"] == "moral"]
        return str(found["id"])

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
