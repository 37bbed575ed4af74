"""A first look at a unit, before it is read: whether the words of a pattern can stand in it in their order, near enough to each other."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from contract_registry.core.rules import patterns
from contract_registry.core.scanning.context.ownership import WHOSE, WORK_NOUN
from contract_registry.core.scanning.context.statements import FAR
from contract_registry.core.scanning.matching import ByConcept, says_both
from contract_registry.core.scanning.units import Heard

Near = tuple[frozenset[str], int | None]
"""Concepts of a step, and how many words after the step before it stands at most; None where any number may stand between."""
InOrder = tuple[tuple[tuple[Near, ...], ...], ...]
"""By part of a pattern and by sequence of the part: its steps that are mentioned before a unit is read."""


def in_order(pattern: patterns.Pattern, unplaced: frozenset[str]) -> InOrder:
    """The steps of `pattern` whose place the mentions of a unit tell, those with one of the concepts `unplaced` left out."""
    return tuple(tuple(tuple(_placed(sequence, unplaced)) for sequence in part) for part in pattern.parts)


def _placed(sequence: patterns.Sequence, unplaced: frozenset[str]) -> Iterable[Near]:
    is_next = False
    for step in sequence:
        is_placed = step.concepts.isdisjoint(unplaced)
        if is_placed:
            yield step.concepts, step.gap if is_next else None
        is_next = is_placed


def mentioned(heard: Iterable[Heard]) -> ByConcept:
    """The mentions of a unit by concept; whose work a noun of work is shows only when the unit is read, so it may be anybody's."""
    every = ByConcept(heard)
    nouns = every.get(WORK_NOUN, [])
    for whose in WHOSE if nouns else ():
        every[whose] = sorted((*nouns, *every.get(whose, ())))
    return every


def can_stand(steps: InOrder, heard: ByConcept) -> bool:
    """Whether one sequence at least of every part can stand in the unit whose mentions are `heard`."""
    return all(any(_can_stand(sequence, heard) for sequence in part) for part in steps)


def _can_stand(sequence: tuple[Near, ...], heard: ByConcept) -> bool:
    reached: list[Heard] = []
    for concepts, gap in sequence:
        found = heard.any_of(concepts)
        reached = _behind(reached, found, gap) if reached else found
        if not reached:
            return False
    return True


def _behind(before: list[Heard], found: list[Heard], gap: int | None) -> list[Heard]:
    """Of `found`, those that stand behind one of `before`, at most `gap` words, or in the same defined term with it."""
    if len(before) == 1:
        (one,) = before
        low, high = one.until, one.until + (FAR if gap is None else gap)
        return [each for each in found if low <= each.at <= high or (each.through and says_both(one, each))]
    ends = sorted(each.until for each in before)
    return [
        each
        for each in found
        if bisect_left(ends, each.at - (FAR if gap is None else gap)) < bisect_right(ends, each.at)
        or (each.through and any(says_both(one, each) for one in before))
    ]
