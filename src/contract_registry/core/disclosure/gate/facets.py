"""The figures beside a list of hits: of each value how many people and engagements, where that betrays nobody."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from itertools import chain

from contract_registry.core.disclosure.gate.cell import Figure, band_of
from contract_registry.core.disclosure.gate.policy import Policy


def facets_told(
    cells: Mapping[str, Sequence[Hashable]], policy: Policy, parts: Sequence[Mapping[str, Sequence[Hashable]]] = ()
) -> dict[str, Figure]:
    """The figures of the values that can be told; of each value is given whose each of its engagements is.

    Enough people are behind each that is told, none for too much of it, and nobody or enough people are in what is left out beside them.
    Where the question leaves a choice, `parts` has the cells of each of its parts: nobody or enough people have the value there, too.
    """
    people = {value: Counter(cell) for value, cell in cells.items() if len(cell) >= policy.least}
    told = [
        value
        for value in people
        if _is_enough(people[value], len(cells[value]), policy) and all(nobody_or_enough(part.get(value, ()), policy) for part in parts)
    ]
    left_out = set(chain.from_iterable(cells[value] for value in cells.keys() - set(told)))
    held_back = set()
    for value in sorted(told, key=lambda value: (len(people[value]), value)):
        if not left_out or len(left_out) >= policy.least:
            break
        left_out |= people[value].keys()
        held_back.add(value)
    return {value: Figure(band_of(len(people[value])), band_of(len(cells[value]))) for value in told if value not in held_back}


def nobody_or_enough(people: Iterable[Hashable], policy: Policy) -> bool:
    """Whether these are nobody or as many as may stand behind a figure."""
    return not 0 < len(set(people)) < policy.least


def _is_enough(people: Counter[Hashable], engagements: int, policy: Policy) -> bool:
    return len(people) >= policy.least and max(people.values()) <= policy.largest_share * engagements
