"""Searching the tables gives what the projection says, whoever asks, however the blocks are divided, and nothing that was taken away."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, Engine, create_engine, func, select

from contract_registry.core.contracts.fingerprints.fingerprint import Fingerprint
from contract_registry.core.disclosure.consent.consent import Consent
from contract_registry.core.disclosure.consent.ladder import PUBLIC, Circle, Level, Purpose
from contract_registry.core.disclosure.consent.projection import Found, KeptClause, KeptContract, Row, project, readable_by
from contract_registry.core.disclosure.consent.wordings import NEWEST
from contract_registry.core.disclosure.people import Asker
from contract_registry.core.disclosure.roles import Role
from contract_registry.core.disclosure.searching.hit import Hit
from contract_registry.core.disclosure.searching.question import Asked, Facet, Sort, circles_of
from contract_registry.operations.searching import search
from contract_registry.storage.registry import seeking
from contract_registry.storage.registry.asking import Question
from contract_registry.storage.registry.blocks import blocks, divide, full_blocks
from contract_registry.storage.registry.columns import Numbered
from contract_registry.storage.registry.counting import enough_joined
from contract_registry.storage.registry.rows import put_rows, take_rows
from contract_registry.storage.registry.searching import page_of
from contract_registry.storage.registry.seeking import Search, Sought
from contract_registry.storage.registry.tables import registry_bands, registry_clauses, registry_contracts, registry_wordings
from contract_registry.storage.store import Reading, Store

NOON = datetime(2026, 12, 1, 12, tzinfo=UTC)
UNION, OTHER, NORTH = (str(UUID(int=number)) for number in (1, 2, 3))
CIRCLES = (Circle(UNION), Circle(OTHER), Circle(UNION, NORTH), PUBLIC)
READERS = (
    Asker(Role.OFFICER, organisation=UNION),
    Asker(Role.OFFICER, organisation=UNION, branch=NORTH),
    Asker(Role.CASEWORKER, organisation=OTHER),
    Asker(Role.MEMBER, organisation=UNION),
)
WORDS = ("waives all moral rights", "pays the fee in thirty days", "circle:x & for:search", "it's a 'quoted' \\ back")


def a_contract(number: int, clauses: int = 2) -> KeptContract:
    return KeptContract(
        str(UUID(int=1_000 + number)),
        "ada",
        f"Engager {number % 2}",
        (("sector", ("publishing", "games")[number % 2]), ("year", "2026"), ("language", "en")),
        tuple(
            KeptClause(
                place,
                (Found(f"type-{place}", "moral", ("low", "critical")[place % 2], "moral.waiver", 3),) if place != 1 else (),
                Fingerprint(f"{number % 3:08}{place:07}{0:017}", tuple(range(number, number + 96)), (number, place)),
                f"The Author {WORDS[(number + place) % len(WORDS)]}.",
            )
            for place in range(clauses)
        ),
    )


def a_consent(contract: KeptContract, *circles: Circle, level: Level = Level.TEXT, days: int = 0) -> Consent:
    at = NOON + timedelta(days=days)
    return Consent("k", contract.contract, "ada", level, frozenset(circles), frozenset({Purpose.SEARCH}), NEWEST.version, at)


def put(connection: Connection, contract: KeptContract, *consents: Consent) -> tuple[Row, ...]:
    """Have what these consents show stand; what the projection says."""
    rows = project({contract.contract: contract}, consents, NOON + timedelta(days=99))
    numbers = [(row.shared_at - NOON).days << 40 | hash((row.contract, row.circle, row.place)) % 2**40 for row in rows]
    put_rows(connection, contract.contract, [Numbered(row, number, 7) for row, number in zip(rows, numbers, strict=True)])
    return rows


def found(connection: Connection, asker: Asker, asked: Asked = Asked(), most: int = 100) -> list[Hit]:  # noqa: B008  a frozen value
    question = Question(asked, circles_of(asker))
    hits = page(connection, question, most)
    assert count_of(connection, question) == len(hits) or len(hits) == most
    return hits


def sought(connection: Connection, question: Question) -> Sought:
    alone = Search(question, blocks(connection))
    alone.seek(connection)
    return alone.sought()


def count_of(connection: Connection, question: Question) -> int:
    return len(sought(connection, question).numbers)


def page(connection: Connection, question: Question, most: int, after: tuple[float, int] | None = None) -> list[Hit]:
    return page_of(connection, question, sought(connection, question), most, after)


def said(hits: Sequence[Hit]) -> list[str]:
    return ["".join(words for words, _ in hit.snippet) for hit in hits]


@pytest.fixture
def connection(engine: Engine) -> Connection:
    with engine.connect() as connection, connection.begin() as transaction:
        yield connection
        transaction.rollback()


one_consent = st.tuples(st.sampled_from(CIRCLES), st.sampled_from(list(Level)[1:]), st.frozensets(st.sampled_from(Purpose), min_size=1))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(one_consent, max_size=6))
def test_whoever_asks_finds_what_the_projection_lets_them_read(
    connection: Connection, chosen: list[tuple[Circle, Level, frozenset[Purpose]]]
) -> None:
    contracts = [a_contract(number) for number in range(len(chosen))]
    rows: list[Row] = []
    for contract, (circle, level, purposes) in zip(contracts, chosen, strict=True):
        rows += put(connection, contract, replace(a_consent(contract, circle, level=level), purposes=purposes))

    for asker in READERS:
        own = asker.organisation if asker.role is not Role.MEMBER else ""
        readable = readable_by(rows, own or "", asker.branch or "", Purpose.SEARCH)
        expected = sorted((row.text, row.engager, row.types) for row in readable if row.text or row.found)
        hits = found(connection, asker)
        assert sorted((text, hit.engager, hit.types) for text, hit in zip(said(hits), hits, strict=True)) == expected
    for contract in contracts:
        take_rows(connection, contract.contract)
    tables = (registry_clauses, registry_contracts, registry_wordings, registry_bands)
    assert [connection.scalar(select(func.count()).select_from(table)) for table in tables] == [0, 0, 0, 0]


def test_words_phrases_and_values_narrow_what_is_found(connection: Connection) -> None:
    for number in range(8):
        contract = a_contract(number)
        put(connection, contract, a_consent(contract, Circle(UNION), level=Level.ENGAGER))
    officer = READERS[0]

    def count(words: str = "", *where: tuple[Facet, str]) -> int:
        return len(found(connection, officer, Asked(words, frozenset(where))))

    assert count("waiving") == 4, "by the stem"
    assert count('"moral rights"') == 4
    assert count('"rights moral"') == 0
    assert count("waives or fee") == 8
    assert count("author -waives") == 12
    assert count("", (Facet.SECTOR, "games")) == 8
    assert count("", (Facet.SECTOR, "games"), (Facet.SECTOR, "publishing")) == 16
    assert count("waives", (Facet.SECTOR, "games")) == 2
    assert count("", (Facet.TYPE, "type-0")) == 8
    assert count("", (Facet.SEVERITY, "critical")) == 0
    assert count("", (Facet.SECTOR, "it's & \\ none")) == 0


def test_words_of_a_clause_are_no_key_to_another_circle(connection: Connection) -> None:
    contract = a_contract(2)
    put(connection, contract, a_consent(contract, Circle(OTHER)))
    planted = replace(
        contract, contract=str(UUID(int=99)), clauses=(replace(contract.clauses[0], redacted=f"circle:{UNION} for:search is:shown"),)
    )
    put(connection, planted, a_consent(planted, Circle(OTHER)))

    assert found(connection, READERS[0]) == []
    assert found(connection, READERS[0], Asked(f"circle:{OTHER}")) == []
    assert len(found(connection, READERS[2])) == 3


@pytest.mark.parametrize("sort", Sort)
def test_pages_follow_each_other_in_every_order_and_however_blocks_are_divided(connection: Connection, sort: Sort) -> None:
    for number in range(9):
        contract = a_contract(number, clauses=3)
        put(connection, contract, a_consent(contract, Circle(UNION), days=number))
    question = Question(Asked("author", sort=sort), circles_of(READERS[0]))
    whole = page(connection, question, 100)
    assert len(whole) == 27

    assert [divide(connection, block) is not None for block in full_blocks(connection, most=20)] == [True]
    assert [divide(connection, block) is not None for block in full_blocks(connection, most=10)] == [True, True]
    assert len(blocks(connection)) == 4

    paged: list[Hit] = []
    while hits := page(connection, question, 4, (paged[-1].key, paged[-1].number) if paged else None):
        paged += hits
    assert paged == whole
    numbers = [hit.number for hit in whole]
    if sort in {Sort.NEWEST, Sort.OLDEST}:
        assert numbers == sorted(numbers, reverse=sort is Sort.NEWEST)
    take = a_contract(0)
    assert take_rows(connection, take.contract)
    assert count_of(connection, question) == 24


@pytest.fixture
def in_four_blocks(new_database_with_tables: Callable[[], str]) -> Iterator[Engine]:
    """A database of its own, in which twenty-seven clauses stand in four blocks."""
    engine = create_engine(new_database_with_tables())
    with engine.begin() as connection:
        for number in range(9):
            contract = a_contract(number, clauses=3)
            put(connection, contract, a_consent(contract, Circle(UNION), days=number))
        for most in (20, 10):
            for block in full_blocks(connection, most=most):
                divide(connection, block)
        assert len(blocks(connection)) == 4
    yield engine
    engine.dispose()


def test_what_is_found_does_not_hang_on_how_many_seek(in_four_blocks: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    question = Question(Asked("author"), circles_of(READERS[0]))
    with ThreadPoolExecutor(2) as threads, in_four_blocks.connect() as one, in_four_blocks.connect() as other:
        for counted in (0, 1, 5, 13, 25, 26, 27, 10_000):
            monkeypatch.setattr(seeking, "MOST", counted)
            alone, both = (Search(question, blocks(one)) for _ in range(2))
            alone.seek(one, alone=True)
            list(threads.map(both.seek, (one, other)))

            assert both.sought().numbers == alone.sought().numbers
            assert len(both.sought().numbers) == min(27, counted + 1)


def test_a_search_by_two_connections_answers_as_by_one(in_four_blocks: Engine, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    wide = replace(store, engine=in_four_blocks)
    by_two = search(wide, READERS[0], Asked("author"), 20)
    monkeypatch.setattr(Reading, "beside", lambda _reading, _prepare: nullcontext())
    by_one = search(wide, READERS[0], Asked("author"), 20)

    assert by_two == by_one
    assert (by_two.count, len(by_two.hits), by_two.goes_on) == (27, 20, True)


def test_what_is_put_again_replaces_what_stood(connection: Connection) -> None:
    contract = a_contract(0)
    put(connection, contract, a_consent(contract, Circle(UNION)))
    put(connection, contract, a_consent(contract, Circle(UNION), level=Level.FACTS))

    assert [hit.snippet for hit in found(connection, READERS[0])] == [()]
    assert not take_rows(connection, a_contract(5).contract, NOON), "nothing stood of it"


def test_a_wording_stays_as_long_as_some_clause_has_it(connection: Connection) -> None:
    one, same = a_contract(0), replace(a_contract(0), contract=str(UUID(int=77)))
    put(connection, one, a_consent(one, Circle(UNION)))
    put(connection, same, a_consent(same, Circle(OTHER)))

    def wordings() -> int:
        return connection.scalar(select(func.count()).select_from(registry_wordings))

    assert wordings() == 2
    take_rows(connection, one.contract)
    assert wordings() == 2
    take_rows(connection, same.contract)
    assert wordings() == 0


def test_a_long_clause_shows_what_is_around_what_was_found(connection: Connection) -> None:
    long = "The parties agree on many things. " * 80 + "The Author waives the moral rights. " + "Other things follow. " * 80
    contract = replace(a_contract(0), clauses=(replace(a_contract(0).clauses[0], redacted=long + "\x00\x02 \ud800"),))
    put(connection, contract, a_consent(contract, Circle(UNION)))

    (hit,) = found(connection, READERS[0], Asked("waives"))

    assert ("waives", True) in hit.snippet
    assert len("".join(said([hit]))) < 800


def test_who_enough_joined_a_time_had_shared_nothing_with_the_circle_before(connection: Connection) -> None:
    officers, others = Circle(UNION), Circle(OTHER)
    for number, (circle, day, person) in enumerate(
        [(officers, 1, 1), (officers, 20, 1), (officers, 20, 2), (officers, 25, 2), (officers, 40, 3), (others, 20, 4)]
    ):
        contract = a_contract(number)
        rows = project({contract.contract: contract}, [a_consent(contract, circle, days=day)], NOON + timedelta(days=99))
        put_rows(connection, contract.contract, [Numbered(row, number << 8 | row.place, person) for row in rows])

    def joined(after: int, until: int, purpose: Purpose = Purpose.SEARCH) -> int:
        within = NOON + timedelta(days=after), NOON + timedelta(days=until)
        return sum(enough_joined(connection, officers, purpose, *within, least) for least in (1, 2, 3))

    assert [joined(0, 10), joined(10, 30), joined(19, 20), joined(20, 30), joined(30, 50)] == [1, 1, 1, 0, 1]
    assert joined(0, 50) == 3
    assert joined(0, 50, Purpose.EVIDENCE) == 0


def test_whoever_shares_much_hides_nobody_who_joined(connection: Connection) -> None:
    officers = Circle(UNION)
    for number, person in enumerate([1] * 30 + [2]):
        contract = a_contract(number)
        rows = project({contract.contract: contract}, [a_consent(contract, officers, days=number)], NOON + timedelta(days=99))
        put_rows(connection, contract.contract, [Numbered(row, number << 8 | row.place, person) for row in rows])

    within = NOON - timedelta(days=1), NOON + timedelta(days=99)
    told = [enough_joined(connection, officers, Purpose.SEARCH, *within, least) for least in (1, 2, 3)]

    assert told == [True, True, False]
