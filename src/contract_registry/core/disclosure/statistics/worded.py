"""A ban by its words: which of the wordings that stand together around them are enough people's to be a part of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from contract_registry.core.disclosure.gate.cell import is_enough
from contract_registry.core.disclosure.gate.contribution import Contribution, Dimension
from contract_registry.core.disclosure.gate.policy import Policy
from contract_registry.core.disclosure.statistics.ban import Part

NOBODY_SAYS = "words that nobody uses"


def with_wordings(
    contributions: Iterable[Contribution], groups: Sequence[Collection[str]], policy: Policy, most: int
) -> tuple[tuple[Contribution, ...], frozenset[Part]]:
    """The engagements with the groups of wordings they have, and those groups as parts of a ban, `most` at most.

    A group is all engagements with one of some wordings, as they are counted now. One of too few people is left aside as if it were not there, so that no answer
    depends on what a few have; where none is left, the part is one that catches nobody.
    """
    every = tuple(contributions)
    enough = [group for group in groups if is_enough([each for each in every if each.engagement in group], policy)][:most]
    named = {f"wording {place}": frozenset(group) for place, group in enumerate(enough, 1)}
    marked = tuple(
        replace(
            each, values={**each.values, Dimension.WORDING: frozenset(name for name, group in named.items() if each.engagement in group)}
        )
        for each in every
    )
    return marked, frozenset((Dimension.WORDING, name) for name in named or [NOBODY_SAYS])
