"""The small words context is read from: which concepts of the vocabulary play which part, and a unit with its words at hand."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from contract_registry.core.rules.vocabulary import Act
from contract_registry.core.scanning.context.ownership import CREATORS_WORK, ENGAGERS_OWN, WORK_NOUN
from contract_registry.core.scanning.context.parties import (
    CREATOR_WORD,
    ENGAGER_WORD,
    SIDES_FROM,
    THIRD_PARTY,
    PartyMention,
)
from contract_registry.core.scanning.matching import ByConcept
from contract_registry.core.scanning.mentions import PARTY
from contract_registry.core.scanning.units import Heard, Unit

NEGATES = "negates"
NO_NEGATION = "no-negation"
WITHOUT = "without"
RESTRAINS = "restrains"
EXCEPTS = "excepts"
UNLESS = "unless"
CONTRASTS = "contrasts"
MODAL = "modal"
WARRANTS = "warrants"
INFRINGES = "infringes"
EXAMPLE = "gives-example"
RECITAL = "recites"
MEANS = "means"
ENTITLED = "entitled"
LEAVE = "leave-asked"
"""The creator's leave, by which rules except what is done only with it."""
GRAMMAR = frozenset(
    {NEGATES, NO_NEGATION, WITHOUT, RESTRAINS, EXCEPTS, UNLESS, CONTRASTS, MODAL, WARRANTS, INFRINGES, EXAMPLE, RECITAL, MEANS}
)
GRAMMAR |= {CREATOR_WORD, ENGAGER_WORD, THIRD_PARTY, WORK_NOUN, "makes"}
"""Concepts that say how words stand to each other; they mean nothing through a definition."""
ALWAYS_HEARD = GRAMMAR | {LEAVE} | {name for names in SIDES_FROM.values() for name in names} | {PARTY["unknown"]}
"""Concepts that every reading of a unit may need, whatever the rules listen for."""
FOLLOWED = frozenset({WORK_NOUN, RESTRAINS}).union(*SIDES_FROM.values())
"""Concepts out of which others may be worked out (see `following_from`)."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A unit with its words at hand: `words` in normal form, `marks` as (number of the word they stand before, mark).

    `given_at` holds the numbers of words that stand right behind an act of giving ("grants | the Company"): who stands there gets.
    `leaves` are the acts of giving leave ("licenses", "permits"): who gets it does what comes after.
    `brackets` are the stretches of words inside round brackets. `acts` says which concepts are acts, and of what kind.
    `statements` are the numbers of the words at which a new statement begins.
    `plain` holds what the words themselves say, and of what they say through defined terms only whose work is meant.
    """

    unit: Unit
    words: tuple[str, ...]
    marks: tuple[tuple[int, str], ...]
    heard: ByConcept
    parties: tuple[PartyMention, ...]
    given_at: frozenset[int] = frozenset()
    leaves: tuple[Heard, ...] = ()
    plain: ByConcept = field(default_factory=ByConcept)
    brackets: tuple[tuple[int, int], ...] = ()
    acts: Mapping[str, Act] = field(default_factory=dict)
    statements: tuple[int, ...] = ()

    def said(self, *concepts: str) -> list[Heard]:
        """The mentions of these concepts in the order of the words."""
        return sorted(each for concept in concepts for each in self.heard.get(concept, ()))

    def word(self, at: int) -> str:
        """The word at `at`, empty outside the unit."""
        return self.words[at] if 0 <= at < len(self.words) else ""

    def is_aside(self, at: int, act_at: int) -> bool:
        """Whether the word at `at` stands in brackets that do not hold the word at `act_at`, so that it says nothing about it."""
        return any(low <= at < high and not low <= act_at < high for low, high in self.brackets)

    def marked(self, low: int, high: int, signs: str) -> bool:
        """Whether one of the punctuation `signs` stands before a word from `low` + 1 up to `high`."""
        first, last = bisect_left(self.marks, (low + 1,)), bisect_left(self.marks, (high + 1,))
        return any(mark in signs for _, mark in self.marks[first:last])


def following_from(concepts: AbstractSet[str]) -> set[str]:
    """The concepts that may be worked out of a unit that speaks of `concepts`."""
    parties = {side for side, names in SIDES_FROM.items() if not concepts.isdisjoint(names)}
    return parties | ({CREATORS_WORK, ENGAGERS_OWN} if WORK_NOUN in concepts else set()) | ({ENTITLED} if RESTRAINS in concepts else set())
