"""What stands in the registry: a function of what the vault holds and the consents that stand, and of nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from contract_registry.core.contracts.fingerprints.fingerprint import Fingerprint
from contract_registry.core.disclosure.consent.consent import Consent, standing
from contract_registry.core.disclosure.consent.ladder import COUNTED, PUBLIC, SHOWN, Circle, Level, Part, Purpose
from contract_registry.core.disclosure.consent.wordings import SAID_NOTHING_OF_COUNTERS, SAID_NOTHING_OF_OUTCOMES, SAID_NOTHING_OF_REVIEWS

NOT_REVIEWED = "none"
"""How a clause stands in which something was found and of which no officer said a word."""


@dataclass(frozen=True, slots=True)
class Found:
    """What was found in a clause: the type with its family, how grave it is, the rule that said so, and what became of it, if somebody recorded that.

    `reviews` tells by organisation how its officers stand to it.
    """

    type: str
    family: str = ""
    severity: str = ""
    rule: str = ""
    rule_version: int = 0
    became: str = ""
    reviews: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class KeptClause:
    """A clause as the vault gives it for sharing: `redacted` is all that anybody else may read of it; `found` are the types in it, the gravest first.

    `counter` is the wording that was agreed instead, redacted too.
    """

    place: int
    found: tuple[Found, ...]
    fingerprint: Fingerprint
    redacted: str
    counter: str = ""


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
    """What a circle may learn of one clause, for the purposes named. What it may not learn is not in it: `text`, `engager` and others are then empty.

    `review` is how officers of the circle's own organisation stand to the gravest that they said something of; `officer` is for the gate, which asks how many
    have seen what names an engager, and is told to nobody.
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
    review: str = ""
    officer: str = ""
    counter: str = ""

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
    return tuple(
        Row(
            circle,
            contract.contract,
            clause.place,
            consent.level,
            purposes,
            consent.given_at,
            _found(clause, consent),
            clause.fingerprint,
            contract.facts,
            _text(clause, parts),
            contract.engager if Part.ENGAGER in parts else "",
            _review(clause, circle, consent),
            contract.officer if Part.ENGAGER in parts else "",
            _counter(clause, circle, consent),
        )
        for circle in sorted(consent.circles)
        for clause in contract.clauses
        if Part.FINGERPRINTS in parts
    )


def _found(clause: KeptClause, consent: Consent) -> tuple[Found, ...]:
    """What was found, as far as its owner agreed that it is told."""
    tells_outcomes = consent.wording not in SAID_NOTHING_OF_OUTCOMES
    return tuple(replace(each, became=each.became if tells_outcomes else "", reviews=()) for each in clause.found)


def _review(clause: KeptClause, circle: Circle, consent: Consent) -> str:
    """How the officers of the circle's organisation stand to the clause; empty where nobody there reviews, or its owner did not agree that it is told."""
    if circle in {COUNTED, PUBLIC} or not clause.found or consent.wording in SAID_NOTHING_OF_REVIEWS:
        return ""
    return next((standing for each in clause.found for of, standing in each.reviews if of == circle.organisation), NOT_REVIEWED)


def _counter(clause: KeptClause, circle: Circle, consent: Consent) -> str:
    """The wording that was agreed instead, where the words of the clause may be read and its owner agreed that it is told."""
    may_read = Part.CLAUSES in SHOWN[consent.level] and circle not in {COUNTED, PUBLIC} and consent.wording not in SAID_NOTHING_OF_COUNTERS
    return clause.counter if may_read and clause.found else ""


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
