"""A cell of a table: the people and engagements behind one figure, whether they are enough, and the figure in bands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from contract_registry.core.disclosure.gate.contribution import Contribution, Dimension, Question
from contract_registry.core.disclosure.gate.policy import Policy

_WIDTHS = ((50, 5), (200, 10), (1_000, 50), (10_000, 500))
_WIDEST = 5_000


@dataclass(frozen=True, slots=True)
class Band:
    """A count between `lower` and `upper`, both of which it may be."""

    lower: int
    upper: int


@dataclass(frozen=True, slots=True)
class Figure:
    """How many people, and how many engagements, in bands."""

    people: Band
    engagements: Band


def band_of(count: int) -> Band:
    """The band of a count: of 5 up to 50, wider from there on."""
    width = next((width for limit, width in _WIDTHS if count < limit), _WIDEST)
    lower = count - count % width
    return Band(lower, lower + width - 1)


def people_in(cell: Iterable[Contribution]) -> frozenset[str]:
    """The people behind a cell."""
    return frozenset(each.contributor for each in cell)


def figure_of(cell: Iterable[Contribution]) -> Figure:
    """The figure that a cell would have."""
    every = list(cell)
    return Figure(band_of(len(people_in(every))), band_of(len({each.engagement for each in every})))


def is_enough(cell: Iterable[Contribution], policy: Policy) -> bool:
    """Whether enough people with enough engagements stand behind a cell, and none of them for too much of it."""
    pairs = {(each.contributor, each.engagement) for each in cell}
    by_person: Counter[str] = Counter(person for person, _ in pairs)
    if len(by_person) < policy.least or len({engagement for _, engagement in pairs}) < policy.least:
        return False
    return max(by_person.values()) <= policy.largest_share * sum(by_person.values())


def is_enough_for_engager(cell: Iterable[Contribution], asked: Question, policy: Policy) -> bool:
    """Whether a cell that names an engager has documents, officers who saw them and an original besides; nobody is counted before the delay is over."""
    every = list(cell)
    if Dimension.ENGAGER not in asked.dimensions:
        return True
    return (
        len({each.engagement for each in every}) >= policy.documents_of_engager
        and len({each.officer for each in every if each.officer}) >= policy.officers_of_engager
        and sum(each.has_original for each in every) >= policy.originals_of_engager
    )
