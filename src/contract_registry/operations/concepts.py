"""Which concepts of the vocabulary say some words: the ones that a scan hears in them, and the ones that only speak of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from contract_registry.core.rules.concepts import KnownConcept, known_concepts, speaks_of
from contract_registry.core.rules.rulebook import Rulebook
from contract_registry.operations.light_spacy import light_spacy
from contract_registry.operations.rules import rulebook_in


@dataclass(frozen=True, slots=True)
class Said:
    """A concept, and the words by which it is said: of those that were asked for where it was heard, else of its own."""

    concept: KnownConcept
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LookedUp:
    """What a look into the vocabulary found: concepts `heard` in the words, in their order there, and those `near` that only speak of them."""

    words: str
    heard: tuple[Said, ...]
    near: tuple[Said, ...]


def look_up(folder: Path, words: str) -> LookedUp:
    """The concepts that say `words`, or a part of them; all as `near` where there are no words. InvalidRules where there is no rulebook."""
    files, rulebook = rulebook_in(folder, from_sources=True, even_unwritten=True)
    known = {concept.name: concept for concept in known_concepts(files, rulebook)}
    if not words.strip():
        return LookedUp("", (), tuple(Said(concept, ()) for concept in known.values()))
    heard = _heard(words, rulebook)
    rest = (concept for name, concept in known.items() if name not in heard)
    near = tuple(Said(concept, held) for concept in rest if (held := speaks_of(concept, words)))
    return LookedUp(words, tuple(Said(known[name], said) for name, said in heard.items()), near)


def _heard(words: str, rulebook: Rulebook) -> Mapping[str, tuple[str, ...]]:
    """The words in which each concept is heard, by its name, in the order of the words, as a scan in any language would hear them."""
    with light_spacy():
        from contract_registry.core.clauses.segment import segment
        from contract_registry.core.scanning.cases import document_of
        from contract_registry.core.scanning.mentions import find_mentions
        from contract_registry.core.scanning.prepare import prepare
    scanner = prepare(rulebook)
    languages = {language for concept in rulebook.vocabulary.values() for language in concept.phrases}
    mentions = find_mentions(segment(document_of(words)), scanner.words, scanner.vocabulary(languages))
    heard: dict[str, dict[str, None]] = {}
    for first, last, names in mentions.said:
        for name in names:
            if name in rulebook.vocabulary:
                said = words[mentions.tokens.starts[first] : mentions.tokens.ends[last - 1]]
                heard.setdefault(name, {})[said] = None
    return {name: tuple(said) for name, said in heard.items()}
