"""Figures of what was found in columns are those of the same contracts one by one."""

from __future__ import annotations

from collections import defaultdict
from datetime import UTC, datetime
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from contract_registry.core.disclosure.consent.ladder import PUBLIC
from contract_registry.core.disclosure.gate.policy import INSIDE
from contract_registry.core.disclosure.searching.question import Facet
from contract_registry.operations.telling import Telling
from contract_registry.storage.registry.asking import FACTS, OF_CLAUSE
from contract_registry.storage.registry.circles import id_of_circle
from contract_registry.storage.registry.counting import OfContract
from contract_registry.storage.registry.found import Clauses, Side

NOON = datetime(2026, 12, 1, 12, tzinfo=UTC)
CIRCLE, ENGAGER = (str(UUID(int=number)) for number in (1, 2))
values = st.sampled_from(["", "a", "b"])
clauses = st.tuples(st.sampled_from(["", "x", "y", "x y"]), *[values] * len(OF_CLAUSE))
contracts = st.tuples(
    st.integers(1, 9), st.sampled_from(["", ENGAGER]), st.tuples(*[values] * len(FACTS)), st.lists(clauses, min_size=1, max_size=3)
)
some = st.lists(contracts, max_size=25)
Contract = tuple[int, str, tuple[str, ...], list[tuple[str, ...]]]


def in_columns(every: list[Contract]) -> Side:
    of_clauses: dict[str, list[str]] = defaultdict(list)
    places = []
    for place, (_, _, _, said) in enumerate(every):
        for clause in said:
            places.append(place)
            for name, value in zip(("types", *OF_CLAUSE), clause, strict=True):
                of_clauses[name].append(value)
    facts = {facet: [facts[number] for _, _, facts, _ in every] for number, facet in enumerate(FACTS)} if every else {}
    engagers = {Facet.ENGAGER: [engager for _, engager, _, _ in every]} if every else {}
    ids = [f"{CIRCLE} {number}" for number in range(len(every))]
    return Side(places, of_clauses, [person for person, _, _, _ in every], {**facts, **engagers}, [called(each[1]) for each in every], ids)


def one_by_one(every: list[Contract], circle: str) -> list[OfContract]:
    return [
        OfContract(
            f"{circle} {number}",
            circle,
            person,
            NOON,
            called(engager),
            {
                **{facet: [value] for facet, value in zip(FACTS, facts, strict=True) if value},
                **{facet: {clause[1 + place] for clause in said} - {""} for place, facet in enumerate(OF_CLAUSE)},
                Facet.TYPE: {each for clause in said for each in clause[0].split()},
                Facet.ENGAGER: [engager] if engager else [],
            },
        )
        for number, (person, engager, facts, said) in enumerate(every)
    ]


def called(engager: str) -> str:
    return "Northlight Books" if engager else ""


@given(some, some)
def test_both_ways_tell_the_same(public: list[Contract], shared: list[Contract]) -> None:
    telling = Telling(INSIDE, {CIRCLE: NOON}, lambda contracts: {each: each[-1] for each in contracts})

    told = telling.facets_in(Clauses((), in_columns(public), in_columns(shared)))

    assert told == telling.facets([*one_by_one(public, id_of_circle(PUBLIC)), *one_by_one(shared, CIRCLE)])
