"""The figures beside a list of hits: of each value how many people and engagements, where that betrays nobody."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from itertools import chain

from contract_registry.core.disclosure.gate.cell import Figure, band_of
from contract_registry.core.disclosure.gate.policy import Policy


def facets_told(
    cells: Mapping[str, Sequence[Hashable]], policy: Policy, parts: Sequence[Mapping[str, Sequence[Hashable]]] = ()
) -> dict[str, Figure]:
    """The figures of the values that can be told; of each value is given whose each of its engagements is.

    Enough people are behind each that is told, none for too much of it, and nobody or enough people are in what is left out beside them.
    Where the question leaves a choice, `parts` has the cells of each of its parts, of which the same holds: else whoever chooses would learn from what is told of the
    whole whose that is which they chose.
    """
    people = {value: Counter(cell) for value, cell in cells.items() if len(cell) >= policy.least}
    told = [
        value
        for value in people
        if _is_enough(people[value], len(cells[value]), policy)
        and all(_is_nothing_or_enough(part.get(value, ()), policy) for part in parts)
    ]
    every = (cells, *parts)
    left_out = [set(chain.from_iterable(part[value] for value in part.keys() - set(told))) for part in every]
    held_back = set()
    for value in sorted(told, key=lambda value: (len(people[value]), value)):
        if not any(0 < len(each) < policy.least for each in left_out):
            break
        for part, beside in zip(every, left_out, strict=True):
            beside.update(part.get(value, ()))
        held_back.add(value)
    return {value: Figure(band_of(len(people[value])), band_of(len(cells[value]))) for value in told if value not in held_back}


def _is_nothing_or_enough(cell: Sequence[Hashable], policy: Policy) -> bool:
    return not cell or _is_enough(Counter(cell), len(cell), policy)


def _is_enough(people: Counter[Hashable], engagements: int, policy: Policy) -> bool:
    return len(people) >= policy.least and max(people.values()) <= policy.largest_share * engagements
