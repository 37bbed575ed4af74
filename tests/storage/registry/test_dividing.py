"""While a block is divided, whoever searches finds all of it, whoever takes something back takes all of it, and nobody waits for ever."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, nullcontext
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import Connection, Engine, create_engine, func, select, text

from contract_registry.core.contracts.fingerprints.fingerprint import Fingerprint
from contract_registry.core.disclosure.consent.ladder import Circle, Level, Purpose
from contract_registry.core.disclosure.consent.projection import Found, Row
from contract_registry.core.disclosure.people import Asker
from contract_registry.core.disclosure.roles import Role
from contract_registry.core.disclosure.searching.question import Asked, circles_of
from contract_registry.errors import NoDatabase
from contract_registry.operations.searching import search as search_registry
from contract_registry.storage.backup import back_up
from contract_registry.storage.beside import beside
from contract_registry.storage.database import Database
from contract_registry.storage.registry.asking import Question
from contract_registry.storage.registry.blocks import blocks, divide, hold_blocks, write_block_anew
from contract_registry.storage.registry.columns import Numbered
from contract_registry.storage.registry.rows import put_rows, take_rows
from contract_registry.storage.registry.searching import for_searching
from contract_registry.storage.registry.seeking import Search
from contract_registry.storage.registry.tables import registry_clauses
from contract_registry.storage.store import Reading, Store
from contract_registry.storage.vault.blobs import FolderOfBlobs

UNION = str(UUID(int=1))
OFFICER = Asker(Role.OFFICER, organisation=UNION)
NOON = datetime(2026, 12, 1, 12, tzinfo=UTC)
_LISTED = 1.0
"""Seconds after which a backup has listed the tables, and would hold them."""
_GIVEN_UP = 0.3
"""Seconds after which a second connection has given up to wait for a table."""
_DEADLOCK_LOOKED_FOR = 1.2
"""Seconds after which the database looks why somebody waits; who begins to wait later is the one that it sends away."""
_WAITING = text(
    "SELECT count(*) FROM pg_locks WHERE NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
)


def contract_of(number: int) -> str:
    return str(UUID(int=1_000 + number))


def put(connection: Connection, number: int) -> None:
    wording = Fingerprint(f"{number:032}", tuple(range(96)), (number,))
    said = (Found("moral-waiver-total", "moral", "low", "a.rule", 1),), wording, (("language", "en"),), "The Author waives the right."
    given = datetime(2026, 12, 1, tzinfo=UTC)
    row = Row(Circle(UNION), contract_of(number), 0, Level.TEXT, (Purpose.SEARCH,), given, *said)
    put_rows(connection, row.contract, [Numbered(row, 1_000 + number, number)])


@pytest.fixture
def twenty(new_database_with_tables: Callable[[], str]) -> Iterator[Engine]:
    """A database of its own, in which twenty clauses stand in one block."""
    engine = create_engine(new_database_with_tables())
    with engine.begin() as connection:
        for number in range(20):
            put(connection, number)
    yield engine
    engine.dispose()


@pytest.fixture
def others() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(2) as others:
        yield others


def divide_once(engine: Engine) -> None:
    with engine.begin() as writing:
        divide(writing, 0)


def write_once(engine: Engine) -> None:
    with engine.begin() as writing:
        write_block_anew(writing, 0)


def wait_until_somebody_waits(engine: Engine, on: Future[None]) -> None:
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as looking:
        until = time.monotonic() + 5
        while not on.done() and not looking.scalar(_WAITING) and time.monotonic() < until:
            time.sleep(0.01)


@contextmanager
def searching(engine: Engine) -> Iterator[tuple[Connection, Search]]:
    with engine.connect().execution_options(isolation_level="REPEATABLE READ") as reading:
        for_searching(reading)
        yield reading, Search(Question(Asked("author"), circles_of(OFFICER)), blocks(reading))


def search_in(engine: Engine) -> int:
    with searching(engine) as (reading, search):
        search.seek(reading)
    return len(search.sought().numbers)


def test_who_began_to_search_before_finds_all_of_it(twenty: Engine, others: ThreadPoolExecutor) -> None:
    with searching(twenty) as (reading, search):
        divided = others.submit(divide_once, twenty)
        wait_until_somebody_waits(twenty, divided)
        search.seek(reading)

    divided.result()
    assert len(search.sought().numbers) == 20
    with searching(twenty) as (reading, search):
        search.seek(reading)
        assert (len(search.blocks), len(search.sought().numbers)) == (2, 20)


def test_a_block_written_anew_keeps_its_rows_its_indexes_and_its_range(twenty: Engine) -> None:
    divide_once(twenty)
    made = text(
        "SELECT relname, pg_get_expr(relpartbound, oid), (SELECT count(*) FROM pg_constraint WHERE conrelid = c.oid AND contype = 'c'), ARRAY("
        " SELECT regexp_replace(pg_get_indexdef(indexrelid), '^.* USING ', '') FROM pg_index WHERE indrelid = c.oid ORDER BY 1"
        ") FROM pg_class AS c WHERE relispartition AND relkind = 'r' AND relname LIKE 'registry_clauses%' ORDER BY 1"
    )
    with twenty.connect() as connection:
        before = connection.execute(made).all()

    for _ in range(2):
        for block in (0, 1_009):
            with twenty.begin() as writing:
                write_block_anew(writing, block)

    with twenty.connect() as connection:
        assert connection.execute(made).all() == before
        assert len(before) == 2
        assert all(len(indexes) == 4 for *_, indexes in before)
        assert connection.scalar(text("SELECT count(*) FROM pg_inherits JOIN pg_index ON indexrelid = inhrelid WHERE NOT indisvalid")) == 0
    with searching(twenty) as (reading, search):
        search.seek(reading)
        assert len(search.sought().numbers) == 20


def test_who_searches_does_not_wait_while_a_block_is_written_anew(twenty: Engine, others: ThreadPoolExecutor) -> None:
    going_on = threading.Event()
    with twenty.begin() as writing:
        write = writing.execute

        def written_slowly(*words: Any, **more: Any) -> Any:
            if "ONLY registry_clauses IN ACCESS EXCLUSIVE" in str(words[0]):
                others.submit(search_in, twenty).result(5)
                going_on.set()
            return write(*words, **more)

        writing.execute = written_slowly  # type: ignore[method-assign]
        write_block_anew(writing, 0)
    assert going_on.is_set()
    assert search_in(twenty) == 20


def test_whoever_may_read_a_block_may_read_it_when_it_is_written_anew(twenty: Engine) -> None:
    rights = text(
        "SELECT relname, relacl::text, (SELECT array_agg(attacl::text) FROM pg_attribute WHERE attrelid = c.oid AND attacl IS NOT NULL)"
        " FROM pg_class AS c WHERE relname LIKE 'registry_clauses_%' AND relkind = 'r' ORDER BY 1"
    )
    with twenty.begin() as keeper:
        keeper.execute(text("GRANT SELECT ON registry_clauses, registry_clauses_0 TO PUBLIC"))
        keeper.execute(text("GRANT UPDATE (text) ON registry_clauses_0 TO PUBLIC"))
        before = keeper.execute(rights).one()

    with twenty.begin() as writing:
        write_block_anew(writing, 0)
    with twenty.connect() as connection:
        assert connection.execute(rights).all() == [before]

    divide_once(twenty)
    with twenty.connect() as connection:
        assert [tuple(each[1:]) for each in connection.execute(rights)] == [tuple(before[1:])] * 2


def test_the_planner_knows_a_block_that_was_written_anew(twenty: Engine) -> None:
    with twenty.begin() as writing:
        write_block_anew(writing, 0)

    with twenty.connect() as connection:
        known = set(connection.scalars(text("SELECT attname FROM pg_stats WHERE tablename = 'registry_clauses_0'")))
    assert {"row", "circle_id", "wording_id"} <= known
    assert known.isdisjoint({"text", "counter", "engager", "words"}), "a word of a clause in the planner's samples"


def test_whoever_holds_a_block_for_long_keeps_nobody_else_from_searching(twenty: Engine, others: ThreadPoolExecutor) -> None:
    with twenty.connect() as keeper:
        hold_blocks(keeper)
        written = others.submit(write_once, twenty)
        wait_until_somebody_waits(twenty, written)
        assert [others.submit(search_in, twenty).result(4) for _ in range(2)] == [20, 20]
        assert not written.done()

    written.result()


def test_a_backup_is_made_while_a_block_would_take_another_ones_place(twenty: Engine, others: ThreadPoolExecutor, tmp_path: Path) -> None:
    with twenty.connect() as reading:
        hold_blocks(reading)
        written = others.submit(write_once, twenty)
        wait_until_somebody_waits(twenty, written)
        backed_up = others.submit(
            back_up, Database(twenty, "a server", is_embedded=False), FolderOfBlobs(tmp_path / "blobs"), tmp_path / "backup", NOON
        )
        time.sleep(_LISTED)

    assert backed_up.result().size
    written.result()


def test_a_second_connection_that_would_wait_for_it_leaves_the_work_to_the_first(twenty: Engine, others: ThreadPoolExecutor) -> None:
    with searching(twenty) as (reading, search):
        search.seek(reading)
        divided = others.submit(divide_once, twenty)
        wait_until_somebody_waits(twenty, divided)
        began = time.monotonic()
        with beside(twenty, reading, for_searching) as second:
            assert second is not None
            again = Search(search.question, search.blocks)
            answer = second.begin(again.seek)
            time.sleep(_GIVEN_UP)
            answer()
        assert time.monotonic() - began < 3

    divided.result()
    assert len(again.sought().numbers) == 20


def test_who_takes_something_back_meanwhile_takes_all_of_it(twenty: Engine, others: ThreadPoolExecutor) -> None:
    divide_once(twenty)
    with twenty.begin() as writing:
        put(writing, 99)
        divided = others.submit(divide_once, twenty)
        wait_until_somebody_waits(twenty, divided)
        time.sleep(_DEADLOCK_LOOKED_FOR)
        take_rows(writing, contract_of(0))

    divided.result()
    with twenty.connect() as connection:
        assert len(blocks(connection)) == 3
        left = select(func.count()).select_from(registry_clauses).where(registry_clauses.c.contract_id == contract_of(0))
        assert connection.scalar(left) == 0


@pytest.mark.parametrize("dies", ["the only one", "the first", "the second"])
def test_a_connection_that_goes_away_while_it_seeks_is_a_database_that_does_not_answer(
    twenty: Engine, store: Store, monkeypatch: pytest.MonkeyPatch, dies: str
) -> None:
    divide_once(twenty)
    seek, second_ends = Search.seek, threading.Event()

    def end_before(search: Search, connection: Connection, *, alone: bool = False) -> None:
        if threading.current_thread() is threading.main_thread() and dies == "the second":
            assert second_ends.wait(10)
        if (threading.current_thread() is threading.main_thread()) != (dies == "the second"):
            with twenty.begin() as other:
                other.execute(text("SELECT pg_terminate_backend(:pid, 5000)"), {"pid": connection.scalar(text("SELECT pg_backend_pid()"))})
        try:
            seek(search, connection, alone=alone)
        finally:
            if threading.current_thread() is not threading.main_thread():
                second_ends.set()

    monkeypatch.setattr(Search, "seek", end_before)
    if dies == "the only one":
        monkeypatch.setattr(Reading, "beside", lambda _reading, _prepare: nullcontext())
    with pytest.raises(NoDatabase):
        search_registry(replace(store, engine=twenty), OFFICER, Asked("author"), 20)

    monkeypatch.undo()
    assert search_registry(replace(store, engine=twenty), OFFICER, Asked("author"), 20).count == 20
