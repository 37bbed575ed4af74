"""Opens a database, the embedded one or one that a URL names, and hands out connections that keep contract text out of messages."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg
from sqlalchemy import URL, Engine, create_engine, make_url, text
from sqlalchemy.exc import ArgumentError, InterfaceError, OperationalError, PendingRollbackError

from contract_registry.errors import NoDatabase, WrongUsage

OLDEST = 15
_OTHERS = """
    SELECT count(*) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid() AND coalesce(backend_type, 'client backend') = 'client backend'
"""
_WENT_AWAY = (OperationalError, InterfaceError, PendingRollbackError, psycopg.OperationalError, psycopg.InterfaceError)
_LOOKS, _PAUSE_SECONDS = 10, 0.2


@dataclass(frozen=True, slots=True)
class Database:
    """A database that answers: where it is without any password, and whether it is the embedded one, in the data folder."""

    engine: Engine
    place: str
    is_embedded: bool

    @property
    def url(self) -> URL:
        return self.engine.url

    def others(self) -> int:
        """How many connections others have open; whoever is just leaving is waited for."""
        self.engine.dispose()
        for _ in range(_LOOKS):
            with self.engine.connect() as connection:
                count = connection.scalar(text(_OTHERS)) or 0
            if not count:
                break
            time.sleep(_PAUSE_SECONDS)
        return count

    @property
    def address(self) -> str:
        """The address for PostgreSQL's own libraries, any password included."""
        return self.url.set(drivername="postgresql").render_as_string(hide_password=False)


@contextmanager
def answering() -> Iterator[None]:
    """Within it, a database that went away is a NoDatabase, whichever statement noticed, and whichever came after it."""
    try:
        yield
    except _WENT_AWAY as error:
        raise NoDatabase("The database does not answer just now. Try again in a moment.") from error


@contextmanager
def opened_database(url: str, home: Path) -> Iterator[Database]:
    """The database at `url`, or where none is given the embedded one in `home`, for as long as the `with` lasts.

    WrongUsage where `url` is none of PostgreSQL's, NoDatabase where it does not answer.
    """
    if url:
        with _connected(_parsed(url), is_embedded=False) as database:
            yield database
        return
    from contract_registry.storage.embedded.platforms import check_platform

    check_platform()
    from contract_registry.storage.embedded.server import embedded_server

    with embedded_server(home) as address, _connected(address, is_embedded=True) as database:
        yield database


def _parsed(url: str) -> URL:
    try:
        parsed = make_url(url)
    except ArgumentError:
        parsed = None
    if parsed is None or parsed.get_backend_name() not in {"postgresql", "postgres"}:
        raise WrongUsage("DATABASE_URL does not name a PostgreSQL database. Write postgresql://user:word@host/database.")
    return parsed.set(drivername="postgresql+psycopg")


@contextmanager
def _connected(url: URL, *, is_embedded: bool) -> Iterator[Database]:
    place = url.set(password=None).render_as_string().replace("postgresql+psycopg", "postgresql")
    engine = create_engine(
        url, hide_parameters=True, pool_pre_ping=True, pool_size=10, connect_args={"application_name": "contract-registry"}
    )
    try:
        try:
            with engine.connect() as connection:
                version = connection.scalar(text("SHOW server_version_num"))
        except OperationalError as error:
            raise NoDatabase(f"The database at {place} does not answer: {str(error.orig).strip()}") from error
        if int(version) // 10_000 < OLDEST:
            raise NoDatabase(f"The database at {place} is PostgreSQL {int(version) // 10_000}; {OLDEST} or newer is needed.")
        yield Database(engine, place, is_embedded)
    finally:
        engine.dispose()
