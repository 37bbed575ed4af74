"""Whereabouts: at which places of a document each concept is said, as numbers in which the bit of each such place is set."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

import numpy as np

from contract_registry.core.scanning.matchers import Numbers
from contract_registry.core.scanning.mentions import Mentions
from contract_registry.core.scanning.units import Place

_AT_ONCE = 1 << 24
"""Bits that are set side by side at most, so that a document of thousands of pages needs no more memory than a short one."""


def where_said(places: Sequence[Place], mentions: Mentions, meant: Sequence[Collection[str]], quiet: Mapping[str, str]) -> dict[str, int]:
    """By concept, and by the name of each word `quiet`: the places in whose words it is said. `meant` are the concepts of each group of `mentions`."""
    spans = np.array(
        [(number, *mentions.token_range(span)) for number, place in enumerate(places) for span in place.spoken], dtype=np.int64
    ).reshape(-1, 3)
    tokens = mentions.tokens
    said: dict[str, int] = {}
    at = tokens.numbers_of(quiet.keys())
    for form, where in _places_of(spans, len(places), at, tokens.form_of[at]).items():
        name = quiet[tokens.forms[form]]
        said[name] = said.get(name, 0) | where
    for group, where in _places_of(spans, len(places), mentions.firsts, mentions.groups).items():
        for concept in meant[group]:
            said[concept] = said.get(concept, 0) | where
    return said


def _places_of(spans: Numbers, places: int, at: Numbers, keys: Numbers) -> dict[int, int]:
    """The places at which each of `keys` stands, which begin at the tokens `at`.

    Each row of `spans` is the number of one of the `places`, the first token of words in it, and the one after their last.
    """
    low, high = np.searchsorted(at, spans[:, 1]), np.searchsorted(at, spans[:, 2])
    times = np.maximum(high - low, 0)
    numbers = np.repeat(spans[:, 0], times)
    within = np.arange(len(numbers)) - np.repeat(np.cumsum(times) - times, times) + np.repeat(low, times)
    distinct, rows = np.unique(keys[within], return_inverse=True)
    found: dict[int, int] = {}
    step = max(_AT_ONCE // max(places, 1), 1)
    for begin in range(0, len(distinct), step):
        some = distinct[begin : begin + step]
        here = (rows >= begin) & (rows < begin + step) if len(some) < len(distinct) else slice(None)
        bits = np.zeros((len(some), places), dtype=bool)
        bits[rows[here] - begin, numbers[here]] = True
        packed = np.packbits(bits, axis=1, bitorder="little")
        found.update((key, int.from_bytes(row.tobytes(), "little")) for key, row in zip(some.tolist(), packed, strict=True))
    return found
