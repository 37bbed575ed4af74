"""What a search found: the numbers of all clauses, and which contracts have which values, for the figures that are told of them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np

from contract_registry.core.disclosure.searching.question import Facet
from contract_registry.storage.registry.told import Numbers, ids_in


def _none() -> Numbers:
    return np.empty(0, np.int64)


@dataclass(frozen=True, slots=True)
class Having:
    """Which contracts have which values: a contract and a value at each place, no two places alike."""

    contracts: Numbers
    values: Numbers


@dataclass(frozen=True, slots=True)
class Side:
    """Contracts that are public, or were shared and are counted: whose each is, and by facet which of the values it has; a value is its place in the list of its facet.

    `ids` has the two halves of each contract's id.
    """

    whose: Numbers = field(default_factory=_none)
    having: Mapping[Facet, Having] = field(default_factory=dict)
    ids: Numbers = field(default_factory=_none)

    def counts(self, facet: Facet, values: Sequence[str]) -> dict[str, int]:
        """In how many contracts each value is."""
        having = self.having.get(facet)
        if having is None:
            return {}
        return {
            value: count for value, count in zip(values, np.bincount(having.values, minlength=len(values)).tolist(), strict=True) if count
        }

    def cells(self, facet: Facet, values: Sequence[str]) -> dict[str, list[int]]:
        """Of each value whose contracts have it: a contributor for each contract."""
        having = self.having.get(facet)
        if having is None:
            return {}
        order = np.argsort(having.values, kind="stable")
        people = self.whose[having.contracts[order]].tolist()
        ends = np.cumsum(np.bincount(having.values, minlength=len(values))).tolist()
        cells = zip(values, pairwise([0, *ends]), strict=True)
        return {value: people[start:end] for value, (start, end) in cells if start < end}

    def having_value(self, facet: Facet, value: int) -> list[int]:
        """The contracts that have this value."""
        having = self.having.get(facet)
        return [] if having is None else [int(each) for each in having.contracts[having.values == value]]

    def ids_of(self, contracts: Sequence[int]) -> list[str]:
        """The ids of these contracts."""
        return ids_in(self.ids[contracts])


@dataclass(frozen=True, slots=True)
class Clauses:
    """What figures are told of, of all that was found, with the values of each facet."""

    values: Mapping[Facet, Sequence[str]] = field(default_factory=dict)
    public: Side = Side()
    shared: Side = Side()
    spellings: Callable[[Collection[str]], Mapping[int, str]] = lambda _: {}
    """Of engagers, by their ids, the number of a clause for each way in which one is written; those of public terms alone where it has any."""
