"""The small words context is read from: which concepts of the vocabulary play which part, and a unit with its words at hand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from contract_registry.core.rules.vocabulary import Act
from contract_registry.core.scanning.matching import ByConcept, by_concept
from contract_registry.core.scanning.mentions import PARTY, Mentions
from contract_registry.core.scanning.units import Heard, Unit, words_of

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
CREATOR_WORD = "creator-word"
ENGAGER_WORD = "engager-word"
THIRD_PARTY = "third-party"
POSSESSIVES = frozenset({"your", "our", "my", "its", "their", "his", "her", "'s", "s"})
"""Words that make the party before them an owner and not a doer."""

Side = Literal["creator", "engager", "third party", "unknown"]
_SIDES: dict[str, Side] = {
    PARTY["creator"]: "creator",
    PARTY["engager"]: "engager",
    PARTY["unknown"]: "unknown",
    CREATOR_WORD: "creator",
    ENGAGER_WORD: "engager",
    THIRD_PARTY: "third party",
}


@dataclass(frozen=True, slots=True)
class PartyMention:
    """A party spoken of: its side, its place in words, and whether it stands as an owner ("the Author's", "your")."""

    side: Side
    at: int
    until: int
    owns: bool
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Reading:
    """A unit with its words at hand: `words` in normal form, `marks` as (number of the word they stand before, mark).

    `given_at` holds the numbers of words that stand right behind an act of giving ("grants | the Company"): who stands there gets.
    """

    unit: Unit
    words: tuple[str, ...]
    marks: tuple[tuple[int, str], ...]
    heard: ByConcept
    parties: tuple[PartyMention, ...]
    given_at: frozenset[int] = frozenset()

    def said(self, *concepts: str) -> list[Heard]:
        """The mentions of these concepts in the order of the words."""
        return sorted(each for concept in concepts for each in self.heard.get(concept, ()))

    def word(self, at: int) -> str:
        """The word at `at`, empty outside the unit."""
        return self.words[at] if 0 <= at < len(self.words) else ""

    def marked(self, low: int, high: int, signs: str) -> bool:
        """Whether one of the punctuation `signs` stands before a word from `low` + 1 up to `high`."""
        return any(low < at <= high and mark in signs for at, mark in self.marks)


def read_unit(unit: Unit, mentions: Mentions, acts: Mapping[str, Act]) -> Reading:
    """`unit` with its words, marks and parties; `acts` says which concepts are acts of giving."""
    words, marks = words_of(unit, mentions)
    heard = by_concept(unit.heard)
    given_at = frozenset(each.until for each in unit.heard if acts.get(each.concept) == "gives")
    return Reading(unit, tuple(words), tuple(marks), heard, tuple(_parties(heard, words)), given_at)


def _parties(heard: ByConcept, words: list[str]) -> list[PartyMention]:
    """The parties of the unit; where the document's own names and general words overlap, the document's own count."""
    found: list[PartyMention] = []
    taken: set[int] = set()
    for concept, side in _SIDES.items():
        for each in heard.get(concept, ()):
            if taken.isdisjoint(range(each.at, each.until)):
                taken.update(range(each.at, each.until))
                last, after = words[each.until - 1], words[each.until] if each.until < len(words) else ""
                owns = last in POSSESSIVES or after in {"'s", "s"}
                found.append(PartyMention(side, each.at, each.until, owns, each.start, each.end))
    return sorted(found, key=lambda party: party.at)
