"""The words a rulebook listens for: the phrases of its vocabulary and the plain words of its patterns, put together in one tree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from contract_registry.core.rules.rule import patterns_of
from contract_registry.core.rules.rulebook import Rulebook
from contract_registry.core.scanning.language import Words, normal
from contract_registry.core.scanning.matchers import BUT_NOT
from contract_registry.core.scanning.phrase_tree import ANY, PhraseTree, folded, grown

_FOUND_BY_WORDS = frozenset({"any_of", "in_short_texts", "no_words"})
"""The fields of rules whose patterns wait for a sentence; all others are tried where one of these has been found."""
_OF_DOCUMENTS = frozenset({"document_says", "unclear_unless_about"})
_COMMON = len("=the")
"""Most words as short as this stand everywhere and tell little of where a pattern can be spoken."""


@dataclass(frozen=True, slots=True)
class SpokenWords:
    """What a rulebook listens for: the `tree` of the phrases of its vocabulary and of the plain words of its patterns.

    `quiet` are single plain words of patterns ("to", "not") by their normal form: they are heard only in a sentence in which something
    else of their pattern was heard, since they stand everywhere; they are not in the tree.
    """

    tree: PhraseTree
    quiet: Mapping[str, str]


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
    """The plain words that no pattern has to be found by, by their normal form.

    A pattern of plain words alone is found by all of its words but the shortest ("of", "the"), and where that leaves every step of it with a
    word that it would not be found by, by those of one step.
    What is asked of a whole document is asked before any sentence is read, and so by all of its words.
    """
    single: dict[str, str] = {}
    loud: set[str] = set()
    found_by: list[list[frozenset[str]]] = []
    for rule in rulebook.rules:
        for path, pattern in patterns_of(rule):
            names = frozenset(name for name in pattern.concepts if name.startswith("=") and len(words(name[1:])) == 1)
            single.update((normal(name[1:]), name) for name in sorted(names))
            if not _OF_DOCUMENTS.isdisjoint(path):
                loud |= names
            elif not _FOUND_BY_WORDS.isdisjoint(path):
                sequences = (sequence for part in pattern.parts for sequence in part)
                plain = (sequence for sequence in sequences if not any(step.concepts.isdisjoint(names) for step in sequence))
                found_by += ([step.concepts & names for step in sequence] for sequence in plain)
    loud |= {name for steps in found_by for step in steps for name in step if len(name) > _COMMON}
    for steps in sorted(found_by, key=len):
        loud |= min(steps, key=lambda step: len(step - loud))
    return {word: name for word, name in sorted(single.items()) if name not in loud}
