"""The second reader at work: sentences in, the likelihood of harm of each family out, worked out in whole numbers."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

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
class SecondReader:
    """A reader that weighs the signs of a sentence. `learnt` is asked for when the first sentence is read."""

    version: str
    families: tuple[str, ...]
    learnt: Callable[[], Learnt]

    def scores(self, sentence: Sentence) -> dict[str, float]:
        """How likely a finding of each family is right in this sentence, from 0 to 1 in hundredths; the same on every machine."""
        return {family: _likelihood(leaning) for family, leaning in self.leanings(sentence).items()}

    def leanings(self, sentence: Sentence) -> dict[str, float]:
        """How far the sentence leans to harm of each family, in thousandths, 0 where it leans neither way: what scores are told from."""
        learnt = self.learnt()
        known = [sign for name in signs_of(sentence) if (sign := learnt.known(name))]
        length = math.sqrt(sum(sign.rarity for sign in known) * UNIT) or 1.0
        sums = (sum(sign.speaks_for[at] for sign in known) for at in range(len(self.families)))
        leanings = (each * UNIT / length + inclined for each, inclined in zip(sums, learnt.inclined, strict=True))
        return dict(zip(self.families, leanings, strict=True))


def _likelihood(leaning: float) -> float:
    """The likelihood that a leaning in thousandths stands for, in hundredths."""
    return round(STEPS / (1 + math.exp(-min(max(leaning / UNIT, -30.0), 30.0)))) / STEPS
