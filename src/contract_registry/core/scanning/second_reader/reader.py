"""The second reader at work: sentences in, the likelihood of harm of each family out, worked out in whole numbers."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from contract_registry.core.scanning.second_reader.sentence import Sentence
from contract_registry.core.scanning.second_reader.signs import signs_of

UNIT = 1_000
"""What a weight of one is written as."""
STEPS = 100
"""Scores are whole hundredths."""
HALF = 0.5
"""A finding of the rules with a lower score becomes a question."""


@dataclass(frozen=True, slots=True)
class Sign:
    """What is known of a sign: how rare it is, squared, and how much it speaks for harm of each family, both in thousandths."""

    rarity: int
    speaks_for: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Learnt:
    """What the reader has learnt: what is known of a sign (None of most), and how it is inclined, for each family, before it has read a word."""

    known: Callable[[str], Sign | None]
    inclined: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Types:
    """What tells the types of one family apart: how much a sign speaks for each of them, and how the reader is inclined before it has read a word."""

    names: tuple[str, ...]
    known: Callable[[str], Mapping[str, int]]
    inclined: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Proposes:
    """What the reader proposes of a family where no rule speaks: a finding from the leaning `finds`, a question from `asks`, in thousandths.

    `heeds_rules` leaves alone what a rule of the family heard and let pass for its context (denied, the other way round, excepted).
    """

    finds: int
    asks: int
    heeds_rules: bool = False


@dataclass(frozen=True)
class SecondReader:
    """A reader that weighs the signs of a sentence. `learnt` and `types` are asked for when the first sentence is read, or the first type wanted.

    `proposes` says of which families it speaks of its own accord, and how sure it must be.
    """

    version: str
    families: tuple[str, ...]
    learnt: Callable[[], Learnt]
    proposes: Mapping[str, Proposes] = field(default_factory=dict)
    types: Callable[[], Mapping[str, Types]] = dict

    def scores(self, sentence: Sentence) -> dict[str, float]:
        """How likely a finding of each family is right in this sentence, from 0 to 1 in hundredths; the same on every machine."""
        return {family: likelihood(leaning) for family, leaning in self.leanings(sentence).items()}

    def leanings(self, sentence: Sentence) -> dict[str, float]:
        """How far the sentence leans to harm of each family, in thousandths, 0 where it leans neither way: what scores are told from."""
        known = [sign for _, sign in self._known(sentence)]
        length = _length(known)
        sums = (sum(sign.speaks_for[at] for sign in known) for at in range(len(self.families)))
        leanings = (each * UNIT / length + inclined for each, inclined in zip(sums, self._learnt.inclined, strict=True))
        return dict(zip(self.families, leanings, strict=True))

    def strongest(self, sentence: Sentence, family: str) -> list[str]:
        """The signs of the sentence that speak for harm of `family`, the strongest first."""
        at = self.families.index(family)
        speaks = [(sign.speaks_for[at], name) for name, sign in self._known(sentence) if sign.speaks_for[at] > 0]
        return [name for _, name in sorted(speaks, key=lambda each: (-each[0], each[1]))]

    def type_of(self, sentence: Sentence, family: str) -> str:
        """The type of `family` that the sentence is most like; empty where the reader cannot tell types of that family apart."""
        types = self.types().get(family)
        if types is None:
            return ""
        length = _length([sign for _, sign in self._known(sentence)])
        leanings = {name: types.inclined[name] * length / UNIT for name in types.names}
        for sign, _ in self._known(sentence):
            for name, speaks in types.known(sign).items():
                if name in leanings:
                    leanings[name] += speaks
        return max(types.names, key=lambda name: (leanings[name], name))

    @cached_property
    def _learnt(self) -> Learnt:
        return self.learnt()

    def _known(self, sentence: Sentence) -> Iterator[tuple[str, Sign]]:
        for name in sorted(signs_of(sentence)):
            if sign := self._learnt.known(name):
                yield name, sign


def likelihood(leaning: float) -> float:
    """The likelihood that a leaning in thousandths stands for, in hundredths."""
    return round(STEPS / (1 + math.exp(-min(max(leaning / UNIT, -30.0), 30.0)))) / STEPS


def _length(known: list[Sign]) -> float:
    return math.sqrt(sum(sign.rarity for sign in known) * UNIT) or 1.0
