"""Rows planted into the registry of a test service as projections would put them, shared by people of whom nothing else is kept."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from uuid import UUID

from contract_registry.core.clauses.segment import segment
from contract_registry.core.contracts.fingerprints.fingerprint import fingerprints_of
from contract_registry.core.disclosure.consent.consent import Consent
from contract_registry.core.disclosure.consent.ladder import Circle, Level, Purpose
from contract_registry.core.disclosure.consent.projection import Found, KeptClause, KeptContract, project
from contract_registry.core.disclosure.consent.wordings import NEWEST
from contract_registry.core.scanning.cases import document_of
from contract_registry.core.text import Span
from contract_registry.operations.access import Access
from contract_registry.operations.service import Service
from contract_registry.storage.registry.columns import Numbered
from contract_registry.storage.registry.rows import put_rows
from contract_registry.storage.store import Store

LONG_AGO = datetime(2026, 3, 10, tzinfo=UTC)


@dataclass(frozen=True)
class Planted:
    """A contract of one clause in the registry: whose, with whom it is shared, since when, and what it says."""

    name: str
    person: str
    circle: Circle
    text: str = "The Author waives all moral rights."
    type: str = "moral-waiver-total"
    severity: str = "critical"
    sector: str = "publishing"
    year: str = "2026"
    engager: str = "Northlight Books"
    level: Level = Level.ENGAGER
    purposes: frozenset[Purpose] = frozenset(Purpose)
    at: datetime = LONG_AGO
    verification: str = "V1"
    officer: int | None = None
    quarter: str = ""
    counter: str = ""
    became: str = ""

    @property
    def contract(self) -> str:
        return str(UUID(sha256(f"contract {self.name}".encode()).hexdigest()[:32]))


def plant(service: Service | Access | Store, every: Iterable[Planted]) -> None:
    """Have these stand."""
    store = service if isinstance(service, Store) else service.store
    with store.writing() as writing:
        for each in every:
            put_rows(writing.connection, each.contract, _rows(each))


def _rows(each: Planted) -> list[Numbered]:
    facts = (
        ("sector", each.sector),
        ("year", each.year),
        ("verification", each.verification),
        ("language", "en"),
        *((("quarter", each.quarter),) if each.quarter else ()),
    )
    document = segment(document_of(each.text))
    (fingerprint,) = fingerprints_of(document, [Span(0, len(each.text))])
    found = (Found(each.type, each.type.partition("-")[0], each.severity, "a.rule", 2, each.became),)
    kept = KeptContract(each.contract, each.person, each.engager, facts, (KeptClause(0, found, fingerprint, each.text, each.counter),))
    consent = Consent("k", each.contract, each.person, each.level, frozenset({each.circle}), each.purposes, NEWEST.version, each.at)
    rows = project({each.contract: kept}, [consent], each.at)
    by_chance = int(sha256(f"row {each.name}".encode()).hexdigest()[:12], 16)
    month = (each.at.year - 2000) * 12 + each.at.month - 1
    contributor = int(sha256(each.person.encode()).hexdigest()[:15], 16)
    return [Numbered(row, month << 51 | by_chance, contributor, each.officer) for row in rows]
