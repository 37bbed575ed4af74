"""Walks patterns over the few mentions of a unit: in order, with bounded gaps, and never for more than a set number of steps."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import chain

from contract_registry.core.rules.patterns import Pattern, Sequence
from contract_registry.core.scanning.units import Heard

MOST_STEPS = 4_000


class ByConcept(dict[str, list[Heard]]):
    """The mentions of a unit sorted into their concepts, each in the order of the words."""

    def __init__(self, heard: Iterable[Heard] = ()) -> None:
        super().__init__()
        self._together: dict[frozenset[str], list[Heard]] = {}
        for each in heard:
            self.setdefault(each.concept, []).append(each)

    def any_of(self, concepts: frozenset[str]) -> list[Heard]:
        """The mentions of any of `concepts` in the order of the words; those of several are put together once."""
        found = self._together.get(concepts)
        if found is None:
            every = [self[concept] for concept in self.keys() & concepts]
            found = self._together[concepts] = every[0] if len(every) == 1 else sorted(chain.from_iterable(every))
        return found


class OutOfSteps(Exception):
    """A pattern used up its steps on one unit."""


class Steps:
    """Counts the steps one rule takes on one unit."""

    def __init__(self, most: int = MOST_STEPS) -> None:
        self.most, self.taken = most, 0

    def take(self) -> None:
        self.taken += 1
        if self.taken > self.most:
            raise OutOfSteps


def matches(pattern: Pattern, heard: ByConcept, steps: Steps) -> Iterator[tuple[Heard, ...]]:
    """The ways `pattern` is spoken in a unit, nearest words first, each as the mentions that match its steps in order.

    They are made as they are asked for: whoever looks for one that stands in the right context goes on until it comes or the steps run out.
    """
    others: list[_Ways] = []
    for first in _any_of(pattern.parts[0], heard, steps):
        others = others or [_Ways(_any_of(part, heard, steps)) for part in pattern.parts[1:]]
        if not all(others):
            return
        yield sum((other.nearest(first) for other in others), first)


def is_spoken(pattern: Pattern, heard: ByConcept, steps: Steps) -> bool:
    """Whether `pattern` is spoken at all."""
    return next(matches(pattern, heard, steps), None) is not None


class _Ways:
    """The ways a part of a pattern is spoken in a unit, at hand by their places."""

    def __init__(self, ways: Iterable[tuple[Heard, ...]]) -> None:
        self._ways = sorted(ways, key=lambda way: way[0].at)
        self._starts = [way[0].at for way in self._ways]
        self._furthest: list[int] = []
        for number in range(len(self._ways)):
            self._furthest.append(max((*self._furthest[-1:], number), key=self._end))

    def __bool__(self) -> bool:
        return bool(self._ways)

    def nearest(self, first: tuple[Heard, ...]) -> tuple[Heard, ...]:
        """The way with the fewest words between it and `first`; of several such the one that begins first."""
        low, high = first[0].at, first[-1].until
        number = bisect_left(self._furthest, low, key=self._end)
        before = self._ways[self._furthest[number - 1]] if number else None
        after = self._ways[number] if number < len(self._ways) else None
        if before is None or after is None:
            return before or after or ()
        return after if max(0, after[0].at - high) < low - before[-1].until else before

    def _end(self, number: int) -> int:
        return self._ways[number][-1].until


def _any_of(alternatives: tuple[Sequence, ...], heard: ByConcept, steps: Steps) -> Iterator[tuple[Heard, ...]]:
    for sequence in alternatives:
        for start in heard.any_of(sequence[0].concepts):
            steps.take()
            found = _walk(sequence, 1, (start,), heard, steps)
            if found:
                yield found


def _walk(sequence: Sequence, number: int, taken: tuple[Heard, ...], heard: ByConcept, steps: Steps) -> tuple[Heard, ...] | None:
    """The rest of `sequence` from step `number` on, nearest mention first; None where it cannot be completed."""
    if number == len(sequence):
        return taken
    step = sequence[number]
    for each in _in_reach(heard.any_of(step.concepts), taken[-1], step.gap):
        steps.take()
        found = _walk(sequence, number + 1, (*taken, each), heard, steps)
        if found:
            return found
    return None


def _in_reach(mentions: list[Heard], last: Heard, gap: int) -> Iterator[Heard]:
    """Of `mentions`, in order, those that may follow `last`: of the same defined term at the same place, then up to `gap` words behind it."""
    if last.through:
        together = mentions[bisect_left(mentions, (last.at,)) : bisect_left(mentions, (last.at + 1,))]
        yield from (each for each in together if says_both(last, each))
    for number in range(bisect_left(mentions, (last.until,)), len(mentions)):
        if mentions[number].at > last.until + gap:
            return
        yield mentions[number]


def says_both(one: Heard, other: Heard) -> bool:
    """Whether one defined term says both: "for the Purpose", where its definition speaks of training and of models."""
    return bool(one.through) and one.through == other.through and one.at == other.at and one.concept != other.concept
