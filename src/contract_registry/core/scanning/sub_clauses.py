"""The sub-clauses of a sentence that is quoted in parts, in each of which a rule is heard by itself."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from contract_registry.core.scanning.context.cues import Reading
from contract_registry.core.scanning.judge import Hit
from contract_registry.core.scanning.passages import LONG_SENTENCE


def sub_clauses(reading: Reading) -> tuple[int, ...]:
    """The numbers of the words behind each semicolon of a long sentence; none of one that is quoted whole."""
    if len(reading.words) - reading.unit.own_word <= LONG_SENTENCE:
        return ()
    return tuple(at for at, mark in reading.marks if mark == ";" and at > reading.unit.own_word)


def sub_clauses_of(hit: Hit, begins: Sequence[int]) -> range:
    """The sub-clauses, counted from none, that the words of `hit` stand in, where `begins` parts a sentence into them."""
    own = [each.at for each in hit.heard if each.piece == "own"] or [0]
    return range(bisect_right(begins, min(own)), bisect_right(begins, max(own)) + 1)
