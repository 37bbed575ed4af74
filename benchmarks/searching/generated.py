"""Clauses made up from wordings of our own, with a long tail of rare words, spread over contracts, engagers, circles and years as real ones are."""

from __future__ import annotations

import json
from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from random import Random

TEACH = Path(__file__).resolve().parent.parent.parent / "learning" / "wordings" / "teach"
CLAUSES_OF_A_CONTRACT = 10
SECTORS = (
    "publishing",
    "music",
    "screen and stage",
    "visual art and photography",
    "games",
    "audio and voice",
    "journalism",
    "translation",
    "platform terms",
)
ROLES = ("writer", "performer", "musician", "visual artist", "crew", "translator", "journalist", "developer")
SEVERITIES = ("critical", "high", "medium", "low")
COUNTRIES = ("GB", "US", "IE", "DE", "FR", "ES", "CA", "AU", "NL", "PL")
_ENGAGERS, _CIRCLES, _AGREEMENTS, _RARE_WORDS = 5_000, 20, 15, 60_000
_RARELY = 0.06
_SYLLABLES = "ba cor dan el fi gor hal im jun kel lor mar nim os pel quin ras sol tam ur ven wil xan yor zet".split()


@dataclass(frozen=True)
class Clause:
    """A clause as it would stand in the registry."""

    contract: int
    place: int
    circle: int
    text: str
    family: str
    type: str
    severity: str
    sector: str
    role: str
    engager: int
    year: int
    country: str
    agreement: int


def generated(count: int, seed: int = 1) -> Iterator[Clause]:
    """So many clauses, always the same ones, ten of each contract."""
    chance = Random(seed)
    wordings = [json.loads(line) for file in sorted(TEACH.glob("*.jsonl")) for line in file.read_text(encoding="utf-8").splitlines()]
    engagers, circles, rare = (list(accumulate(1 / (rank + 1) for rank in range(size))) for size in (_ENGAGERS, _CIRCLES, _RARE_WORDS))
    for number in range(count):
        contract, place = divmod(number, CLAUSES_OF_A_CONTRACT)
        if place == 0:
            of_contract = (
                _drawn(circles, chance),
                chance.choice(SECTORS),
                chance.choice(ROLES),
                _drawn(engagers, chance),
                2015 + int(12 * chance.random() ** 0.5),
                chance.choice(COUNTRIES),
                _drawn(circles[:_AGREEMENTS], chance),
            )
        circle, sector, role, engager, year, country, agreement = of_contract
        wording = chance.choice(wordings)
        text = _text(wording["text"], wordings, rare, chance)
        yield Clause(
            contract, place, circle, text, wording["family"], wording["type"], chance.choice(SEVERITIES), sector, role, engager, year, country, agreement
        )  # fmt: skip


def rare_word(rank: int) -> str:
    """The made-up word of a rank: whom or what a single contract speaks of."""
    size = len(_SYLLABLES)
    return "".join(_SYLLABLES[rank // size**power % size] for power in range(4))


def _text(text: str, wordings: list[dict[str, str]], rare: list[float], chance: Random) -> str:
    """The wording, one time in three with another behind it, and with rare words in place of a few of its own."""
    if chance.random() < 1 / 3:
        text = f"{text} {chance.choice(wordings)['text']}"
    words = text.split()
    return " ".join(rare_word(_drawn(rare, chance)) if chance.random() < _RARELY else word for word in words)


def _drawn(sums: list[float], chance: Random) -> int:
    """A rank drawn as words and names are: the second half as often as the first, the third a third as often."""
    return bisect(sums, chance.random() * sums[-1])
