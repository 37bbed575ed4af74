"""Numbers, of which many are alike: which there are, and which of them stands where."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from contract_registry.storage.registry.told import Numbers

_SHIFTS, _ROOM = (0, 20, 40), 16
"""From where in a hash bits are looked at, and how many times as many values they have as there are hashes."""


@dataclass(frozen=True, slots=True)
class Alike:
    """Numbers, each as its place among those that differ; `first` is where in the whole one of each of these stands."""

    places: Numbers
    first: Numbers

    @classmethod
    def of(cls, numbers: Numbers) -> Alike:
        """Of hashes, by a few of their bits where these tell them apart, which takes no sorting."""
        count = len(numbers)
        values = _ROOM << count.bit_length()
        every, last = np.arange(count), np.empty(values, np.int64)
        for shift in _SHIFTS:
            bits = numbers >> shift & values - 1
            last[bits] = every
            first = last[bits]
            if (numbers[first] == numbers).all():
                kinds = np.flatnonzero(first == every)
                last[bits[kinds]] = np.arange(len(kinds))
                return cls(last[bits], kinds)
        kinds, places = np.unique(numbers, return_inverse=True)
        first = np.empty(len(kinds), np.int64)
        first[places] = every
        return cls(places, first)
