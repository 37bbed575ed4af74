"""Figures of what was found in numbers are those of the same contracts one by one."""

from __future__ import annotations

from collections import defaultdict
from datetime import UTC, datetime
from uuid import UUID

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from contract_registry.core.disclosure.consent.ladder import PUBLIC
from contract_registry.core.disclosure.gate.policy import INSIDE
from contract_registry.core.disclosure.searching.question import Facet
from contract_registry.operations.telling import Telling
from contract_registry.storage.registry.circles import id_of_circle
from contract_registry.storage.registry.counting import OfContract
from contract_registry.storage.registry.sides import Clauses, Having, Side
from contract_registry.storage.registry.told import FACTS, OF_CLAUSE

NOON = datetime(2026, 12, 1, 12, tzinfo=UTC)
CIRCLE, ENGAGER = (str(UUID(int=number)) for number in (1, 2))
values = st.sampled_from(["", "a", "b"])
clauses = st.tuples(st.sampled_from(["", "x", "y", "x y"]), *[values] * len(OF_CLAUSE))
contracts = st.tuples(
    st.integers(1, 9), st.sampled_from(["", ENGAGER]), st.tuples(*[values] * len(FACTS)), st.lists(clauses, min_size=1, max_size=3)
)
some = st.lists(contracts, max_size=25)
Contract = tuple[int, str, tuple[str, ...], list[tuple[str, ...]]]


VALUES: dict[Facet, list[str]] = {
    **{facet: ["b", "", "a"] for facet in (*FACTS, *OF_CLAUSE)},
    Facet.TYPE: ["y", "x"],
    Facet.ENGAGER: ["", ENGAGER],
}


def as_found(every: list[Contract]) -> Side:
    having: dict[Facet, set[tuple[int, int]]] = defaultdict(set)
    for place, (_, engager, facts, said) in enumerate(every):
        of_contract = {facet: {value} for facet, value in zip(FACTS, facts, strict=True)}
        of_clauses = {facet: {clause[1 + at] for clause in said} for at, facet in enumerate(OF_CLAUSE)}
        types = {each for clause in said for each in clause[0].split()}
        for facet, values in {**of_contract, **of_clauses, Facet.TYPE: types, Facet.ENGAGER: {engager}}.items():
            having[facet] |= {(place, VALUES[facet].index(value)) for value in values if value}
    columns = {facet: np.array(sorted(pairs), np.int64).reshape(-1, 2).T for facet, pairs in having.items()}
    ids = np.array([(0, 1 + number) for number, _ in enumerate(every)], np.int64).reshape(-1, 2)
    return Side(np.array([person for person, _, _, _ in every], np.int64), {facet: Having(*pairs) for facet, pairs in columns.items()}, ids)


def one_by_one(every: list[Contract], circle: str) -> list[OfContract]:
    return [
        OfContract(
            str(UUID(int=1 + number)),
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

    told = telling.facets_in(
        Clauses(VALUES, as_found(public), as_found(shared)),
        lambda engagers: lambda: dict(zip(engagers, map(called, engagers), strict=True)),
    )

    assert told == telling.facets([*one_by_one(public, id_of_circle(PUBLIC)), *one_by_one(shared, CIRCLE)])
