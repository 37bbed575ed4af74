"""Beside a connection works a second one that sees the same; where there is none, the first does it all."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import ExitStack
from threading import Event

import pytest
from sqlalchemy import Connection, Engine, create_engine, text

from contract_registry.storage.beside import beside
from contract_registry.storage.store import Reading, Store

_WHO = text("SELECT pg_backend_pid()")
_HOW_MANY = text("SELECT count(*) FROM registry_left")


def who(connection: Connection) -> int | None:
    return connection.scalar(_WHO)


def nothing(connection: Connection) -> None:
    pass


@pytest.fixture
def reading(store: Store) -> Iterator[Reading]:
    with store.reading() as reading:
        reading.connection.execute(_WHO)
        yield reading


def test_another_connection_sees_the_state_that_the_first_saw(engine: Engine, reading: Reading) -> None:
    with engine.begin() as later:
        later.execute(text("INSERT INTO registry_left (block, transaction) VALUES (1, 1)"))

    with reading.beside(nothing) as second:
        assert second is not None
        begun = Event()

        def look(connection: Connection) -> tuple[int | None, int | None]:
            begun.set()
            return connection.scalar(_HOW_MANY), who(connection)

        looked = second.begin(look)
        assert begun.wait(10)
        count, someone = looked()
        assert count == 0
        assert someone not in {None, who(reading.connection)}
    with engine.connect() as now:
        assert now.scalar(_HOW_MANY) == 1


def test_a_fault_comes_out_where_the_answer_is_waited_for(reading: Reading) -> None:
    with reading.beside(nothing) as second:
        assert second is not None
        answer = second.begin(lambda _: 1 // 0)
        with pytest.raises(ZeroDivisionError):
            answer()
        assert second.begin(who)() is not None


def test_what_nobody_came_to_is_found_out_by_who_waits_for_it(reading: Reading) -> None:
    going_on = Event()
    with reading.beside(nothing) as second:
        assert second is not None
        long = second.begin(lambda _: going_on.wait(10))
        later = second.begin(who)
        assert later() == who(reading.connection)
        going_on.set()
        assert long()


def test_no_core_is_taken_twice(reading: Reading) -> None:
    with ExitStack() as held:
        while held.enter_context(reading.beside(nothing)):
            pass
        assert held.enter_context(reading.beside(nothing)) is None
    with reading.beside(nothing) as second:
        assert second is not None


def test_nobody_waits_for_a_connection_that_others_use(engine: Engine) -> None:
    narrow = create_engine(engine.url, pool_size=1, max_overflow=1)
    try:
        with narrow.connect() as only, beside(narrow, only, nothing) as second:
            assert second is None
    finally:
        narrow.dispose()


def test_where_the_database_gives_no_second_connection_the_first_is_asked(reading: Reading) -> None:
    nowhere = create_engine("postgresql+psycopg://nobody@127.0.0.1:9/none")
    with beside(nowhere, reading.connection, nothing) as second:
        assert second is not None
        answer = second.begin(who)
        time.sleep(0.2)  # until it is clear that there is none
        assert answer() == who(reading.connection)
    with reading.beside(nothing) as second:
        assert second is not None, "the core is free again"
