"""How near a pattern came to being spoken in a unit: which of its words are missing, out of order, or too far apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from contract_registry.core.rules.patterns import Pattern, Step
from contract_registry.core.rules.patterns import Sequence as Steps
from contract_registry.core.scanning.matching import ByConcept
from contract_registry.core.scanning.units import Heard

MOST_PLACES = 16
_KINDS = ("words", "order", "gap")


class Apart(NamedTuple):
    """Two neighbours of a pattern with more words between them than it allows."""

    first: Heard
    second: Heard
    words: int
    allowed: int


@dataclass(frozen=True, slots=True)
class Missed:
    """Why `pattern` is not spoken: `missing` are the steps nobody says, `heard` what is said of the others, `apart` what stands too far apart.

    "words": steps are missing. "order": all are said, one of them before the one it must follow. "gap": in order, and too far apart.
    """

    pattern: Pattern
    kind: Literal["words", "order", "gap"]
    heard: tuple[Heard, ...]
    missing: tuple[frozenset[str], ...] = ()
    apart: Apart | None = None

    @property
    def nearness(self) -> tuple[int, float, int]:
        """Greater for what came nearer: by kind, by the share of its steps that is said, by their number."""
        return _KINDS.index(self.kind), len(self.heard) / max(len(self.heard) + len(self.missing), 1), len(self.heard)


def missed(pattern: Pattern, heard: ByConcept) -> Missed | None:
    """How near `pattern` came; None where each of its parts is spoken."""
    parts = [_nearest_of(pattern, alternatives, heard) for alternatives in pattern.parts]
    failed = [part for part in parts if part.kind != "gap" or part.apart]
    if not failed:
        return None
    worst = min(failed, key=lambda part: part.nearness)
    said = tuple(sorted({each for part in parts for each in part.heard}))
    return Missed(pattern, worst.kind, said, tuple(dict.fromkeys(step for part in parts for step in part.missing)), worst.apart)


def _nearest_of(pattern: Pattern, alternatives: Sequence[Steps], heard: ByConcept) -> Missed:
    """The alternative that came nearest; of kind "gap" with nothing apart where it is spoken."""
    tried = [_missed_steps(pattern, steps, heard) for steps in alternatives]
    return next((each for each in tried if each.kind == "gap" and not each.apart), None) or max(tried, key=lambda each: each.nearness)


def _missed_steps(pattern: Pattern, steps: Steps, heard: ByConcept) -> Missed:
    places = [_places(step, heard) for step in steps]
    if not all(places):
        missing = tuple(step.concepts for step, here in zip(steps, places, strict=True) if not here)
        return Missed(pattern, "words", tuple(here[0] for here in places if here), missing)
    chain = _tightest(steps, places)
    if chain is None:
        return Missed(pattern, "order", tuple(here[0] for here in places))
    apart = [
        Apart(one, other, other.at - one.until, step.gap)
        for one, other, step in zip(chain, chain[1:], steps[1:], strict=False)
        if other.at - one.until > step.gap
    ]
    return Missed(pattern, "gap", chain, apart=max(apart, key=lambda each: each.words - each.allowed, default=None))


def _places(step: Step, heard: ByConcept) -> list[Heard]:
    return sorted(each for concept in step.concepts for each in heard.get(concept, ()))[:MOST_PLACES]


def _tightest(steps: Steps, places: Sequence[Sequence[Heard]]) -> tuple[Heard, ...] | None:
    """One place for each step, in order, with the fewest words beyond what the gaps allow; None where no order works."""
    chains: list[tuple[int, tuple[Heard, ...]]] = [(0, (each,)) for each in places[0]]
    for step, here in zip(steps[1:], places[1:], strict=True):
        longer = []
        for each in here:
            before = [(over + max(0, each.at - chain[-1].until - step.gap), chain) for over, chain in chains if chain[-1].until <= each.at]
            if before:
                over, chain = min(before)
                longer.append((over, (*chain, each)))
        chains = longer
    return min(chains)[1] if chains else None
