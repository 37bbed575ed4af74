"""What became of the clauses of a contract after somebody asked for a change: recorded by its owner or an officer, told once it is old enough."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime

from contract_registry.core.disclosure.audit import Did
from contract_registry.core.disclosure.consent.outcomes_told import KeptOutcome, noted, takes_back, told_wholly_from
from contract_registry.core.records.outcome import ClauseOutcome, mistakes_in_outcome
from contract_registry.core.records.written import readable
from contract_registry.errors import NotFound
from contract_registry.operations.records import Recorder, check_record
from contract_registry.operations.service import Service
from contract_registry.storage.people.trail import note
from contract_registry.storage.queue import WIPE_REGISTRY, defer
from contract_registry.storage.registry.rows import lock_for, take_rows
from contract_registry.storage.store import Writing
from contract_registry.storage.vault.consents import be_alone_with, project_again
from contract_registry.storage.vault.outcomes import keep_outcomes, kept_outcomes
from contract_registry.storage.vault.records import Kind


def record_outcome(service: Service, recorder: Recorder, contract: str, told: ClauseOutcome) -> KeptOutcome:
    """What became of a clause as it is kept now; what is taken back is told no more when this returns.

    WrongUsage where it makes no sense, NotFound where the scan has no such finding.
    """
    told = replace(told, evidence=readable(told.evidence), counter=readable(told.counter))
    check_record(mistakes_in_outcome(told))
    with service.store.writing() as writing:
        owner = recorder.owner_of(service, writing, contract)
        shelf = writing.shelf(owner)
        shelf.be_alone()
        if told.finding not in _findings_in(shelf.scan(contract)):
            raise NotFound("The scan of this contract has no such finding.")
        every = kept_outcomes(shelf, contract)
        known = every.get(told.finding)
        kept = noted(told, known, writing.now)
        if takes_back(kept, known, writing.now):
            _tell_no_more(writing, contract)
        keep_outcomes(shelf, contract, {**every, told.finding: kept})
        project_again(writing.connection, owner, contract)
        note(writing.connection, writing.now, recorder.person, Did.RECORDED, contract=contract, kind=Kind.OUTCOMES.value)
    return kept


def _tell_no_more(writing: Writing, contract: str) -> None:
    """Have nothing stand of the contract until it is computed anew what does."""
    lock_for(writing.connection, contract)
    be_alone_with(writing.connection, contract)
    if take_rows(writing.connection, contract):
        defer(writing.connection, WIPE_REGISTRY)


def outcomes_of(service: Service, recorder: Recorder, contract: str) -> list[KeptOutcome]:
    """What became of the contract's clauses, as far as it was recorded; NotFound."""
    with service.store.reading() as reading:
        return list(kept_outcomes(reading.shelf(recorder.owner_of(service, reading, contract)), contract).values())


def waiting_outcomes(service: Service, owner: str, contract: str) -> list[datetime]:
    """From when on others are told of each outcome of the contract that waits, the next first; NotFound."""
    now, every = service.store.clock(), outcomes_of(service, Recorder(owner), contract)
    return sorted(at for each in every if (at := told_wholly_from(each)) and at > now)


def _findings_in(scan: str | None) -> set[str]:
    form = json.loads(scan) if scan else {}
    return {each["id"] for kind in ("findings", "unclear", "absences", "combinations") for each in form.get(kind, ())}
