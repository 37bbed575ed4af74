"""How much of single records can be told in a list that leaves the house: each as far as enough people have the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from contract_registry.core.disclosure.gate.cell import is_enough
from contract_registry.core.disclosure.gate.contribution import Contribution
from contract_registry.core.disclosure.gate.policy import Policy


@dataclass(frozen=True, slots=True)
class Record:
    """A record of somebody's, its values in a fixed order, the coarsest first; an empty one is no value."""

    contribution: Contribution
    values: tuple[str, ...]


def told_values(records: Sequence[Record], policy: Policy, wanted: Collection[int], parts: Sequence[Collection[int]] = ()) -> list[int]:
    """Of each record, how many of its first values can be told: those which enough other people have too, all of them together; 0 of one that is to be left out.

    Those that are told equally much, and the same, are of enough people: a record that is rarer than the others of its kind is told with other rare ones or not at
    all. `wanted`, by their places, are the records of the list. Where the question leaves a choice, others stand beside them, and `parts` says which are in each of its
    parts: of those that are told the same, each part has none, or those of enough people. What is not wanted is never told.
    """
    telling = _Telling(records, policy, frozenset(wanted), [frozenset(part) for part in parts])
    telling.tell(list(range(len(records))), 0)
    return [telling.told.get(place, 0) for place in range(len(records))]


@dataclass(slots=True)
class _Telling:
    records: Sequence[Record]
    policy: Policy
    wanted: frozenset[int]
    parts: Sequence[frozenset[int]]
    told: dict[int, int] = field(default_factory=dict)

    def tell(self, places: list[int], length: int) -> list[int]:
        """Of records that have so many first values in common, tell what can be told, and give those of which nothing can be told yet."""
        if len(places) < self.policy.least:
            return places
        alike: dict[str, list[int]] = defaultdict(list)
        for place in places:
            values = self.records[place].values
            alike[values[length] if length < len(values) else ""].append(place)
        left = places
        if any(length < len(self.records[place].values) for place in places):
            left = [place for cell in alike.values() for place in self.tell(cell, length + 1)]
        if not length or not self._is_enough(left):
            return left
        self.told |= {place: length for place in left if place in self.wanted}
        return []

    def _is_enough(self, places: Sequence[int]) -> bool:
        whole, *parts = ([self.records[place].contribution for place in places if place in among] for among in (self.wanted, *self.parts))
        return is_enough(whole, self.policy) and all(not part or is_enough(part, self.policy) for part in parts)
