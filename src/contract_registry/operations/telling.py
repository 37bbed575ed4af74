"""Tells figures of what was found in the registry as far as the gate lets them out: public terms exactly, what people shared in bands or not at all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from contract_registry.core.disclosure.consent.ladder import PUBLIC, Circle, Purpose
from contract_registry.core.disclosure.gate.admission import counted_until
from contract_registry.core.disclosure.gate.cell import Figure, is_enough_for_engager
from contract_registry.core.disclosure.gate.contribution import Contribution, Dimension
from contract_registry.core.disclosure.gate.contribution import Question as Counted
from contract_registry.core.disclosure.gate.facets import facets_told
from contract_registry.core.disclosure.gate.policy import INSIDE, OUTSIDE, Policy
from contract_registry.core.disclosure.people import Asker
from contract_registry.core.disclosure.roles import Role
from contract_registry.core.disclosure.searching.question import Facet
from contract_registry.storage.registry.circles import id_of_circle
from contract_registry.storage.registry.counting import OfContract, firsts_of
from contract_registry.storage.store import Reading

_ORIGINAL_SEEN = frozenset({"V2", "V3", "V4"})


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A value, what it is called, and what is told of how often it was found; `shared` is None where too few stand behind it to say."""

    value: str
    name: str
    public: int
    shared: Figure | None


@dataclass(frozen=True, slots=True)
class Telling:
    """What is told to somebody now: of each circle what was shared until a day is counted, by a policy."""

    policy: Policy
    until: Mapping[str, datetime | None]

    def counts(self, circle: str, shared_at: datetime) -> bool:
        """Whether what was shared with a circle then is counted by now."""
        until = self.until.get(circle)
        return until is not None and shared_at <= until

    def facets(self, found: Sequence[OfContract]) -> dict[Facet, list[FacetValue]]:
        """The values of each facet that can be told, the commonest first."""
        names = {value: each.engager for each in found for value in each.values.get(Facet.ENGAGER, ())}
        return {
            facet: self.values(((value, each) for each in found for value in each.values.get(facet, ())), names, facet is Facet.ENGAGER)
            for facet in Facet
        }

    def values(
        self, found: Iterable[tuple[str, OfContract]], names: Mapping[str, str] | None = None, names_engagers: bool = False
    ) -> list[FacetValue]:
        """The values that can be told of contracts that have one each, the commonest first."""
        public: dict[str, set[str]] = defaultdict(set)
        shared: dict[str, dict[str, Contribution]] = defaultdict(dict)
        for value, each in found:
            if each.circle == _PUBLIC:
                public[value].add(each.contract)
            elif self.counts(each.circle, each.shared_at):
                shared[value][each.contract] = _contribution(each)
        cells = {value: tuple(cell.values()) for value, cell in shared.items()}
        told = facets_told({value: cell for value, cell in cells.items() if not names_engagers or self._may_name(value, cell)}, self.policy)
        called = names or {}
        every = [FacetValue(value, called.get(value, value), len(public.get(value, ())), told.get(value)) for value in {*public, *told}]
        return sorted(every, key=lambda each: (-each.public - (each.shared.engagements.lower if each.shared else 0), each.value))

    def whole(self, found: Iterable[OfContract]) -> FacetValue:
        """What can be told of how many contracts there are."""
        told = self.values(("", each) for each in found)
        return told[0] if told else FacetValue("", "", 0, None)

    def _may_name(self, engager: str, cell: Sequence[Contribution]) -> bool:
        return is_enough_for_engager(cell, Counted(frozenset({(Dimension.ENGAGER, engager)})), self.policy)


_PUBLIC = id_of_circle(PUBLIC)


def telling_to(reading: Reading, asker: Asker, circles: Sequence[Circle], purpose: Purpose, now: datetime) -> Telling:
    """What is told to whoever asks of what these circles may see for a purpose."""
    policy = INSIDE if asker.role is Role.OFFICER else OUTSIDE
    firsts = firsts_of(reading.connection, circles, purpose)
    return Telling(policy, {circle: counted_until(given, policy, now) for circle, given in firsts.items() if circle != _PUBLIC})


def _contribution(each: OfContract) -> Contribution:
    has_original = bool(each.values.get(Facet.VERIFICATION, frozenset()) & _ORIGINAL_SEEN)
    return Contribution(str(each.contributor), each.contract, each.shared_at, {}, has_original=has_original)
