"""The figures beside a list of hits: of each value how many people and engagements, where that betrays nobody."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from contract_registry.core.disclosure.gate.cell import Figure, figure_of, is_enough, people_in
from contract_registry.core.disclosure.gate.contribution import Contribution
from contract_registry.core.disclosure.gate.policy import Policy


def facets_told(cells: Mapping[str, Iterable[Contribution]], policy: Policy) -> dict[str, Figure]:
    """The figures of the values that can be told: enough people are behind each, and nobody or enough people in what is left out beside them."""
    every = {value: tuple(cell) for value, cell in cells.items()}
    told = {value: cell for value, cell in every.items() if is_enough(cell, policy)}
    left_out = {person for value, cell in every.items() if value not in told for person in people_in(cell)}
    for value in sorted(told, key=lambda value: (len(people_in(told[value])), value)):
        if not left_out or len(left_out) >= policy.least:
            break
        left_out |= people_in(told.pop(value))
    return {value: figure_of(cell) for value, cell in told.items()}
