"""How alike two sentences are, and which of many are worth laying side by side."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Sequence
from itertools import pairwise

from contract_registry.core.comparing.in_order import in_order

COMMONEST = 60
"""Pairs of words that stand in more sentences than this ("of the") tell none of them apart."""
MOST_CANDIDATES = 6
LARGEST = 25_000_000
"""Two stretches of more words (the one times the other) are longer than any sentence is."""


def likeness(old: Sequence[Hashable], new: Sequence[Hashable]) -> float:
    """From 0, no word in common, to 1, the same words in the same order."""
    return 2 * common(old, new) / (len(old) + len(new)) if old or new else 1.0


def common(old: Sequence[Hashable], new: Sequence[Hashable]) -> int:
    """The most words that both hold in one order, counted by the bits of one number, so that it costs little; of whole books about as many."""
    if len(old) * len(new) > LARGEST:
        return len(in_order(old, new))
    places: dict[Hashable, int] = defaultdict(int)
    for place, word in enumerate(old):
        places[word] |= 1 << place
    every = (1 << len(old)) - 1
    row = every
    for word in new:
        hit = row & places.get(word, 0)
        row = ((row + hit) | (row - hit)) & every
    return len(old) - row.bit_count()


def candidates(old: Sequence[Sequence[Hashable]], new: Sequence[Sequence[Hashable]]) -> Iterator[tuple[int, int]]:
    """The places of sentences that share pairs of neighbouring words: for each of `old` the few of `new` that share most."""
    holders: dict[tuple[Hashable, Hashable], list[int]] = defaultdict(list)
    for number, words in enumerate(new):
        for pair in set(pairwise(words)):
            holders[pair].append(number)
    for number, words in enumerate(old):
        shared: Counter[int] = Counter()
        for pair in set(pairwise(words)):
            if len(holders.get(pair, ())) <= COMMONEST:
                shared.update(holders.get(pair, ()))
        ranked = sorted(shared.items(), key=lambda each: (-each[1], each[0]))
        yield from ((number, other) for other, _ in ranked[:MOST_CANDIDATES])
