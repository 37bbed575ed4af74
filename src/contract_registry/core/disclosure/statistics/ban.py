"""What a ban worded like this would catch: any of some types or wordings, unless others stand beside them, told through the gate or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import combinations

from contract_registry.core.disclosure.gate.admission import admitted
from contract_registry.core.disclosure.gate.cell import Figure, is_enough, people_in
from contract_registry.core.disclosure.gate.contribution import Contribution, Dimension, Question
from contract_registry.core.disclosure.gate.gate import Gate
from contract_registry.core.disclosure.gate.policy import Policy
from contract_registry.core.disclosure.statistics.share import Told, told
from contract_registry.errors import WrongUsage

MOST = 6
"""Parts that a ban may have: what it tells is held against every ban that has fewer of them."""
CAUGHT = "caught"

Part = tuple[Dimension, str]
"""A type of clause, or a wording by its fingerprint."""


@dataclass(frozen=True, slots=True)
class Ban:
    """Every engagement with any part of `catches`, unless it has one of `unless`, such as a protection or a union agreement."""

    catches: frozenset[Part]
    unless: frozenset[Part] = frozenset()

    def holds(self, each: Contribution) -> bool:
        """Whether an engagement would be caught."""
        return any(each.is_in([part]) for part in self.catches) and not any(each.is_in([part]) for part in self.unless)

    def narrower(self) -> Iterator[Ban]:
        """Every ban with some of its parts left out."""
        for caught in _subsets(self.catches):
            for unless in _subsets(self.unless):
                if caught and (caught, unless) != (self.catches, self.unless):
                    yield Ban(caught, unless)


@dataclass(frozen=True, slots=True)
class Caught:
    """What a ban would catch of all engagements, and by the values of a dimension; None and nothing where that would tell of single people."""

    of_all: Told
    by: Mapping[str, Told]


def checked_ban(ban: Ban) -> Ban:
    """The ban, if it can be asked about; WrongUsage where it catches nothing, asks for too much, or for something that no ban speaks of."""
    parts = (*ban.catches, *ban.unless)
    if not ban.catches:
        raise WrongUsage("Say what the ban forbids: a type of clause, or the words of one.")
    if len(parts) > MOST:
        raise WrongUsage(f"A ban has {MOST} parts at most, with its exceptions. Ask about two bans.")
    if any(dimension not in {Dimension.TYPE, Dimension.WORDING, Dimension.AGREEMENT} for dimension, _ in parts):
        raise WrongUsage("A ban speaks of types of clause, wordings and union agreements. Leave the rest out.")
    return ban


def caught_by(ban: Ban, contributions: Iterable[Contribution], policy: Policy, now: datetime, by: Dimension) -> Caught:
    """What `ban` would catch. A figure is told only where the gate would tell it, and where no ban with fewer parts differs from it by a few people."""
    every = list(contributions)
    counted = admitted(every, policy, now)
    gate = Gate([_marked(each, ban) for each in every], policy, now)
    asked = Question(frozenset({(Dimension.BAN, CAUGHT)}))
    whole, wholes = gate.figure(Question()), gate.table(Question(), by)
    columns = {value: _told(gate, asked.narrowed(by, value), ban, counted, policy) for value in wholes}
    return Caught(
        told(_told(gate, asked, ban, counted, policy), whole),
        {value: told(figure, wholes[value]) for value, figure in columns.items() if figure is not None},
    )


def _told(gate: Gate, asked: Question, ban: Ban, counted: Iterable[Contribution], policy: Policy) -> Figure | None:
    """The figure of the gate, unless a narrower ban, or the ban beside its own columns, would show a few people by difference."""
    where = asked.without(Dimension.BAN).where
    cell = [each for each in counted if each.is_in(where)]
    held = [each for each in cell if ban.holds(each)]
    if not is_enough(held, policy):
        return None
    caught = people_in(held)
    for other in ban.narrower():
        others = people_in(each for each in cell if other.holds(each))
        if any(0 < len(rest) < policy.least for rest in (caught - others, others - caught)):
            return None
    return gate.figure(asked)


def _marked(each: Contribution, ban: Ban) -> Contribution:
    """The engagement with what the ban says of it as a value of its own, so that the gate counts it like any other."""
    return replace(each, values={**each.values, Dimension.BAN: frozenset({CAUGHT})}) if ban.holds(each) else each


def _subsets(parts: frozenset[Part]) -> Iterator[frozenset[Part]]:
    ordered = sorted(parts)
    for size in range(len(ordered) + 1):
        yield from map(frozenset, combinations(ordered, size))
