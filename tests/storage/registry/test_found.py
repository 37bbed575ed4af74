"""What a search finds holds, taken apart, what each clause says; and numbers are told apart whichever they are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from uuid import UUID

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, Engine

from contract_registry.core.contracts.fingerprints.fingerprint import Fingerprint
from contract_registry.core.disclosure.consent.ladder import PUBLIC, Circle, Level, Purpose
from contract_registry.core.disclosure.consent.projection import Found, Row
from contract_registry.core.disclosure.people import Asker
from contract_registry.core.disclosure.roles import Role
from contract_registry.core.disclosure.searching.question import Asked, Facet, circles_of
from contract_registry.storage.registry.alike import Alike
from contract_registry.storage.registry.asking import Question
from contract_registry.storage.registry.blocks import blocks
from contract_registry.storage.registry.circles import id_of_circle
from contract_registry.storage.registry.columns import Numbered, engager_id
from contract_registry.storage.registry.found import clauses_in, names_of
from contract_registry.storage.registry.rows import put_rows, take_rows
from contract_registry.storage.registry.seeking import Search
from contract_registry.storage.registry.told import FACTS

NOON = datetime(2026, 12, 1, 12, tzinfo=UTC)
UNION, NORTH = (str(UUID(int=number)) for number in (1, 2))
OWN = (Circle(UNION), Circle(UNION, NORTH))
OFFICER = Asker(Role.OFFICER, organisation=UNION, branch=NORTH)
NAMES = {Facet.ROLE_FAMILY: "role family", Facet.FEE_BAND: "fee"}
words = st.sampled_from(["", "a", "b", "it's, \\ \x1f ü"])
found = st.builds(Found, st.sampled_from(["t", "u", "v"]), words, words, words, st.just(1), words)
clause = st.tuples(st.lists(found, min_size=1, max_size=3, unique_by=lambda each: each.type), words)
contract = st.tuples(
    st.sampled_from([PUBLIC, *OWN]),
    st.integers(-3, 3),
    st.integers(0, 3),
    st.sampled_from(["", "Northlight Books", "NORTHLIGHT BOOKS", "Kestrel Ltd"]),
    st.tuples(*[words] * len(FACTS)),
    st.lists(clause, min_size=1, max_size=3),
)


@pytest.fixture
def connection(engine: Engine) -> Iterator[Connection]:
    with engine.connect() as connection, connection.begin() as transaction:
        yield connection
        transaction.rollback()


def rows_of(number: int, drawn: tuple) -> list[Numbered]:  # type: ignore[type-arg]
    circle, day, person, engager, facts, clauses = drawn
    told = tuple((NAMES.get(facet, facet.value), value) for facet, value in zip(FACTS, facts, strict=True) if value)
    return [
        Numbered(
            Row(
                circle, str(UUID(int=1_000 + number)), place, Level.ENGAGER, tuple(Purpose), NOON + timedelta(days=day), tuple(types),
                Fingerprint(f"{place:032}", tuple(range(96)), (place,)), told, "words", engager, review,
            ),
            number << 8 | place,
            person,
        )
        for place, (types, review) in enumerate(clauses)
    ]  # fmt: skip


def values_of(row: Row) -> dict[Facet, set[str]]:
    facts = {facet: {dict(row.facts).get(NAMES.get(facet, facet.value), "").replace("\x1f", " ")} for facet in FACTS}
    first = row.found[0]
    said = {
        Facet.FAMILY: {first.family},
        Facet.SEVERITY: {first.severity},
        Facet.RULE: {first.rule},
        Facet.BECAME: {row.became},
        Facet.REVIEW: {row.review},
        Facet.TYPE: set(row.types),
        Facet.ENGAGER: {engager_id(row.engager) or ""},
    }
    return {facet: values - {""} for facet, values in {**facts, **said}.items()}


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(contract, max_size=7), st.none() | st.integers(-3, 3))
def test_figures_are_told_of_what_each_clause_says(connection: Connection, drawn: list[tuple], until: int | None) -> None:  # type: ignore[type-arg]
    every = [rows_of(number, each) for number, each in enumerate(drawn)]
    for rows in every:
        put_rows(connection, rows[0].row.contract, rows)
    day = None if until is None else NOON + timedelta(days=until)

    search = Search(Question(Asked(), circles_of(OFFICER)), blocks(connection))
    search.seek(connection, alone=True)
    sought = search.sought()
    told = clauses_in(connection, sought, {id_of_circle(circle): day for circle in OWN})

    public: dict[Facet, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    shared: dict[Facet, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for rows in every:
        first = rows[0]
        for facet in Facet:
            for value in {value for each in rows for value in values_of(each.row).get(facet, ())}:
                if first.row.circle == PUBLIC:
                    public[facet][value] += 1
                elif day is not None and first.row.shared_at <= day:
                    shared[facet][value].append(first.contributor)
    assert {facet: told.public.counts(facet, told.values.get(facet, ())) for facet in Facet} == {facet: public[facet] for facet in Facet}
    cells = {facet: told.shared.cells(facet, told.values.get(facet, ())) for facet in Facet}
    assert {facet: {value: sorted(cell) for value, cell in by_value.items()} for facet, by_value in cells.items()} == {
        facet: {value: sorted(cell) for value, cell in shared[facet].items()} for facet in Facet
    }
    assert list(sought.numbers) == sorted((each.number for rows in every for each in rows), reverse=True)
    of_engager = {place: told.shared.having_value(Facet.ENGAGER, place) for place, _ in enumerate(told.values.get(Facet.ENGAGER, ()))}
    for place, contracts in of_engager.items():
        named = {rows[0].row.contract for rows in every if engager_id(rows[0].row.engager) == told.values[Facet.ENGAGER][place]}
        assert set(told.shared.ids_of(contracts)) <= named
    spelt = {rows[0].row.engager for rows in every} - {""}
    called = names_of(connection, sought.blocks, told, [*public[Facet.ENGAGER], *shared[Facet.ENGAGER]])
    assert called.keys() == public[Facet.ENGAGER].keys() | shared[Facet.ENGAGER].keys()
    assert all(engager_id(name) == engager and name in spelt for engager, name in called.items())
    for rows in every:
        take_rows(connection, rows[0].row.contract)


@given(st.lists(st.integers(-(2**63), 2**63 - 1) | st.integers(0, 3).map(lambda each: each << 60)))
def test_numbers_are_told_apart(numbers: list[int]) -> None:
    alike = Alike.of(np.array(numbers, np.int64))

    kinds = [numbers[place] for place in alike.first.tolist()]
    assert sorted(kinds) == sorted(set(numbers))
    assert [kinds[place] for place in alike.places.tolist()] == numbers
