"""Since when a template names AI: each sentence that does, with what the rules say of it, and what may mean AI without naming it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from contract_registry.core.clauses.language_profiles import SMALL_WORDS
from contract_registry.core.comparing.compare import Edition
from contract_registry.core.comparing.passages import Passage, at, passages_of
from contract_registry.core.comparing.wording import letters_of
from contract_registry.core.scanning.findings import Finding
from contract_registry.core.scanning.mentions import Mentions
from contract_registry.core.text import Span, covering

NAMES_AI = "ai"
"""The concept by which a sentence names AI."""
OF_CREATORS = frozenset({"@creator", "creator-word", "creators-work"})
"""The concepts by which a sentence speaks of those who bring the work, or of the work: deepfakes that nobody may spread are none of it."""
MEANS = {"finding": "harm", "unclear": "unclear", "protection": "protects"}
FEWEST_SMALL, SMALL_SHARE = 2, 0.12
"""A sentence has at least so many small words ("the", "of"), and they are such a part of it: a row of links has hardly any."""

Said = Literal["harm", "unclear", "protects", "nothing"]
"""What the rules say of a sentence on AI: that it harms, that they cannot tell, that it protects; nothing."""


@dataclass(frozen=True, slots=True)
class AiSentence:
    """A sentence at `span`, in the clause with this index; `findings` are what the rules say of AI in it, `is_named` whether it names AI."""

    span: Span
    clause: int
    letters: str
    findings: tuple[Finding, ...]
    is_named: bool

    @property
    def says(self) -> tuple[Said, ...]:
        """What the rules say of it, the gravest first."""
        said = {MEANS[finding.outcome] for finding in self.findings}
        return tuple(each for each in ("harm", "unclear", "protects") if each in said) or ("nothing",)


@dataclass(frozen=True, slots=True)
class AiEntry:
    """The edition, by its place, in which AI wording entered, and its sentences there that were not in any edition before."""

    at: int
    sentences: tuple[AiSentence, ...]


@dataclass(frozen=True, slots=True)
class AiWording:
    """`named` is where AI is named first, `hidden` where words entered that may mean AI and do not name it; `entries` all editions with new ones."""

    entries: tuple[AiEntry, ...]
    counts: tuple[int, ...]

    @property
    def named(self) -> AiEntry | None:
        return self._first(is_named=True)

    @property
    def hidden(self) -> AiEntry | None:
        return self._first(is_named=False)

    def _first(self, *, is_named: bool) -> AiEntry | None:
        for entry in self.entries:
            sentences = tuple(each for each in entry.sentences if each.is_named is is_named)
            if sentences:
                return AiEntry(entry.at, sentences)
        return None


def ai_wording(editions: Sequence[Edition], mentions: Sequence[Mentions], types: Collection[str]) -> AiWording:
    """Where AI wording entered; `mentions` are those of each edition, `types` the types of harm by AI."""
    seen: set[str] = set()
    entries, counts = [], []
    for place, (edition, said) in enumerate(zip(editions, mentions, strict=True)):
        sentences = list(sentences_on_ai(edition, said, types))
        fresh = {each.letters: each for each in reversed(sentences) if each.letters not in seen}
        if fresh:
            entries.append(AiEntry(place, tuple(reversed(fresh.values()))))
        seen |= fresh.keys()
        counts.append(sum(each.is_named for each in sentences))
    return AiWording(tuple(entries), tuple(counts))


def sentences_on_ai(edition: Edition, mentions: Mentions, types: Collection[str]) -> Iterator[AiSentence]:
    """Every sentence of the edition that names AI, or of which a rule on AI speaks, in the order of the text; headings and rows of links are none."""
    passages = passages_of(edition.clauses)
    spoken = _spoken_on(edition, passages, types)
    for passage in passages:
        findings = spoken.get(passage.index, ())
        concepts = mentions.concepts_in(passage.span)
        is_named = NAMES_AI in concepts
        if findings or (is_named and not concepts.isdisjoint(OF_CREATORS) and is_sentence(passage, edition.clauses.language)):
            span = covering([passage.span, *(finding.focus for finding in findings)])
            yield AiSentence(span, passage.clause, letters_of(passage.words), findings, is_named)


def is_sentence(passage: Passage, language: str) -> bool:
    """Whether a passage says something: no heading, no date, no row of links around the terms on their page."""
    small = SMALL_WORDS.get(language, SMALL_WORDS["en"])
    count = sum(word.letters in small for word in passage.words)
    return not passage.is_heading and count >= FEWEST_SMALL and count >= SMALL_SHARE * len(passage.words)


def _spoken_on(edition: Edition, passages: Sequence[Passage], types: Collection[str]) -> Mapping[int, tuple[Finding, ...]]:
    """What the rules say of AI, by the index of the passage with the words that decided."""
    found: dict[int, tuple[Finding, ...]] = {}
    for finding in edition.findings:
        if finding.type in types or finding.about in types:
            for passage in at(passages, finding.focus)[:1] or at(passages, finding.quote)[:1]:
                found[passage.index] = (*found.get(passage.index, ()), finding)
    return found
