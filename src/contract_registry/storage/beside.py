"""A second connection that sees the same state as a first and works beside it, where a core is free for it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Semaphore
from typing import TypeVar

from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import QueuePool

Answer = TypeVar("Answer")

_LOCK_WAIT = "50ms"
"""How long a table is waited for that somebody is about to write anew: they wait for the first connection, which waits for what is asked here."""
_FREE = Semaphore(max((os.cpu_count() or 1) // 2, 1))


@dataclass(frozen=True, slots=True)
class Beside:
    """What is asked of it is found out while the first connection goes on with something else; one thing after the other."""

    _first: Connection
    _second: Future[Connection]
    _worker: ThreadPoolExecutor

    def begin(self, ask: Callable[[Connection], Answer]) -> Callable[[], Answer]:
        """Have it found out; what comes back waits for the answer. Where nobody came to it yet, or the database gives no second connection, the first is asked then."""
        begun = self._worker.submit(lambda: ask(self._second.result()))

        def answer() -> Answer:
            mine = begun.cancel() or isinstance(self._second.exception(), SQLAlchemyError)
            return ask(self._first) if mine else begun.result()

        return answer


@contextmanager
def beside(engine: Engine, first: Connection, prepare: Callable[[Connection], None]) -> Iterator[Beside | None]:
    """A connection beside `first`, which is in a transaction that sees one state of everything; `prepare` makes it ready.

    None where no core is free for it, or so many connections are in use that others would have to wait.
    """
    if _is_used_up(engine) or not _FREE.acquire(blocking=False):
        yield None
        return
    try:
        state = first.scalar(text("SELECT pg_export_snapshot()"))
        with ThreadPoolExecutor(1, thread_name_prefix="beside") as worker:
            second = worker.submit(_opened, engine, state, prepare)
            try:
                yield Beside(first, second, worker)
            finally:
                worker.submit(lambda: second.result().close())
    finally:
        _FREE.release()


def _opened(engine: Engine, state: str, prepare: Callable[[Connection], None]) -> Connection:
    connection = engine.connect().execution_options(postgresql_readonly=True, isolation_level="REPEATABLE READ")
    try:
        connection.exec_driver_sql(f"SET TRANSACTION SNAPSHOT '{state}'; SET LOCAL lock_timeout = '{_LOCK_WAIT}'")
        prepare(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _is_used_up(engine: Engine) -> bool:
    return isinstance(engine.pool, QueuePool) and engine.pool.checkedout() >= engine.pool.size()
