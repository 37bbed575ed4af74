"""How much of single records can be told in a list that leaves the house: each as far as enough people have the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from contract_registry.core.disclosure.gate.cell import is_enough
from contract_registry.core.disclosure.gate.contribution import Contribution
from contract_registry.core.disclosure.gate.policy import Policy


@dataclass(frozen=True, slots=True)
class Record:
    """A record of somebody's, its values in a fixed order, the coarsest first; an empty one is no value."""

    contribution: Contribution
    values: tuple[str, ...]


def told_values(records: Sequence[Record], policy: Policy) -> list[int]:
    """Of each record, how many of its first values can be told: those which enough other people have too, all of them together; 0 of one that is to be left out."""
    alike: dict[tuple[str, ...], list[Contribution]] = defaultdict(list)
    for record in records:
        for length in range(1, len(record.values) + 1):
            alike[record.values[:length]].append(record.contribution)
    enough = {values for values, cell in alike.items() if is_enough(cell, policy)}
    return [_told(record.values, enough) for record in records]


def _told(values: tuple[str, ...], enough: set[tuple[str, ...]]) -> int:
    """How long the longest beginning is of which every shorter one is enough, too."""
    for length in range(1, len(values) + 1):
        if values[:length] not in enough:
            return length - 1
    return len(values)
