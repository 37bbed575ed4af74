"""Concepts as an author looks them up: what each means, what its doer does with a right, where it is written, and which rules use it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from contract_registry.core.rules.rule import patterns_of
from contract_registry.core.rules.rule_file import RuleFile
from contract_registry.core.rules.rulebook import Rulebook
from contract_registry.core.rules.vocabulary import Act


@dataclass(frozen=True, slots=True)
class KnownConcept:
    """A concept with its phrases by language, the `places` (file and line) it is written at, and the ids of the rules that speak of it."""

    name: str
    means: str
    act: Act
    places: tuple[str, ...]
    phrases: Mapping[str, tuple[str, ...]]
    rules: tuple[str, ...]


def known_concepts(files: Iterable[RuleFile], rulebook: Rulebook) -> tuple[KnownConcept, ...]:
    """Every concept of the vocabulary, in the order of the names."""
    places: dict[str, list[str]] = {}
    for file in files:
        for name in file.data["concepts"] if file.form == "vocabulary" else ():
            line = file.lines.get(("concepts", name))
            places.setdefault(name, []).append(f"{file.name}:{line}" if line else file.name)
    users: dict[str, dict[str, None]] = {}
    for rule in rulebook.rules:
        for _, pattern in patterns_of(rule):
            for name in pattern.concepts:
                users.setdefault(name, {})[rule.id] = None
    return tuple(
        KnownConcept(
            concept.name, concept.means, concept.act, tuple(places[concept.name]), concept.phrases, tuple(users.get(concept.name, ()))
        )
        for concept in rulebook.vocabulary.values()
    )


def speaks_of(concept: KnownConcept, words: str) -> tuple[str, ...]:
    """The phrases of `concept` that hold `words`, in small letters and between spaces; its name where only that or its meaning holds them."""
    wanted = f" {' '.join(words.lower().split())} "
    held = tuple(phrase for phrases in concept.phrases.values() for phrase in phrases if wanted in f" {phrase} ")
    told = f" {concept.name.replace('-', ' ')} {concept.means.lower()} "
    return held or ((concept.name,) if wanted in told else ())
