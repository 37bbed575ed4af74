"""Lays the passages of two editions side by side: the same words in the same order, the same elsewhere, nearly the same, and those of one alone."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict, deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, product
from typing import Literal

from contract_registry.core.comparing.in_order import in_order
from contract_registry.core.comparing.likeness import candidates, common
from contract_registry.core.comparing.passages import Passage

ALIKE_HERE, ALIKE_ELSEWHERE = 0.5, 0.65
"""How much of two sentences must be said alike to be one changed a little: between the same neighbours, and anywhere."""
FEWEST_WORDS = 6
"""A shorter sentence is not looked for elsewhere in changed words."""
WITHIN, WITHIN_WORDS = 0.85, 8
"""A sentence of so many words, nearly all of which a longer one between the same neighbours holds, was drawn out."""
LARGEST_GAP = 900
"""In a gap with more possible pairs, only sentences that share pairs of words are laid side by side."""

PairKind = Literal["same", "moved", "changed", "came", "gone"]


@dataclass(frozen=True, slots=True)
class Pair:
    """A passage of the old edition beside its counterpart in the new one; either is None where it stands in one edition alone."""

    old: Passage | None
    new: Passage | None
    has_same_words: bool = False
    is_elsewhere: bool = False

    @property
    def kind(self) -> PairKind:
        if self.old is None or self.new is None:
            return "came" if self.old is None else "gone"
        return "changed" if not self.has_same_words else "moved" if self.is_elsewhere else "same"

    @property
    def is_of_headings(self) -> bool:
        """Whether what stands here is a heading, in one edition at least."""
        return any(passage.is_heading for passage in (self.old, self.new) if passage)


@dataclass(frozen=True, slots=True)
class Alignment:
    """The pair of each passage of the old edition, and of each of the new one, by its index."""

    of_old: Mapping[int, Pair]
    of_new: Mapping[int, Pair]


def align(old: Sequence[Passage], new: Sequence[Passage]) -> Alignment:
    """Every passage in one pair and no other; seen the other way round the pairs are the same. Time rises with the length, not with its square."""
    if [each.letters for each in old] > [each.letters for each in new]:
        turned = align(new, old)
        return Alignment(_turned(turned.of_new), _turned(turned.of_old))
    anchors = in_order([each.letters for each in old], [each.letters for each in new])
    taken = {one for one, _ in anchors}, {other for _, other in anchors}
    elsewhere = list(_copies(*_left(old, new, taken)))
    taken = taken[0] | {one for one, _ in elsewhere}, taken[1] | {other for _, other in elsewhere}
    changed = list(_alike(*_left(old, new, taken), anchors))
    beside = {(old[one].clause, new[other].clause) for one, other, *_ in (*anchors, *elsewhere, *changed)}
    pairs = [
        *(Pair(old[one], new[other], _leads_alike(old[one], new[other], beside)) for one, other in anchors),
        *(Pair(old[one], new[other], _leads_alike(old[one], new[other], beside), is_elsewhere=True) for one, other in elsewhere),
        *(Pair(old[one], new[other], is_elsewhere=is_elsewhere) for one, other, is_elsewhere in changed),
    ]
    of_old = {pair.old.index: pair for pair in pairs if pair.old}
    of_new = {pair.new.index: pair for pair in pairs if pair.new}
    return Alignment(
        {each.index: of_old.get(each.index) or Pair(each, None) for each in old},
        {each.index: of_new.get(each.index) or Pair(None, each) for each in new},
    )


def in_text_order(alignment: Alignment) -> Iterator[Pair]:
    """All pairs in the order of the new edition; what is gone stands before what followed it."""
    gone = deque(index for index, pair in sorted(alignment.of_old.items()) if pair.new is None)
    for _, pair in sorted(alignment.of_new.items()):
        while gone and pair.old and not pair.is_elsewhere and gone[0] < pair.old.index:
            yield alignment.of_old[gone.popleft()]
        yield pair
    yield from (alignment.of_old[index] for index in gone)


def _turned(pairs: Mapping[int, Pair]) -> dict[int, Pair]:
    return {index: replace(pair, old=pair.new, new=pair.old) for index, pair in pairs.items()}


def _left(old: Sequence[Passage], new: Sequence[Passage], taken: tuple[set[int], set[int]]) -> tuple[list[Passage], list[Passage]]:
    return [each for each in old if each.index not in taken[0]], [each for each in new if each.index not in taken[1]]


def _copies(old: Sequence[Passage], new: Sequence[Passage]) -> Iterator[tuple[int, int]]:
    """What stands in both in the same words, and not in the same order: first copies with first, and so on."""
    places: dict[str, list[int]] = defaultdict(list)
    for each in reversed(new):
        places[each.letters].append(each.index)
    for each in old:
        if places.get(each.letters):
            yield each.index, places[each.letters].pop()


def _alike(old: Sequence[Passage], new: Sequence[Passage], anchors: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int, bool]]:
    """What is said nearly alike, the likest first, each once, and whether it stands elsewhere."""
    gap_of_old = {each.index: bisect_left(anchors, each.index, key=lambda anchor: anchor[0]) for each in old}
    gap_of_new = {each.index: bisect_left(anchors, each.index, key=lambda anchor: anchor[1]) for each in new}
    words, new_words = ({each.index: [word.letters for word in each.words] for each in side} for side in (old, new))
    headings, new_headings = ({each.index for each in side if each.is_heading} for side in (old, new))
    possible = {(old[one].index, new[other].index) for one, other in candidates([*words.values()], [*new_words.values()])}
    possible |= set(_neighbours(gap_of_old, gap_of_new))
    found = []
    for one, other in possible:
        is_here = gap_of_old[one] == gap_of_new[other]
        if (one in headings) == (other in new_headings):
            alike = _how_alike(words[one], new_words[other], is_here=is_here)
            if alike >= (ALIKE_HERE if is_here else ALIKE_ELSEWHERE):
                found.append((-alike, not is_here, one, other))
    taken, new_taken = set[int](), set[int]()
    for _, is_elsewhere, one, other in sorted(found):
        if one not in taken and other not in new_taken:
            taken.add(one)
            new_taken.add(other)
            yield one, other, is_elsewhere


def _neighbours(gap_of_old: Mapping[int, int], gap_of_new: Mapping[int, int]) -> Iterator[tuple[int, int]]:
    """Everything that stands between the same two neighbours in both, where that is not too much."""
    here = {gap: list(each) for gap, each in groupby(gap_of_new, gap_of_new.__getitem__)}
    for gap, each in groupby(gap_of_old, gap_of_old.__getitem__):
        ours, theirs = list(each), here.get(gap, [])
        if len(ours) * len(theirs) <= LARGEST_GAP:
            yield from product(ours, theirs)


def _how_alike(old: Sequence[str], new: Sequence[str], *, is_here: bool) -> float:
    fewer, both = min(len(old), len(new)), len(old) + len(new)
    if not is_here and (fewer < FEWEST_WORDS or 2 * fewer < ALIKE_ELSEWHERE * both):
        return 0
    shared = common(old, new)
    is_drawn_out = is_here and fewer >= WITHIN_WORDS and shared >= WITHIN * fewer
    return max(2 * shared / both, ALIKE_HERE) if is_drawn_out else 2 * shared / both


def _leads_alike(old: Passage, new: Passage, beside: set[tuple[int, int]]) -> bool:
    """Whether two passages of the same letters refer to the same clauses, whatever the numbers of these are now."""
    references = ([word for word in each.words if word.number] for each in (old, new))
    return all(one.number == other.number or (one.leads_to, other.leads_to) in beside for one, other in zip(*references, strict=True))
