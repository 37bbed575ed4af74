"""Mentions: every place where a concept, a party, a defined term or a quantity is spoken of, over a whole document at once."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import NamedTuple

import numpy as np

from contract_registry.core.clauses.going_on import cut_sentences
from contract_registry.core.clauses.tree import Clauses, Definition
from contract_registry.core.scanning.company_names import ai_names, field_names
from contract_registry.core.scanning.counted import counted_in
from contract_registry.core.scanning.language import Words
from contract_registry.core.scanning.listed import listed_elsewhere
from contract_registry.core.scanning.matchers import BUT_NOT, Columns, Numbers, PhraseFinder, Said, Tokens
from contract_registry.core.scanning.phrase_tree import ANY, grown
from contract_registry.core.text import Span

PARTY = {"creator": "@creator", "engager": "@engager", "unknown": "@party"}
TERM = "@term:"
CHUNK = 100_000
_CONCEPTS = attrgetter("concepts")
_NOWHERE: frozenset[int] = frozenset()
_TITLE = ["terms", "of"]
"""What a defined word stands behind in the name of a document ("Terms of Use")."""


class Mention(NamedTuple):
    """A concept spoken of from token `first` up to (not including) token `last`."""

    first: int
    last: int
    concept: str


@dataclass(frozen=True, slots=True)
class Mentions:
    """What is said in a document in the order of the text, with its tokens and the worth of each quantity by its first token.

    `firsts` are the first tokens of what is said, and `groups` which of `concepts` each speaks of.
    `terms` are the defined terms, each by its first definition, and `meanings` what all its definitions together say.
    `counts` says how often each concept is said; words that say it twice over ("all rights" in "all rights reserved") count twice.
    """

    tokens: Tokens
    said: tuple[Said, ...]
    firsts: Numbers
    groups: Numbers
    concepts: tuple[tuple[str, ...], ...]
    counts: Mapping[str, int]
    worth: Mapping[tuple[int, str], float]
    terms: tuple[Definition, ...]
    meanings: tuple[tuple[Span, ...], ...]

    def within(self, span: Span, only: frozenset[str] | None = None) -> list[Mention]:
        """The mentions that lie wholly inside `span`, of overlapping ones of one concept the longest; of concepts `only`, where given."""
        return _longest(self.said_in(span), only)

    def concepts_in(self, span: Span) -> set[str]:
        """The concepts said inside `span`."""
        return set().union(*{id(concepts): concepts for concepts in map(_CONCEPTS, self.said_in(span))}.values())

    def token_range(self, span: Span) -> tuple[int, int]:
        """The tokens that begin inside `span`: the first, and the one after the last."""
        first = bisect_left(self.tokens.starts, span.start)
        return first, bisect_left(self.tokens.starts, span.end, first)

    def said_in(self, span: Span) -> list[Said]:
        """The phrases that are said wholly inside `span`."""
        first, last = self.token_range(span)
        low = bisect_left(self.said, (first,))
        high = bisect_left(self.said, (last,), low)
        return [said for said in self.said[low:high] if said[1] <= last]


def find_mentions(clauses: Clauses, words: Words, vocabulary: PhraseFinder) -> Mentions:
    """Every mention in the document of `clauses`: one pass for the vocabulary, one for its own parties and defined terms."""
    text = clauses.document.text
    defined = (*clauses.definitions, *listed_elsewhere(clauses))
    terms = tuple({definition.term: definition for definition in reversed(defined)}.values())[::-1]
    own = PhraseFinder(grown(words, ((name, ANY, said) for name, said in _own_phrases(clauses, terms).items())))
    tokens = Tokens()
    for chunk in _chunks(clauses):
        tokens.add(words(chunk.of(text)), chunk.start)
    tokens.leave_out([cut.between for cut in cut_sentences(text, clauses.clauses)])
    counted = tuple(counted_in(text, tokens))
    named = own(tokens).said()
    called = (each for each in named if not each.concepts[0].startswith(TERM))
    fields = field_names(tokens) if "_" in text else ()
    said = _outside_names(as_meant(vocabulary(tokens)), (*called, *ai_names(text, tokens), *fields))
    for each in named:
        if tokens.norms[max(each.first - 2, 0) : each.first] == _TITLE:
            continue
        names = tuple(name for name in each.concepts if _is_name(text[tokens.starts[each.first] : tokens.ends[each.last - 1]], name))
        if names:
            said.append(each if names == each.concepts else each._replace(concepts=names))
    of_unit = {each.unit: (f"#{each.unit}",) for each in counted}
    said += [Said(each.first, each.last, of_unit[each.unit]) for each in counted]
    said.sort()
    worth: dict[tuple[int, str], float] = {(each.first, each.unit): each.worth for each in counted}
    meanings: dict[str, list[Span]] = {}
    for definition in defined:
        meanings.setdefault(definition.term, []).append(definition.meaning)
    firsts = np.fromiter((each.first for each in said), np.int64, len(said))
    groups, concepts = _grouped(said)
    counts = _counted(groups, concepts)
    return Mentions(tokens, tuple(said), firsts, groups, concepts, counts, worth, terms, tuple(tuple(meanings[one.term]) for one in terms))


def as_meant(said: Columns) -> list[Said]:
    """`said` without the concepts that stand inside a phrase in which their words do not mean them: "copyright" in "the Copyright Act"."""
    meanings = {number: said.concepts[number] for number in np.unique(said.meanings).tolist()}
    phrases = {number for number, names in meanings.items() if any(name.startswith(BUT_NOT) for name in names)}
    if not phrases:
        return said.said()
    unmeant: dict[str, set[int]] = {}
    for each in said.said(np.isin(said.meanings, list(phrases))):
        for name in each.concepts:
            if name.startswith(BUT_NOT):
                unmeant.setdefault(name.removeprefix(BUT_NOT), set()).update(range(each.first, each.last))
    places = set().union(*unmeant.values())
    touched = phrases | {number for number, names in meanings.items() if not unmeant.keys().isdisjoint(names)}
    may_go = np.isin(said.meanings, list(touched))
    kept = said.said(~may_go)
    one_of: dict[tuple[str, ...], tuple[str, ...]] = {}
    for first, last, concepts in said.said(may_go):
        place = range(first, last)
        names = tuple(
            name
            for name in concepts
            if not name.startswith(BUT_NOT) and not (first in places and unmeant.get(name, _NOWHERE).issuperset(place))
        )
        if names:
            kept.append(Said(first, last, one_of.setdefault(names, names)))
    return kept


def _outside_names(said: list[Said], names: Iterable[Said]) -> list[Said]:
    """`said` without what lies inside a name of several words, or begins in one: the "AI" of "Mistral AI Products" is no artificial intelligence."""
    inside: dict[int, tuple[int, int]] = {}
    for each in names:
        if each.last - each.first > 1:
            inside.update((number, (each.first, each.last)) for number in range(each.first, each.last))
    return [each for each in said if each.first not in inside or _goes_beyond(each, *inside[each.first])] if inside else said


def _goes_beyond(said: Said, first: int, last: int) -> bool:
    return said.first == first and said.last > last


def _grouped(said: Sequence[Said]) -> tuple[Numbers, tuple[tuple[str, ...], ...]]:
    """By phrase the number of the concepts that it speaks of, and those concepts by their number; most phrases share theirs with others."""
    every = list(map(_CONCEPTS, said))
    _, at, groups = np.unique(np.fromiter(map(id, every), np.int64, len(every)), return_index=True, return_inverse=True)
    return groups, tuple(every[first] for first in at.tolist())


def _counted(groups: Numbers, concepts: Sequence[tuple[str, ...]]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for names, times in zip(concepts, np.bincount(groups, minlength=len(concepts)).tolist(), strict=True):
        for concept in names:
            counts[concept] = counts.get(concept, 0) + times
    return counts


def _own_phrases(clauses: Clauses, terms: tuple[Definition, ...]) -> dict[str, list[str]]:
    phrases: dict[str, list[str]] = {}
    for party in clauses.parties:
        phrases.setdefault(PARTY[party.role], []).extend(name for name in (party.name, *party.aliases) if name)
    for number, definition in enumerate(terms):
        phrases.setdefault(f"{TERM}{number}", []).append(definition.term)
    return phrases


def _is_name(said: str, name: str) -> bool:
    """Whether words said are the party or term and not a common word: "US" is no pronoun, "work" not the defined "Work"."""
    if said == "US":
        return False
    return not name.startswith(TERM) or said[:1].isupper() or not said[:1].isalpha() or said[-1:].isdigit()


def _chunks(clauses: Clauses) -> Iterable[Span]:
    """The whole text in stretches of about CHUNK characters, cut between blocks."""
    length = len(clauses.document.text)
    start = 0
    for block in clauses.document.blocks:
        if block.span.end - start >= CHUNK:
            yield Span(start, block.span.end)
            start = block.span.end
    if start < length:
        yield Span(start, length)


def _longest(said: Iterable[Said], only: frozenset[str] | None) -> list[Mention]:
    """Of overlapping mentions of one concept only the longest (the first of equals); `said` is sorted, and so is what comes back."""
    kept: list[Mention | None] = []
    place: dict[str, int] = {}
    for first, last, concepts in said:
        for concept in concepts if only is None else filter(only.__contains__, concepts):
            at = place.get(concept)
            before = kept[at] if at is not None else None
            if before is not None and at is not None and first < before.last:
                if last - first <= before.last - before.first:
                    continue
                kept[at] = None
            place[concept] = len(kept)
            kept.append(Mention(first, last, concept))
    return [mention for mention in kept if mention is not None]
