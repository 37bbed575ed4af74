"""Tells figures of what was found in the registry as far as the gate lets them out: public terms exactly, what people shared in bands or not at all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType

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
        public, shared = self._apart(found)
        names = {value: each.engager for each in found for value in each.values.get(Facet.ENGAGER, ())}
        seen, given = ({facet: _by_value(facet, of) for facet in Facet} for of in (public, shared))
        return {facet: self._told(seen[facet], given[facet], names, names_engagers=facet is Facet.ENGAGER) for facet in Facet}

    def values(
        self, found: Iterable[tuple[str, OfContract]], names: Mapping[str, str] = MappingProxyType({}), *, names_engagers: bool = False
    ) -> list[FacetValue]:
        """The values that can be told of contracts that have one each, the commonest first; no contract is given twice with one value."""
        cells: dict[str, list[OfContract]] = defaultdict(list)
        for value, each in found:
            cells[value].append(each)
        apart = {value: self._apart(cell) for value, cell in cells.items()}
        public, shared = ({value: pair[side] for value, pair in apart.items()} for side in (0, 1))
        return self._told(public, shared, names, names_engagers=names_engagers)

    def _apart(self, found: Iterable[OfContract]) -> tuple[list[OfContract], list[OfContract]]:
        """What is public, and what people shared and is counted by now."""
        public: list[OfContract] = []
        shared: list[OfContract] = []
        for each in found:
            if each.circle == _PUBLIC:
                public.append(each)
            elif self.counts(each.circle, each.shared_at):
                shared.append(each)
        return public, shared

    def _told(
        self,
        public: Mapping[str, Sequence[OfContract]],
        shared: Mapping[str, Sequence[OfContract]],
        names: Mapping[str, str],
        *,
        names_engagers: bool,
    ) -> list[FacetValue]:
        told = facets_told({value: [each.contributor for each in cell] for value, cell in shared.items()}, self.policy)
        if names_engagers:
            told = {value: figure for value, figure in told.items() if self._may_name(value, shared[value])}
        values = {*(value for value, cell in public.items() if cell), *told}
        every = [FacetValue(value, names.get(value, value), len(public.get(value, ())), told.get(value)) for value in values]
        return sorted(every, key=lambda each: (-each.public - (each.shared.engagements.lower if each.shared else 0), each.value))

    def whole(self, found: Iterable[OfContract]) -> FacetValue:
        """What can be told of how many contracts there are."""
        told = self.values(("", each) for each in found)
        return told[0] if told else FacetValue("", "", 0, None)

    def _may_name(self, engager: str, cell: Sequence[OfContract]) -> bool:
        return is_enough_for_engager(map(_contribution, cell), Counted(frozenset({(Dimension.ENGAGER, engager)})), self.policy)


_PUBLIC = id_of_circle(PUBLIC)


def telling_to(reading: Reading, asker: Asker, circles: Sequence[Circle], purpose: Purpose, now: datetime) -> Telling:
    """What is told to whoever asks of what these circles may see for a purpose."""
    policy = INSIDE if asker.role is Role.OFFICER else OUTSIDE
    firsts = firsts_of(reading.connection, circles, purpose)
    return Telling(policy, {circle: counted_until(given, policy, now) for circle, given in firsts.items() if circle != _PUBLIC})


def _by_value(facet: Facet, found: Iterable[OfContract]) -> dict[str, list[OfContract]]:
    cells: dict[str, list[OfContract]] = defaultdict(list)
    for each in found:
        for value in each.values.get(facet, ()):
            cells[value].append(each)
    return cells


def _contribution(each: OfContract) -> Contribution:
    has_original = bool(_ORIGINAL_SEEN.intersection(each.values.get(Facet.VERIFICATION, ())))
    return Contribution(str(each.contributor), each.contract, each.shared_at, {}, has_original=has_original)
