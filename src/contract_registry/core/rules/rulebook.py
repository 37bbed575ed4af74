"""A rulebook: packs of rules and the vocabularies they speak in, with a fingerprint of it all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from contract_registry.core.rules.rule import Rule
from contract_registry.core.rules.vocabulary import Concept


@dataclass(frozen=True, slots=True)
class Signs:
    """What in a document shows a sector: that it speaks of `at_least` so many of the concepts `ideas`, or is of one of `document_kinds`."""

    ideas: tuple[str, ...] = ()
    at_least: int = 2
    document_kinds: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack of rules of one sector (or `common`): whose it is, its version and date, the packs it includes, what shows its sector."""

    id: str
    title: str
    version: str
    date: str
    sectors: frozenset[str] = frozenset()
    languages: frozenset[str] = frozenset({"en"})
    includes: tuple[str, ...] = ()
    owner: str = ""
    shown_by: Signs | None = None


@dataclass(frozen=True, slots=True)
class ClauseType:
    """A kind of clause that unions search by: its id, what it is called, and what such a clause does.

    `implies` are the types that say nothing new where the same words say this one.
    """

    id: str
    title: str
    means: str
    implies: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Rulebook:
    """Every rule that can speak. `date` is the newest pack's date, `fingerprint` the sha256 over all rules and vocabularies.

    `types` is the list of types, empty where the folder of rules has none.
    """

    packs: tuple[Pack, ...]
    rules: tuple[Rule, ...]
    vocabulary: Mapping[str, Concept]
    date: str
    fingerprint: str
    types: Mapping[str, ClauseType] = field(default_factory=dict)

    def rule(self, rule_id: str) -> Rule | None:
        """The rule of this id, None when there is none."""
        return next((rule for rule in self.rules if rule.id == rule_id), None)
