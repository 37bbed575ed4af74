"""Tells figures of what was found in the registry as far as the gate lets them out: public terms exactly, what people shared in bands or not at all."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from types import MappingProxyType

from contract_registry.core.disclosure.consent.ladder import PUBLIC, Circle, Purpose
from contract_registry.core.disclosure.gate.admission import counted_until, newest_entry
from contract_registry.core.disclosure.gate.cell import Figure, is_enough_for_engager
from contract_registry.core.disclosure.gate.contribution import Contribution, Dimension
from contract_registry.core.disclosure.gate.contribution import Question as Counted
from contract_registry.core.disclosure.gate.facets import facets_told
from contract_registry.core.disclosure.gate.policy import INSIDE, OUTSIDE, Policy
from contract_registry.core.disclosure.people import Asker
from contract_registry.core.disclosure.roles import Role
from contract_registry.core.disclosure.searching.question import Facet
from contract_registry.core.records.seen import ORIGINAL_SEEN
from contract_registry.storage.registry.circles import id_of_circle
from contract_registry.storage.registry.counting import OfContract, enough_joined, firsts_of
from contract_registry.storage.registry.seen_by import officers_of
from contract_registry.storage.registry.sides import Clauses
from contract_registry.storage.store import Reading

COMMONEST = 100
"""So many values of a facet are told at most."""
_EVER = datetime.min.replace(tzinfo=UTC)
"""When a contract was shared, where that was asked before."""
_NONE: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A value, what it is called, and what is told of how often it was found; `shared` is None where too few stand behind it to say."""

    value: str
    name: str
    public: int
    shared: Figure | None


