"""Searches the registry for whoever asks: hits that they may read, and beside them the figures that the gate lets out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from contract_registry.core.disclosure.consent.ladder import PUBLIC, Circle, Purpose
from contract_registry.core.disclosure.gate.admission import counted_until
from contract_registry.core.disclosure.gate.cell import Figure
from contract_registry.core.disclosure.gate.contribution import Contribution
from contract_registry.core.disclosure.gate.facets import facets_told
from contract_registry.core.disclosure.gate.policy import INSIDE, OUTSIDE, Policy
from contract_registry.core.disclosure.people import Asker
from contract_registry.core.disclosure.roles import Role
from contract_registry.core.disclosure.searching.hit import Hit
from contract_registry.core.disclosure.searching.question import Asked, Facet, circles_of
from contract_registry.operations.service import Service
from contract_registry.storage.registry.circles import id_of_circle
from contract_registry.storage.registry.searching import (
    MOST,
    OfContract,
    Question,
    contracts_found,
    count_of,
    firsts_of,
    page_of,
)
from contract_registry.storage.store import Reading


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A value, what it is called, and what is told of how often it was found: in public terms exactly, of what people shared in bands or not at all."""

    value: str
    name: str
    public: int
    shared: Figure | None


@dataclass(frozen=True, slots=True)
class Found:
    """A page of hits; `count` is exact up to `MOST`, beyond it `is_more`; `goes_on` where further pages follow."""

    hits: tuple[Hit, ...]
    goes_on: bool
    count: int
    is_more: bool
    facets: Mapping[Facet, Sequence[FacetValue]]


def search(service: Service, asker: Asker, asked: Asked, most: int, after: tuple[float, int] | None = None) -> Found:
    """What whoever asks can read of what is asked for, a page of it."""
    question = Question(asked, circles_of(asker))
    with service.store.reading() as reading:
        hits = page_of(reading.connection, question, most + 1, after)
        count = count_of(reading.connection, question)
        facets = _facets(reading, asker, question, service.store.clock())
    return Found(tuple(hits[:most]), len(hits) > most, min(count, MOST), count > MOST, facets)


def _facets(reading: Reading, asker: Asker, question: Question, now: datetime) -> dict[Facet, list[FacetValue]]:
    policy = INSIDE if asker.role is Role.OFFICER else OUTSIDE
    found = contracts_found(reading.connection, question)
    counted = _counted(reading, question.circles, policy, now)
    public: dict[Facet, dict[str, int]] = {facet: defaultdict(int) for facet in Facet}
    shared: dict[Facet, dict[str, list[Contribution]]] = {facet: defaultdict(list) for facet in Facet}
    for each in found:
        for facet, values in each.values.items():
            for value in values:
                if each.circle == id_of_circle(PUBLIC):
                    public[facet][value] += 1
                elif (until := counted.get(each.circle)) and each.shared_at <= until:
                    shared[facet][value].append(_contribution(each))
    names = {value: each.engager for each in found for value in each.values[Facet.ENGAGER]}
    return {facet: _values(public[facet], facets_told(shared[facet], policy), names) for facet in Facet}


def _counted(reading: Reading, circles: Sequence[Circle], policy: Policy, now: datetime) -> dict[str, datetime | None]:
    """Of each circle, until when what was shared is counted now."""
    firsts = firsts_of(reading.connection, circles, Purpose.SEARCH)
    return {circle: counted_until(given, policy, now) for circle, given in firsts.items()}


def _contribution(each: OfContract) -> Contribution:
    return Contribution(str(each.contributor), each.contract, each.shared_at, {})


def _values(public: Mapping[str, int], shared: Mapping[str, Figure], names: Mapping[str, str]) -> list[FacetValue]:
    """The values that are told, the commonest first."""
    every = [FacetValue(value, names.get(value, value), public.get(value, 0), shared.get(value)) for value in {*public, *shared}]
    return sorted(every, key=lambda each: (-each.public - (each.shared.engagements.lower if each.shared else 0), each.value))
