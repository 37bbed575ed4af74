"""Which equal things stand in both of two rows in the same order: the unique ones first, then what lies between them."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Sequence


def in_order(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[tuple[int, int]]:
    """The places (in `old`, in `new`) of equal things, both rising.

    Takes time in proportion to the length, but for a logarithm: things that stand once in both rows hold the two together, and what lies
    between two of them is looked at by itself.
    """
    found: list[tuple[int, int]] = []
    waiting = [(0, len(old), 0, len(new))]
    while waiting:
        first, last, new_first, new_last = waiting.pop()
        while first < last and new_first < new_last and old[first] == new[new_first]:
            found.append((first, new_first))
            first, new_first = first + 1, new_first + 1
        while first < last and new_first < new_last and old[last - 1] == new[new_last - 1]:
            last, new_last = last - 1, new_last - 1
            found.append((last, new_last))
        if first == last or new_first == new_last:
            continue
        anchors, are_all = _anchors(old[first:last], new[new_first:new_last])
        anchors = [(first + one, new_first + other) for one, other in anchors]
        found += anchors
        if anchors and not are_all:
            starts = [(first, new_first), *((one + 1, other + 1) for one, other in anchors)]
            ends = [*anchors, (last, new_last)]
            waiting += [(start, end, new_start, new_end) for (start, new_start), (end, new_end) in zip(starts, ends, strict=True)]
    return sorted(found)


def _anchors(old: Sequence[Hashable], new: Sequence[Hashable]) -> tuple[list[tuple[int, int]], bool]:
    """Pairs of what stands once on both sides; where nothing does, of first with first copies and so on, and those are then all there are."""
    counts, new_counts = Counter(old), Counter(new)
    places = {each: place for place, each in enumerate(new)}
    pairs = [(place, places[each]) for place, each in enumerate(old) if counts[each] == new_counts[each] == 1]
    if pairs:
        return longest_rising(pairs), False
    numbered = {each: place for place, each in enumerate(_numbered(new))}
    return longest_rising([(place, numbered[each]) for place, each in enumerate(_numbered(old)) if each in numbered]), True


def _numbered(things: Sequence[Hashable]) -> list[tuple[Hashable, int]]:
    """Each thing with the number of its copies that stand before it."""
    seen: Counter[Hashable] = Counter()
    numbered = []
    for each in things:
        numbered.append((each, seen[each]))
        seen[each] += 1
    return numbered


def longest_rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The most of `pairs`, which rise on the left, that rise on the right too."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int | None] = []
    for number, (_, right) in enumerate(pairs):
        length = bisect_left(tails, right)
        before.append(ends[length - 1] if length else None)
        tails[length : length + 1] = [right]
        ends[length : length + 1] = [number]
    chain: list[tuple[int, int]] = []
    at = ends[-1] if ends else None
    while at is not None:
        chain.append(pairs[at])
        at = before[at]
    return chain[::-1]
