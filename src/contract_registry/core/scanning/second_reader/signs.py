"""The signs a sentence is known by: its words, its pairs of words, what stands near the two sides, and the words that carry into it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from contract_registry.core.scanning.second_reader.by_role import SIDES
from contract_registry.core.scanning.second_reader.sentence import Sentence

MOST_BEFORE = 40
"""Words that carry into a sentence, the last of them, by which it is known too."""
NEAR = 6
"""Words before and behind a side that are told with it."""
LETTERS = 5
"""Letters by which a word near a side is known, so that grant, grants and granted are one."""
FEWEST_LETTERS = 3
_WORDS = re.compile(r"[^\W_]+|[^\s\w]")
_SIDES = frozenset(SIDES.values())


def signs_of(sentence: Sentence) -> frozenset[str]:
    """Every sign of the sentence, each once.

    "waives" is a word, "waives all" a pair, "^waives" a word that carries into the sentence, "creator>waive" a word behind a side and
    "licen<company" one before it, "~3" the length in dozens of words, five at most. What the context pass heard is added as it is.
    """
    own = words_of(sentence.own)
    before = words_of(sentence.before)[-MOST_BEFORE:]
    pairs = (f"{one} {other}" for one, other in pairwise(own))
    return frozenset((*own, *pairs, *(f"^{word}" for word in before), *_near_sides(own), f"~{min(5, len(own) // 12)}", *sentence.heard))


def words_of(words: str) -> list[str]:
    """The words and marks of a text in lower case; a number is "#"."""
    return ["#" if word.isdigit() else word for word in _WORDS.findall(words.lower())]


def _near_sides(words: Sequence[str]) -> Iterator[str]:
    for at, side in enumerate(words):
        if side in _SIDES:
            yield from (f"{side}>{word[:LETTERS]}" for word in words[at + 1 : at + 1 + NEAR] if len(word) >= FEWEST_LETTERS)
            yield from (f"{word[:LETTERS]}<{side}" for word in words[max(0, at - NEAR) : at] if len(word) >= FEWEST_LETTERS)
