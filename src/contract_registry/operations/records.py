"""What an owner records of a contract: its particulars, what became of its clauses, and the consent that came with it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict

from contract_registry.core.records.consent import Consent
from contract_registry.core.records.outcome import ClauseOutcome, mistakes_in_outcome
from contract_registry.core.records.particulars import Mistake, Particulars, mistakes_in, particulars_of
from contract_registry.core.rules.trades import roles, sectors
from contract_registry.errors import NotFound, WrongUsage
from contract_registry.operations.service import Service
from contract_registry.storage.store import Reading, Writing
from contract_registry.storage.vault.engager_list import engager_of
from contract_registry.storage.vault.records import Kind, keep_record, record_of


def mistakes_of(service: Service, particulars: Particulars) -> list[Mistake]:
    """What is wrong with them, of sectors and roles too."""
    rulebook = service.system.rulebook()
    return list(mistakes_in(particulars, sectors(rulebook).named, roles(rulebook).named))


def record_particulars(service: Service, owner: str, contract: str, particulars: Particulars) -> Particulars:
    """The particulars as they are kept now; WrongUsage where they make no sense, NotFound where contract or engager are not this owner's."""
    _check(mistakes_of(service, particulars))
    with service.store.writing() as writing:
        note_particulars(writing, owner, contract, particulars)
    return particulars


def note_particulars(writing: Writing, owner: str, contract: str, particulars: Particulars) -> None:
    """Keep the particulars in this transaction; NotFound where contract or engager are not this owner's."""
    shelf = writing.shelf(owner)
    if particulars.engager:
        engager_of(shelf, particulars.engager)
    keep_record(shelf, contract, Kind.PARTICULARS, particulars.said)


def particulars_in(reading: Reading, owner: str, contract: str) -> Particulars:
    """The particulars in this transaction, empty where none were recorded; NotFound."""
    return particulars_of(record_of(reading.shelf(owner), contract, Kind.PARTICULARS) or {})


def recorded_particulars(service: Service, owner: str, contract: str) -> Particulars:
    """The particulars, empty where none were recorded; NotFound where this owner keeps no such contract."""
    with service.store.reading() as reading:
        return particulars_in(reading, owner, contract)


def record_outcome(service: Service, owner: str, contract: str, told: ClauseOutcome) -> ClauseOutcome:
    """What became of a clause as it is kept now; WrongUsage where it makes no sense, NotFound where the scan has no such finding."""
    _check(list(mistakes_in_outcome(told)))
    with service.store.writing() as writing:
        shelf = writing.shelf(owner)
        shelf.be_alone()
        if told.finding not in _findings_in(shelf.scan(contract)):
            raise NotFound("The scan of this contract has no such finding.")
        every = record_of(shelf, contract, Kind.OUTCOMES) or {}
        keep_record(shelf, contract, Kind.OUTCOMES, {**every, told.finding: asdict(told)})
    return told


def outcomes_of(service: Service, owner: str, contract: str) -> list[ClauseOutcome]:
    """What became of the contract's clauses, as far as it was recorded; NotFound."""
    with service.store.reading() as reading:
        every = record_of(reading.shelf(owner), contract, Kind.OUTCOMES) or {}
    return [ClauseOutcome(**told) for told in every.values()]


def note_consent(writing: Writing, owner: str, contract: str, consent: Consent) -> None:
    """Keep the consent in this transaction; NotFound."""
    keep_record(writing.shelf(owner), contract, Kind.CONSENT, asdict(consent))


def consent_in(service: Service, owner: str, contract: str) -> Consent:
    """The consent that came with the contract, level 0 where none did; NotFound."""
    with service.store.reading() as reading:
        return Consent(**(record_of(reading.shelf(owner), contract, Kind.CONSENT) or {}))


def _check(mistakes: Iterable[Mistake]) -> None:
    told = [f"{field}: {problem} {remedy}" for field, problem, remedy in mistakes]
    if told:
        raise WrongUsage(" ".join(told))


def _findings_in(scan: str | None) -> set[str]:
    form = json.loads(scan) if scan else {}
    return {each["id"] for kind in ("findings", "unclear", "absences", "combinations") for each in form.get(kind, ())}
