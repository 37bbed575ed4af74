"""A clause of the registry with the lineage of its wording: where else it was seen, since when, in which variants, and what became of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import get_args
from unicodedata import category, normalize

from contract_registry.core.comparing.lineage import Became, Sighting, Variant, lineage_of
from contract_registry.core.disclosure.consent.ladder import Purpose
from contract_registry.core.disclosure.people import Asker
from contract_registry.core.disclosure.searching.hit import Hit, number_of
from contract_registry.core.disclosure.searching.question import Asked, Facet, circles_of
from contract_registry.errors import NotFound
from contract_registry.operations.telling import FacetValue, Telling, telling_to
from contract_registry.storage.registry.asking import Question
from contract_registry.storage.registry.blocks import hold_blocks
from contract_registry.storage.registry.counting import OfContract, contracts_naming
from contract_registry.storage.registry.near import Sighted, clause_at, sightings_near
from contract_registry.storage.store import Reading, Store

_BECAME: dict[str, Became] = {each: each for each in get_args(Became)}
_BELONGS_TO_LETTERS = frozenset({"Mn", "Mc", "Pc"})
"""The kinds of signs without which a word is another one: vowels of some scripts, accents, what joins."""
_TOLD_BY = (Facet.ENGAGER, Facet.SECTOR, Facet.ROLE_FAMILY, Facet.YEAR, Facet.JURISDICTION, Facet.AGREEMENT, Facet.BECAME)


@dataclass(frozen=True, slots=True)
class VariantTold:
    """One way of saying it, with how its words differ from the commonest, and what can be told of how often it was seen."""

    variant: Variant
    told: FacetValue


@dataclass(frozen=True, slots=True)
class CounterTold:
    """A wording that was agreed instead, with what is told of how often."""

    text: str
    told: FacetValue


@dataclass(frozen=True, slots=True)
class LineageTold:
    """The lineage as far as whoever asks may know it; months as in "2026-12". `lacking` is of contracts of an engager that do not have it."""

    contracts: FacetValue
    first: str
    last: str
    facets: Mapping[Facet, Sequence[FacetValue]]
    variants: tuple[VariantTold, ...]
    counters: tuple[CounterTold, ...]
    lacking: Sequence[FacetValue]


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause with all the words of it that are shared, and its lineage."""

    hit: Hit
    text: str
    lineage: LineageTold


@dataclass(frozen=True, slots=True)
class Like:
    """A clause whose wording is like another's: from 0, nothing in common, to 1, the same."""

    hit: Hit
    likeness: float


def clause_of(store: Store, asker: Asker, clause: str) -> Clause:
    """The clause; NotFound where there is none by this id for whoever asks."""
    with store.reading() as reading:
        hold_blocks(reading.connection)
        found = _at(reading, asker, clause)
        question = Question(Asked(), circles_of(asker), shown_only=False)
        seen = sightings_near(reading.connection, question, found.wording)
        telling = telling_to(reading, asker, question.circles, Purpose.SEARCH, store.clock())
        engagers = {each.engager_id for each in seen if each.engager_id}
        naming = contracts_naming(reading.connection, question.circles, sorted(engagers))
        told = _told(telling, seen, naming)
    return Clause(found.hit, found.text, told)


def clauses_like(store: Store, asker: Asker, clause: str, most: int) -> list[Like]:
    """Other clauses that say nearly the same, the likest first; NotFound where there is no such clause for whoever asks."""
    with store.reading() as reading:
        hold_blocks(reading.connection)
        found = _at(reading, asker, clause)
        seen = sightings_near(reading.connection, Question(Asked(), circles_of(asker)), found.wording)
    return [Like(each.hit, each.likeness) for each in seen if each.hit.number != found.hit.number][:most]


def _at(reading: Reading, asker: Asker, clause: str) -> Sighted:
    found = clause_at(reading.connection, Question(Asked(), circles_of(asker)), number_of(clause))
    if found is None:
        raise NotFound("There is no such clause, or not for you.")
    return found


def _told(telling: Telling, seen: Sequence[Sighted], naming: Mapping[str, Sequence[OfContract]]) -> LineageTold:
    contracts = {(each.contract, each.circle): _of_contract(each) for each in seen}
    every = telling.facets(list(contracts.values()))
    by_contract = {each.contract: each for of_engager in naming.values() for each in of_engager}
    lineage = lineage_of(map(_sighting, seen), {engager: [each.contract for each in every] for engager, every in naming.items()})
    months = sorted(each.hit.month for each in seen)
    return LineageTold(
        telling.whole(contracts.values()),
        months[0],
        months[-1],
        {facet: every[facet] for facet in _TOLD_BY},
        _variants(telling, [each for each in seen if each.text]),
        _counters(telling, seen),
        telling.values(
            ((engager, by_contract[contract]) for engager, lacking in lineage.lacking for contract in lacking),
            {engager: of_engager[0].engager for engager, of_engager in naming.items()},
            names_engagers=True,
        ),
    )


def _variants(telling: Telling, seen: Sequence[Sighted]) -> tuple[VariantTold, ...]:
    """The variants in these, of all of which words are shared, the commonest first."""
    once = {(each.exact, each.contract): _of_contract(each) for each in seen}
    told = {each.value: each for each in telling.values((exact, each) for (exact, _), each in once.items())}
    variants = lineage_of(map(_sighting, seen), {}).variants
    return tuple(VariantTold(each, told.get(each.exact, FacetValue(each.exact, "", 0, None))) for each in variants)


def _counters(telling: Telling, seen: Sequence[Sighted]) -> tuple[CounterTold, ...]:
    """What was agreed instead, the commonest first: words are told where enough people agreed on them by now, spelt as most of those have them."""
    counted = [each for each in seen if each.counter and telling.counts(each.circle, each.shared_at)]
    spellings = sorted(Counter(each.counter for each in counted).items(), key=lambda pair: (pair[1], pair[0]))
    spelt = {_words(counter): counter for counter, _ in spellings}
    once = {(words, each.contract): _of_contract(each) for each in counted if (words := _words(each.counter))}
    told = telling.values((words, each) for (words, _), each in once.items())
    return tuple(CounterTold(spelt[each.value], each) for each in told if each.shared)


def _words(counter: str) -> str:
    """What two spellings of one wording have in common."""
    letters = normalize("NFC", counter.casefold())
    return " ".join("".join(each if each.isalnum() or category(each) in _BELONGS_TO_LETTERS else " " for each in letters).split())


def _of_contract(each: Sighted) -> OfContract:
    facts = each.hit.facts
    values = {facet: frozenset(filter(None, [facts.get(facet.value, "")])) for facet in (*_TOLD_BY, Facet.VERIFICATION)}
    return OfContract(
        each.contract,
        each.circle,
        each.contributor,
        each.shared_at,
        each.hit.engager,
        {**values, Facet.ENGAGER: frozenset(filter(None, [each.engager_id]))},
    )


def _sighting(each: Sighted) -> Sighting:
    became = _BECAME.get(each.hit.facts.get("became", ""), "unknown")
    year, month = map(int, each.hit.month.split("-"))
    facts = each.hit.facts
    return Sighting(
        each.contract, each.engager_id, facts.get("sector", ""), each.circle, date(year, month, 1), each.exact, each.text, became
    )
