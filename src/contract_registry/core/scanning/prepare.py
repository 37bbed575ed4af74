"""A rulebook made ready to scan with: its vocabulary as phrase finders by language, its patterns with what they wait for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain

from contract_registry.core.rules.rule import patterns_of
from contract_registry.core.rules.rulebook import Rulebook
from contract_registry.core.rules.vocabulary import Act
from contract_registry.core.scanning.context.cues import ALWAYS_HEARD
from contract_registry.core.scanning.language import Words, normal
from contract_registry.core.scanning.matchers import BUT_NOT, PhraseFinder
from contract_registry.core.scanning.phrase_tree import ANY, PhraseTree, folded, grown
from contract_registry.core.scanning.waiting import WaitingList, waiting_of


@dataclass(frozen=True, slots=True)
class SpokenWords:
    """What a rulebook listens for: the `tree` of the phrases of its vocabulary and of the plain words of its patterns.

    `quiet` are single plain words of patterns ("to", "not") by their normal form: they are heard only in a sentence in which something
    else of their pattern was heard, since they stand everywhere; they are not in the tree.
    """

    tree: PhraseTree
    quiet: Mapping[str, str]


@dataclass(frozen=True)
class Scanner:
    """A rulebook with its words at the ready; it serves any number of scans.

    `always_heard` are the concepts that the context of every sentence is read by, whatever the rules listen for. `only`, where it names
    rules, lets no other speak.
    """

    rulebook: Rulebook
    words: Words
    spoken: SpokenWords
    acts: Mapping[str, Act]
    always_heard: frozenset[str]
    only: frozenset[str] = frozenset()
    _finders: dict[tuple[str, ...], PhraseFinder] = field(default_factory=dict)

    @property
    def quiet(self) -> Mapping[str, str]:
        """The plain words that stand everywhere, by their normal form."""
        return self.spoken.quiet

    def vocabulary(self, languages: Iterable[str]) -> PhraseFinder:
        """What finds the phrases of these languages, and the plain words of the patterns; made when first asked for."""
        spoken = tuple(sorted(set(languages)))
        if spoken not in self._finders:
            self._finders[spoken] = PhraseFinder(self.spoken.tree, spoken)
        return self._finders[spoken]

    @cached_property
    def waiting(self) -> WaitingList:
        """The patterns of all rules; sorted when first asked for, what few of them need counting as rare."""
        quiet = frozenset(self.quiet.values())
        waiting = [each for rule in self.rulebook.rules for each in waiting_of(rule, quiet)]
        return WaitingList(waiting, Counter(chain.from_iterable(chain(each.spoken_of, *each.quiet_needs) for each in waiting)))


def prepare(rulebook: Rulebook, spoken: SpokenWords | None = None) -> Scanner:
    """The scanner of `rulebook`; `spoken` are its words where they were put together beforehand, which takes most of a second."""
    words = Words()
    acts = {concept.name: concept.act for concept in rulebook.vocabulary.values() if concept.act}
    giving = {name for name, act in acts.items() if act in {"gives", "lets"}}
    return Scanner(rulebook, words, spoken or spoken_words(rulebook, words), acts, ALWAYS_HEARD.union(giving))


def spoken_words(rulebook: Rulebook, words: Words) -> SpokenWords:
    """Every phrase of the vocabulary and every plain word of the patterns; the same for the same rulebook, to the order of the words."""
    quiet = _quiet_words(rulebook, words)
    return SpokenWords(folded(grown(words, _phrases(rulebook, frozenset(quiet.values())))), quiet)


def _phrases(rulebook: Rulebook, quiet: frozenset[str]) -> Iterator[tuple[str, str, Iterable[str]]]:
    """Every phrase of the vocabulary by concept and language, and every plain word or phrase of the patterns that is not quiet."""
    for concept in rulebook.vocabulary.values():
        for language, ways in concept.phrases.items():
            yield concept.name, language, ways
        for language, ways in (concept.but_not or {}).items():
            yield f"{BUT_NOT}{concept.name}", language, ways
    literals = {literal for rule in rulebook.rules for _, pattern in patterns_of(rule) for literal in pattern.literals}
    yield from ((f"={literal}", ANY, (literal,)) for literal in sorted(literals) if f"={literal}" not in quiet)


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
    return {word: name for word, name in sorted(single.items()) if name not in loud}
