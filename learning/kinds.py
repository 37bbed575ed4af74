"""Teaches the second reader to tell the types of a family apart, on passages that do harm: one against the others, so that a proposal has a type."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from examples import FAMILIES, Example
from logistic import Rows, fitted

from contract_registry.core.scanning.second_reader.reader import UNIT
from contract_registry.core.scanning.second_reader.sentence import Sentence

FORCE = 5.0
FEWEST_PASSAGES = 12
"""Harmful passages and wordings that a type must have to be told from the others."""
LEAST = 0.3
"""What a sign must speak for a type at least to be kept: most say nothing of it."""


@dataclass(frozen=True)
class Kinds:
    """The names of the types, and for each the weights of the signs, the last of which is its inclination."""

    names: tuple[str, ...]
    weights: np.ndarray

    def of(self, rows: Rows, family: str) -> list[str]:
        """The type of `family` that each row is most like."""
        own = [at for at, name in enumerate(self.names) if name.startswith(f"{family}-")]
        leanings = np.stack([rows.times(self.weights[at]) for at in own], 1)
        return [self.names[own[at]] for at in leanings.argmax(1)]


def teach_kinds(examples: Sequence[Example], rows_of: Callable[[Sequence[Sentence]], Rows]) -> Kinds:
    """The types of `examples`, told apart within each family; `rows_of` gives the signs of sentences."""
    times = Counter(kind for each in examples for kind in each.types)
    names = tuple(sorted(kind for kind, many in times.items() if many >= FEWEST_PASSAGES and kind.partition("-")[0] in FAMILIES))
    weights = []
    for family in FAMILIES:
        own = [each for each in examples if any(kind.startswith(f"{family}-") for kind in each.types)]
        read, counts = rows_of([each.sentence for each in own]), np.array([1.0 if each.doc else 0.5 for each in own])
        of_family = [name for name in names if name.startswith(f"{family}-")]
        weights += [fitted(read, np.array([name in each.types for each in own]), counts, FORCE) for name in of_family]
    return Kinds(names, np.array(weights))


def lines_of(kinds: Kinds, columns: dict[str, int], rarity: np.ndarray) -> list[str]:
    """A line for each sign that speaks for a type or against it: the sign, then the number of the type and how much, for each of them."""
    speaks = np.rint(kinds.weights[:, :-1] * rarity * UNIT).astype(int)
    lines = []
    for sign, at in columns.items():
        told = [str(number) for kind in np.flatnonzero(abs(speaks[:, at]) >= LEAST * UNIT) for number in (kind, speaks[kind, at])]
        if told:
            lines.append("\t".join((sign, *told)))
    return lines
