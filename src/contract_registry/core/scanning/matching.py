"""Walks patterns over the few mentions of a unit: in order, with bounded gaps, and never for more than a set number of steps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from contract_registry.core.rules.patterns import Pattern, Sequence
from contract_registry.core.scanning.units import Heard

MOST_STEPS = 4_000
MOST_MATCHES = 12


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
            found = sorted(each for concept in concepts for each in self.get(concept, ()))
            self._together[concepts] = found
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
    """The ways `pattern` is spoken in a unit, nearest words first, each as the mentions that match its steps in order."""
    yield from islice(_combined(pattern.parts, heard, steps), MOST_MATCHES)


def is_spoken(pattern: Pattern, heard: ByConcept, steps: Steps) -> bool:
    """Whether `pattern` is spoken at all."""
    return next(matches(pattern, heard, steps), None) is not None


def _combined(parts: tuple[tuple[Sequence, ...], ...], heard: ByConcept, steps: Steps) -> Iterator[tuple[Heard, ...]]:
    for first in _any_of(parts[0], heard, steps):
        taken: tuple[Heard, ...] | None = first
        for part in parts[1:]:
            nearest = min(islice(_any_of(part, heard, steps), MOST_MATCHES), key=lambda match: _distance(match, first), default=None)
            taken = None if nearest is None or taken is None else taken + nearest
        if taken is not None:
            yield taken


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
    step, here = sequence[number], taken[-1].until
    for each in heard.any_of(step.concepts):
        if here <= each.at <= here + step.gap or _says_both(taken[-1], each):
            steps.take()
            found = _walk(sequence, number + 1, (*taken, each), heard, steps)
            if found:
                return found
        elif each.at > here + step.gap:
            break
    return None


def _says_both(one: Heard, other: Heard) -> bool:
    """Whether one defined term says both: "for the Purpose", where its definition speaks of training and of models."""
    return bool(one.through) and one.through == other.through and one.at == other.at and one.concept != other.concept


def _distance(one: tuple[Heard, ...], other: tuple[Heard, ...]) -> int:
    return max(0, one[0].at - other[-1].until, other[0].at - one[-1].until) * 1000 + one[0].at
