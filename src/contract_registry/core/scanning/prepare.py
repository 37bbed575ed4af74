"""A rulebook made ready to scan with: its vocabulary as one phrase finder, its patterns sorted by the concepts they wait for."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field

from contract_registry.core.rules.patterns import Pattern
from contract_registry.core.rules.rule import Rule, patterns_of
from contract_registry.core.rules.rulebook import Rulebook
from contract_registry.core.rules.vocabulary import Act
from contract_registry.core.scanning.language import Words, normal
from contract_registry.core.scanning.matchers import PhraseFinder


@dataclass(frozen=True, slots=True)
class Scanner:
    """A rulebook with its words at the ready. Making one costs about a tenth of a second; it serves any number of scans.

    `quiet` are single plain words of patterns ("to", "not") by their normal form: they are heard only in a sentence in which
    something else of their pattern was heard, since they stand everywhere. `only`, where it names rules, lets no other speak.
    """

    rulebook: Rulebook
    words: Words
    acts: Mapping[str, Act]
    quiet: Mapping[str, str]
    only: frozenset[str] = frozenset()
    _finders: dict[tuple[str, ...], PhraseFinder] = field(default_factory=dict)

    def vocabulary(self, languages: Iterable[str]) -> PhraseFinder:
        """What finds the phrases of these languages, and the plain words of the patterns; made when first asked for."""
        spoken = tuple(sorted(set(languages)))
        if spoken not in self._finders:
            self._finders[spoken] = PhraseFinder(self.words, _phrases(self.rulebook, spoken, frozenset(self.quiet.values())))
        return self._finders[spoken]


def prepare(rulebook: Rulebook) -> Scanner:
    """The scanner of `rulebook`."""
    words = Words()
    acts = {concept.name: concept.act for concept in rulebook.vocabulary.values() if concept.act}
    return Scanner(rulebook, words, acts, _quiet_words(rulebook, words))


def _phrases(rulebook: Rulebook, languages: tuple[str, ...], quiet: frozenset[str]) -> dict[str, list[str]]:
    """Every phrase of the vocabulary in these languages, and every plain word or phrase of the patterns that is not quiet, by concept."""
    phrases = {
        concept.name: [way for language in languages for said in concept.phrases.get(language, ()) for way in hyphenations(said)]
        for concept in rulebook.vocabulary.values()
    }
    for rule in rulebook.rules:
        for _, pattern in patterns_of(rule):
            phrases.update((f"={literal}", list(hyphenations(literal))) for literal in pattern.literals if f"={literal}" not in quiet)
    return phrases


def _quiet_words(rulebook: Rulebook, words: Words) -> dict[str, str]:
    """The plain words that no pattern has to be found by, by their normal form."""
    single: dict[str, str] = {}
    loud: set[str] = set()
    for rule in rulebook.rules:
        for _, pattern in patterns_of(rule):
            names = {name for name in pattern.concepts if name.startswith("=") and len(words(name[1:])) == 1}
            single.update((normal(name[1:]), name) for name in sorted(names))
            for sequence in (sequence for part in pattern.parts for sequence in part):
                if not any(step.concepts.isdisjoint(names) for step in sequence):
                    loud |= {name for step in sequence for name in step.concepts}
    return {word: name for word, name in single.items() if name not in loud}


def hyphenations(phrase: str) -> Iterable[str]:
    """A phrase as written, with its hyphens as spaces, and with its spaces as hyphens: "royalty-free" is also "royalty free"."""
    yield phrase
    if "-" in phrase:
        yield phrase.replace("-", " ")
    if " " in phrase and all(part.isalpha() for part in phrase.replace("-", " ").split()):
        yield phrase.replace(" ", "-")


@dataclass(frozen=True, slots=True, eq=False)
class Waiting:
    """A pattern of a rule, waiting for one concept to be spoken.

    In a unit that speaks it, one of each of `needs` is spoken: concepts by name, quiet words in their normal form.
    """

    rule: Rule
    pattern: Pattern
    needs: tuple[frozenset[str], ...]

    def is_possible(self, spoken: Container[str]) -> bool:
        """Whether a unit that speaks of `spoken` could speak the pattern."""
        return all(any(name in spoken for name in need) for need in self.needs)


def waiting_patterns(
    rules: Iterable[Rule], counts: Mapping[str, int], said: Container[str], quiet: Mapping[str, str]
) -> dict[str, list[Waiting]]:
    """The patterns that this document could speak, each under the rarest of the concepts it needs.

    A pattern that needs a concept which the document never mentions (`counts`), or a plain word it never says (`said`), is left out,
    so the cost of a scan follows what the document says.
    """
    norms = {name: word for word, name in quiet.items()}
    index: dict[str, list[Waiting]] = {}
    for rule in rules:
        if not rule.looks_for:
            continue
        for pattern in rule.looks_for.patterns:
            needs = _needs(pattern, norms)
            if not all(any(counts.get(name) or name in said for name in need) for need in needs):
                continue
            for anchor in _anchors(pattern, counts, norms):
                index.setdefault(anchor, []).append(Waiting(rule, pattern, needs))
    return index


def _needs(pattern: Pattern, norms: Mapping[str, str]) -> tuple[frozenset[str], ...]:
    """Of each step that every way of the pattern has: what of which one must be spoken."""
    steps = [step.concepts for part in pattern.parts if len(part) == 1 for step in part[0]]
    return tuple(frozenset(norms.get(name, name) for name in concepts) for concepts in steps)


def _anchors(pattern: Pattern, counts: Mapping[str, int], quiet: Container[str]) -> frozenset[str]:
    """The concepts of which at least one is in every unit that speaks the pattern; none when the document cannot speak it."""
    best: tuple[int, frozenset[str]] | None = None
    for part in pattern.parts:
        heard: set[str] = set()
        for sequence in part:
            needed = [
                (sum(counts.get(name, 0) for name in step.concepts), step.concepts)
                for step in sequence
                if not any(name in quiet for name in step.concepts)
            ]
            rarest, concepts = min(needed, key=lambda each: (each[0], sorted(each[1])))
            if rarest:
                heard |= {name for name in concepts if counts.get(name)}
        if not heard:
            return frozenset()
        total = sum(counts[name] for name in heard)
        if best is None or total < best[0]:
            best = (total, frozenset(heard))
    return best[1] if best else frozenset()