@dataclass(frozen=True, slots=True)
class Telling:
    """What is told to somebody now: of each circle what was shared until a day is counted, by a policy; `officers` says who saw contracts, while it is read."""

    policy: Policy
    until: Mapping[str, datetime | None]
    officers: Callable[[Collection[str]], Mapping[str, str]] = lambda _: {}

    def counts(self, circle: str, shared_at: datetime) -> bool:
        """Whether what was shared with a circle then is counted by now."""
        until = self.until.get(circle)
        return until is not None and shared_at <= until

    def facets(self, found: Sequence[OfContract]) -> dict[Facet, list[FacetValue]]:
        """The values of each facet that can be told, the commonest first, a hundred at most."""
        return {
            facet: self.values(
                ((value, each) for each in found for value in each.values.get(facet, ())),
                {value: each.engager for each in found for value in each.values.get(Facet.ENGAGER, ())} if facet is Facet.ENGAGER else {},
                names_engagers=facet is Facet.ENGAGER,
            )
            for facet in Facet
        }

    def facets_in(
        self, found: Clauses, called: Callable[[Collection[str]], Callable[[], Mapping[str, str]]], parts: Sequence[Clauses] | None = ()
    ) -> dict[Facet, list[FacetValue]]:
        """The same of what a search found; `called` begins to ask what the engagers with these ids are called, and gives what waits for it.

        `parts` has what was found of each part of a question that leaves a choice; None where there are too many, and no figure of people is told.
        """

        def told(facet: Facet) -> list[FacetValue]:
            values = found.values.get(facet, ())
            counts, given = found.public.counts(facet, values), {} if parts is None else found.shared.cells(facet, values)
            of_parts = [each.shared.cells(facet, each.values.get(facet, ())) for each in parts or ()]
            return self._told(counts, given, namable=self._naming(found) if facet is Facet.ENGAGER else list, parts=of_parts)

        engagers = told(Facet.ENGAGER)
        names_in = called([each.value for each in engagers])
        others: dict[Facet, list[FacetValue]] = {facet: told(facet) for facet in Facet if facet is not Facet.ENGAGER}
        names = names_in()
        return {**others, Facet.ENGAGER: [replace(each, name=names.get(each.value, each.value)) for each in engagers]}

    def values(
        self, found: Iterable[tuple[str, OfContract]], names: Mapping[str, str] = _NONE, *, names_engagers: bool = False
    ) -> list[FacetValue]:
        """The values that can be told of contracts that have one each, the commonest first; no contract is given twice with one value."""
        public: Counter[str] = Counter()
        shared: dict[str, list[OfContract]] = defaultdict(list)
        for value, each in found:
            if each.circle == _PUBLIC:
                public[value] += 1
            elif self.counts(each.circle, each.shared_at):
                shared[value].append(each)
        people = {value: [each.contributor for each in cell] for value, cell in shared.items()}
        if not names_engagers:
            return self._told(public, people, names)

        def saw(engager: str) -> list[tuple[str, Iterable[str]]]:
            return [(each.contract, each.values.get(Facet.VERIFICATION, ())) for each in shared[engager]]

        return self._told(public, people, names, lambda engagers: self._namable({each: saw(each) for each in engagers}))

    def _told(
        self,
        public: Mapping[str, int],
        shared: Mapping[str, Sequence[int]],
        names: Mapping[str, str] = _NONE,
        namable: Callable[[Collection[str]], Collection[str]] = list,
        parts: Sequence[Mapping[str, Sequence[int]]] = (),
    ) -> list[FacetValue]:
        figures = facets_told(shared, self.policy, parts)
        told = {value: figures[value] for value in namable(figures)}
        order = sorted(
            public.keys() | told, key=lambda value: (-public.get(value, 0) - (told[value].engagements.lower if value in told else 0), value)
        )
        return [FacetValue(value, names.get(value, value), public.get(value, 0), told.get(value)) for value in order[:COMMONEST]]

    def whole(self, found: Iterable[OfContract]) -> FacetValue:
        """What can be told of how many contracts there are."""
        told = self.values(("", each) for each in found)
        return told[0] if told else FacetValue("", "", 0, None)

    def _naming(self, found: Clauses) -> Callable[[Collection[str]], Collection[str]]:
        """Which of some engagers may be named, by their ids."""
        shared, places = found.shared, {engager: place for place, engager in enumerate(found.values.get(Facet.ENGAGER, ()))}
        verified = enumerate(found.values.get(Facet.VERIFICATION, ()))
        seen = {contract: [value] for place, value in verified for contract in shared.having_value(Facet.VERIFICATION, place)}

        def saw(engager: str) -> list[tuple[str, Iterable[str]]]:
            contracts = shared.having_value(Facet.ENGAGER, places[engager])
            return [(id_, seen.get(each, ())) for each, id_ in zip(contracts, shared.ids_of(contracts), strict=True)]

        return lambda engagers: self._namable({each: saw(each) for each in engagers})

    def _namable(self, saw: Mapping[str, Sequence[tuple[str, Iterable[str]]]]) -> list[str]:
        """The engagers that may be named; of each are given the contracts that name it, with how far they are verified."""
        officers = self.officers([contract for contracts in saw.values() for contract, _ in contracts]) if saw else {}
        return [
            engager
            for engager, contracts in saw.items()
            if is_enough_for_engager(
                (Contribution("", each, _EVER, {}, officers.get(each, ""), has_original=_is_seen(seen)) for each, seen in contracts),
                Counted(frozenset({(Dimension.ENGAGER, engager)})),
                self.policy,
            )
        ]


_PUBLIC = id_of_circle(PUBLIC)


def telling_to(reading: Reading, asker: Asker, circles: Sequence[Circle], purpose: Purpose, now: datetime) -> Telling:
    """What is told to whoever asks of what these circles may see for a purpose."""
    policy = INSIDE if asker.role is Role.OFFICER else OUTSIDE
    after, until = newest_entry(policy, now)
    own = [circle for circle in circles if circle != PUBLIC]
    counted = {
        id_of_circle(circle): until for circle in own if enough_joined(reading.connection, circle, purpose, after, until, policy.least)
    }
    others = [circle for circle in own if id_of_circle(circle) not in counted]
    firsts = firsts_of(reading.connection, others, purpose) if others else {}
    until_ = {**counted, **{circle: counted_until(given, policy, now) for circle, given in firsts.items()}}
    return Telling(policy, until_, partial(officers_of, reading.connection))


def _is_seen(verification: Iterable[str]) -> bool:
    return not ORIGINAL_SEEN.isdisjoint(verification)
