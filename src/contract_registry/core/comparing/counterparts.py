"""Which finding of one edition is which of the other: on sentences that stand side by side, else of one type in nearly the same words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from contract_registry.core.comparing.align import Alignment
from contract_registry.core.comparing.likeness import likeness
from contract_registry.core.comparing.stretches import Stretch

ALIKE = 0.4
"""How much two findings of one type must be said alike, where their sentences do not stand side by side, to be one in other words."""
MOST_PAIRS = 10_000
"""With more findings of one type than can be laid side by side, those on sentences apart are told as gone and come."""


class Edge(NamedTuple):
    """A way to pair two findings, by their places; the least is the best. Seen the other way round the order is the same."""

    rank: int
    unlike: float
    apart: int
    places: int
    old: int
    new: int


def counterparts(old: Sequence[Stretch], new: Sequence[Stretch], alignment: Alignment) -> dict[int, int]:
    """For findings of the old edition, by their places, the places of their counterparts in the new one; each in one pair at most."""
    found = _best(_side_by_side(old, new, alignment))
    taken = set(found.values())
    rest = [place for place in range(len(old)) if place not in found], [place for place in range(len(new)) if place not in taken]
    return found | _best(_of_one_type(old, new, *rest))


def _best(edges: Iterator[Edge]) -> dict[int, int]:
    found: dict[int, int] = {}
    taken: set[int] = set()
    for edge in sorted(set(edges)):
        if edge.old not in found and edge.new not in taken:
            found[edge.old] = edge.new
            taken.add(edge.new)
    return found


def _side_by_side(old: Sequence[Stretch], new: Sequence[Stretch], alignment: Alignment) -> Iterator[Edge]:
    on_passage: dict[int, list[int]] = defaultdict(list)
    for place, stretch in enumerate(new):
        for passage in stretch.passages:
            on_passage[passage.index].append(place)
    for place, stretch in enumerate(old):
        for passage in stretch.passages:
            beside = alignment.of_old[passage.index].new
            for other in on_passage[beside.index] if beside else ():
                if stretch.finding.family == new[other].finding.family:
                    yield _edge(_rank(stretch, new[other]), stretch, new[other], place, other)


def _rank(old: Stretch, new: Stretch) -> int:
    """How well two findings on one passage fit: the same type said as surely, the same type, another type of the same family."""
    is_type, is_outcome = old.finding.type == new.finding.type, old.finding.outcome == new.finding.outcome
    return 0 if is_type and is_outcome else 1 if is_type else 2 if is_outcome else 3


def _of_one_type(old: Sequence[Stretch], new: Sequence[Stretch], places: Sequence[int], others: Sequence[int]) -> Iterator[Edge]:
    by_type: dict[str, list[int]] = defaultdict(list)
    for other in others:
        by_type[new[other].finding.type].append(other)
    if sum(len(by_type[old[place].finding.type]) for place in places) > MOST_PAIRS:
        return
    for place in places:
        for other in by_type[old[place].finding.type]:
            edge = _edge(0, old[place], new[other], place, other)
            if edge.unlike <= 1 - ALIKE:
                yield edge


def _edge(rank: int, old: Stretch, new: Stretch, place: int, other: int) -> Edge:
    alike = likeness([word.letters for word in old.words], [word.letters for word in new.words])
    return Edge(rank, 1 - alike, abs(place - other), place + other, place, other)
