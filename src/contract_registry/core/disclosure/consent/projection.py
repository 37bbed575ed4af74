"""What stands in the registry: a function of what the vault holds and the consents that stand, and of nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from contract_registry.core.contracts.fingerprints.fingerprint import Fingerprint
from contract_registry.core.disclosure.consent.consent import Consent, standing
from contract_registry.core.disclosure.consent.ladder import SHOWN, Circle, Level, Part, Purpose
from contract_registry.core.disclosure.consent.wordings import SAID_NOTHING_OF_OUTCOMES


@dataclass(frozen=True, slots=True)
class Found:
    """What was found in a clause: the type with its family, how grave it is, the rule that said so, and what became of it, if somebody recorded that."""

    type: str
    family: str = ""
    severity: str = ""
    rule: str = ""
    rule_version: int = 0
    became: str = ""


@dataclass(frozen=True, slots=True)
class KeptClause:
    """A clause as the vault gives it for sharing: `redacted` is all that anybody else may read of it; `found` are the types in it, the gravest first."""

    place: int
    found: tuple[Found, ...]
    fingerprint: Fingerprint
    redacted: str


@dataclass(frozen=True, slots=True)
class KeptContract:
    """A contract as the vault gives it for sharing: `facts` are told in bands, quarters and families already; `officer` saw it and whom it names."""

    contract: str
    owner: str
    engager: str
    facts: tuple[tuple[str, str], ...]
    clauses: tuple[KeptClause, ...]
    officer: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """What a circle may learn of one clause, for the purposes named. What it may not learn is not in it: `text`, `engager` and `officer` are then empty.

    `officer` is for the gate, which asks how many have seen what names an engager, and is told to nobody.
    """

    circle: Circle
    contract: str
    place: int
    level: Level
    purposes: tuple[Purpose, ...]
    shared_at: datetime
    found: tuple[Found, ...]
    fingerprint: Fingerprint
    facts: tuple[tuple[str, str], ...]
    text: str = ""
    engager: str = ""
    officer: str = ""

    @property
    def became(self) -> str:
        """What became of the clause, if that was recorded: of several types the gravest of which it was."""
        return next((each.became for each in self.found if each.became), "")

    @property
    def types(self) -> tuple[str, ...]:
        """The types that were found, the gravest first."""
        return tuple(each.type for each in self.found)

    def serves(self, purpose: Purpose) -> bool:
        """Whether its owner agreed to this use."""
        return purpose in self.purposes


def project(contracts: Mapping[str, KeptContract], consents: Iterable[Consent], at: datetime) -> tuple[Row, ...]:
    """Every row that stands then. A consent taken back leaves what would stand had it never been given; one for a contract that is gone gives none."""
    rows = [
        row
        for consent in standing(consents, at)
        if consent.contract in contracts and contracts[consent.contract].owner == consent.owner
        for row in rows_of(contracts[consent.contract], consent)
    ]
    return tuple(sorted(rows, key=lambda row: (row.contract, row.circle, row.place, -row.level, row.shared_at, row.purposes)))


def rows_of(contract: KeptContract, consent: Consent) -> tuple[Row, ...]:
    """What one consent puts into the registry, and so what its owner is shown beforehand, for each circle and clause."""
    parts = SHOWN[consent.level]
    purposes = tuple(purpose for purpose in Purpose if purpose in consent.purposes)
    tells_outcomes = consent.wording not in SAID_NOTHING_OF_OUTCOMES
    return tuple(
        Row(
            circle,
            contract.contract,
            clause.place,
            consent.level,
            purposes,
            consent.given_at,
            clause.found if tells_outcomes else tuple(replace(each, became="") for each in clause.found),
            clause.fingerprint,
            contract.facts,
            _text(clause, parts),
            *((contract.engager, contract.officer) if Part.ENGAGER in parts else ("", "")),
        )
        for circle in sorted(consent.circles)
        for clause in contract.clauses
        if Part.FINGERPRINTS in parts
    )


def _text(clause: KeptClause, parts: frozenset[Part]) -> str:
    """The redacted words that may be read: of clauses in which something was found, or of all."""
    may_read = Part.TEXT in parts or (Part.CLAUSES in parts and bool(clause.found))
    return clause.redacted if may_read else ""


def readable_by(rows: Iterable[Row], organisation: str, branch: str, purpose: Purpose) -> tuple[Row, ...]:
    """The rows that somebody of this organisation and branch may read for this purpose; of several for one clause that of the highest rung."""
    best: dict[tuple[str, int], Row] = {}
    for row in rows:
        if row.circle.holds(organisation, branch) and row.serves(purpose):
            known = best.get((row.contract, row.place))
            if known is None or row.level > known.level:
                best[row.contract, row.place] = row
    return tuple(best.values())
