"""The sketch of a wording (MinHash) and the bands it is found by: two wordings that share most of their words share a band, others hardly ever."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from itertools import pairwise

from rensa import RMinHash

from contract_registry.core.clauses.language_profiles import SMALL_WORDS

WIDTH, ROWS = 96, 3
"""So many least hashes make a sketch, and so many of them a band: at a likeness of 0.3 more than half share one, at 0.5 all but one in seventy."""
_SEED = 7


def sketches_of(wordings: Sequence[Sequence[str]], language: str) -> list[tuple[int, ...]]:
    """The sketch of each wording (`WIDTH` numbers below 2 to the 32nd); an empty one of a wording without words. Many together cost less."""
    features = [_features(words, language) for words in wordings]
    rows = RMinHash.digest_matrix_from_token_hash_sets([[_hash(each) for each in every] for every in features], WIDTH, _SEED).to_rows()
    return [tuple(row) if every else () for row, every in zip(rows, features, strict=True)]


def bands_of(sketch: Sequence[int]) -> tuple[int, ...]:
    """The bands of a sketch as signed 32-bit numbers, none of them twice; none where it is empty."""
    rows = (sketch[at : at + ROWS] for at in range(0, len(sketch), ROWS))
    said = (f"{place}:{','.join(map(str, row))}" for place, row in enumerate(rows))
    return tuple(dict.fromkeys(int.from_bytes(hashlib.blake2b(each.encode(), digest_size=4).digest(), "big", signed=True) for each in said))


def _features(words: Sequence[str], language: str) -> list[str]:
    """What two wordings may have in common: the words that carry it, and each two that stand side by side."""
    small = SMALL_WORDS.get(language, frozenset())
    carrying = [word for word in words if word not in small]
    return sorted({*carrying, *(f"{one} {other}" for one, other in pairwise(words))})


def _hash(feature: str) -> int:
    return int.from_bytes(hashlib.blake2b(feature.encode(), digest_size=8).digest(), "big")
