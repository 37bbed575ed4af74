"""A kept contract as it can be shared: redacted as its owner confirmed it, with what was found in it and what was recorded of it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from contract_registry.core.contracts.kept import State
from contract_registry.core.disclosure.consent.agreement import lowered
from contract_registry.core.disclosure.consent.consent import Consent
from contract_registry.core.disclosure.consent.keeping import Scanned, kept_contract
from contract_registry.core.disclosure.consent.ladder import Level
from contract_registry.core.disclosure.consent.outcomes_told import KeptOutcome, counter_told, outcome_told
from contract_registry.core.disclosure.consent.projection import Found, Row, project
from contract_registry.core.disclosure.redaction.redact import NameFinder, Redaction, redact
from contract_registry.core.disclosure.redaction.removal import Kind, Removal
from contract_registry.core.records.particulars import Particulars, particulars_of
from contract_registry.core.records.seen import Seen
from contract_registry.core.scanning.findings import Circumstances
from contract_registry.core.text import Span
from contract_registry.errors import NotFound
from contract_registry.operations.agreeing import showing_in
from contract_registry.operations.kept_documents import read_of_kept
from contract_registry.operations.read import WasNotRead
from contract_registry.operations.reviewed import reviewed
from contract_registry.operations.service import Service
from contract_registry.storage.vault.consents import Choices
from contract_registry.storage.vault.outcomes import kept_outcomes
from contract_registry.storage.vault.records import Kind as RecordKind
from contract_registry.storage.vault.records import record_of

_PASSAGES = ("findings", "protections", "unclear")
"""The kinds of what a scan finds that stand at a place in the text."""


@dataclass(frozen=True, slots=True)
class Shareable:
    """A contract that can be shared: what goes from its text by itself, what its scan found, what was recorded of it, who saw it, and who took back that its words are shown."""

    redaction: Redaction
    scanned: Scanned
    recorded: Particulars
    seen: Seen
    names: NameFinder | None = None
    taken_back: frozenset[str] = frozenset()

    @property
    def text_sha256(self) -> str:
        """The sum of the text that an owner's choices are about."""
        return self.redaction.clauses.document.text_sha256

    def rows_by(self, consent: Consent, choices: Choices, at: datetime) -> tuple[Row, ...]:
        """What stands then by this consent; of a text that is another than its owner confirmed, facts alone."""
        if choices.text_sha256 != self.text_sha256 and not choices.is_published:
            consent, choices = replace(consent, level=min(consent.level, Level.FACTS)), Choices(self.text_sha256)
        kept = kept_contract(consent.contract, consent.owner, self.confirmed(choices), self.scanned, self.recorded, self.seen, self.names)
        return project({consent.contract: kept}, lowered([consent], self.taken_back), at)

    def confirmed(self, choices: Choices) -> Redaction:
        """The redaction as its owner wants it; nothing goes from what is public already."""
        if choices.is_published:
            return replace(self.redaction, removals=())
        left_in, taken_out = ([Span(start, end) for start, end in spans] for spans in (choices.left_in, choices.taken_out))
        seen = [
            Removal(Span(start, end), Kind(kind), "it was taken out when its owner agreed", instead)
            for start, end, kind, instead in choices.seen
        ]
        return self.redaction.confirmed(left_in, taken_out, seen)


EVERYTHING = datetime.max.replace(tzinfo=UTC)
"""When all that is recorded by now is told."""


def shareable_of(service: Service, owner: str, contract: str, at: datetime = EVERYTHING) -> Shareable | None:
    """The contract as it can be shared, with what of the records of its clauses is told at a time.

    None where it is not scanned, NotFound where this owner keeps none by this id.
    """
    with service.store.reading() as reading:
        shelf = reading.shelf(owner)
        if shelf.contract(contract).state is not State.SCANNED:
            return None
        scan = json.loads(shelf.scan(contract) or "{}")
        recorded = particulars_of(record_of(shelf, contract, RecordKind.PARTICULARS) or {})
        outcomes = kept_outcomes(shelf, contract)
        reviews = reviewed(reading, owner, contract).by_organisation
        seen = Seen(**(record_of(shelf, contract, RecordKind.SEEN) or {}))
        taken_back = showing_in(reading, owner, contract).taken_back
    read, _ = read_of_kept(service, owner, contract)
    if isinstance(read, WasNotRead):
        return None
    names = service.names()
    return Shareable(redact(read.clauses, names), _scanned(scan, outcomes, reviews, at), recorded, seen, names, taken_back)


def shareable_now(service: Service, owner: str, contract: str) -> Shareable:
    """The same; NotFound, with why, also where it is not scanned."""
    found = shareable_of(service, owner, contract)
    if found is None:
        raise NotFound(
            "This contract is not scanned yet, or could not be read, so that there is nothing to share. Look again when it is scanned."
        )
    return found


def _scanned(scan: dict[str, Any], outcomes: Mapping[str, KeptOutcome], reviews: Mapping[str, Mapping[str, str]], at: datetime) -> Scanned:
    """What the JSON of a scan says was found, where, what became of it, and how officers stand to it."""
    case = scan["circumstances"]
    became = {finding: outcome_told(each, at) for finding, each in outcomes.items()}
    counters = {finding: counter_told(each, at) for finding, each in outcomes.items()}
    return Scanned(
        Circumstances(case["sector"], case["role"], case["jurisdiction"], case["as_of"]),
        tuple(
            (each["start"], _found(each, became.get(each["id"], ""), reviews.get(each["id"], {})))
            for kind in _PASSAGES
            for each in scan[kind]
        ),
        tuple((each["start"], counters[each["id"]]) for kind in _PASSAGES for each in scan[kind] if each["id"] in counters),
    )


def _found(said: dict[str, Any], became: str, reviews: Mapping[str, str]) -> Found:
    rule = said["rule"], said["rule_version"]
    return Found(said["type"], said["family"], said["severity"], *rule, became, tuple(sorted(reviews.items())))
