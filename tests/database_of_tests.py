"""A pytest plugin: one PostgreSQL for a whole run of tests, the embedded one or the one that DATABASE_URL names, with a database for each process."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import Engine, create_engine, make_url, text

from contract_registry.shipped import migrations_folder
from contract_registry.storage.database import Database
from contract_registry.storage.embedded.cluster import OWNER, ROLE
from contract_registry.storage.embedded.server import embedded_server
from contract_registry.storage.every_table import metadata
from contract_registry.storage.migrations import Migrations
from contract_registry.storage.store import Store
from contract_registry.storage.vault.blobs import FolderOfBlobs
from contract_registry.storage.vault.key_ring import KeyRing
from contract_registry.storage.vault.master_key import MasterKey

FOLDER = "CONTRACT_REGISTRY_TESTS_FOLDER"
"""Told by the process that starts the others, so that all of them use one server."""


class Clock:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def move(self, **by: float) -> None:
        self.now += timedelta(**by)


def pytest_configure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):
        folder = tempfile.mkdtemp(prefix="registry-tests-")
        Path(folder).chmod(0o755)
        os.environ[FOLDER] = folder


def pytest_unconfigure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):
        folder = Path(os.environ.pop(FOLDER))
        if (folder / "data/database/postmaster.pid").exists():  # left by a process that was killed
            with embedded_server(folder / "data"):
                pass
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def server_url() -> Iterator[str]:
    """The address of a server on which databases can be made."""
    given = os.environ.get("DATABASE_URL")
    if given:
        yield make_url(given).set(drivername="postgresql+psycopg").render_as_string(hide_password=False)
        return
    with embedded_server(Path(os.environ[FOLDER]) / "data") as url:
        address = url.set(username=OWNER, database="postgres").render_as_string()
        _without_care(address)
        yield address


def _without_care(server_url: str) -> None:
    """Have the server not wait for the disk: should the machine stop, these databases may be lost."""
    server = create_engine(server_url, isolation_level="AUTOCOMMIT")
    with server.connect() as connection:
        for setting in ("fsync", "full_page_writes", "synchronous_commit"):
            connection.execute(text(f"ALTER SYSTEM SET {setting} = off"))
        connection.execute(text("SELECT pg_reload_conf()"))
    server.dispose()


@pytest.fixture(scope="session")
def new_database(server_url: str) -> Iterator[Callable[..., str]]:
    """Gives the address of a new database without any table, as often as it is asked."""
    made: list[str] = []
    server = create_engine(server_url, isolation_level="AUTOCOMMIT")
    role = server.url.username if os.environ.get("DATABASE_URL") else ROLE

    def make(template: str = "template1") -> str:
        made.append(f"registry_test_{uuid4().hex[:12]}")
        with server.connect() as connection:
            connection.execute(text(f'CREATE DATABASE {made[-1]} OWNER "{role}" TEMPLATE {template}'))
        return server.url.set(database=made[-1], username=role).render_as_string(hide_password=False)

    yield make
    with server.connect() as connection:
        for name in made:
            connection.execute(text(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)"))
    server.dispose()


@pytest.fixture(scope="session")
def new_database_with_tables(new_database: Callable[..., str]) -> Callable[[], str]:
    """Gives the address of a new database whose tables the migrations made: they run once, and what they made is copied."""
    address = new_database()
    engine = create_engine(address)
    Migrations(engine, migrations_folder()).upgrade()
    engine.dispose()
    return lambda: new_database(make_url(address).database)


@pytest.fixture(scope="session")
def migrated(new_database_with_tables: Callable[[], str]) -> Iterator[Engine]:
    """A database of this process, its tables made by the migrations."""
    engine = create_engine(new_database_with_tables(), hide_parameters=True)
    yield engine
    engine.dispose()


@pytest.fixture
def engine(migrated: Engine) -> Iterator[Engine]:
    """The same, with nothing in its tables."""
    yield migrated
    with migrated.begin() as connection:
        tables = (*metadata.tables, "procrastinate_jobs")
        asked = " UNION ALL ".join(f"SELECT '{table}' WHERE EXISTS (SELECT FROM {table})" for table in tables)
        filled = list(connection.scalars(text(asked)))
        if "audit_entries" in filled:
            connection.execute(text("GRANT TRUNCATE ON audit_entries TO CURRENT_USER"))
            connection.execute(text("ALTER TABLE audit_entries DISABLE TRIGGER USER"))
        if filled:
            connection.execute(text(f"TRUNCATE {', '.join(filled)} CASCADE"))
        if "audit_entries" in filled:
            connection.execute(text("ALTER TABLE audit_entries ENABLE TRIGGER USER"))
            connection.execute(text("REVOKE TRUNCATE ON audit_entries FROM CURRENT_USER"))


@pytest.fixture
def database(engine: Engine) -> Database:
    return Database(engine, "the database of these tests", is_embedded=False)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(engine: Engine, tmp_path: Path, clock: Clock) -> Store:
    """An empty store whose master key is known."""
    keys = KeyRing(MasterKey(b"m" * 32), (), os.urandom)
    with engine.begin() as connection:
        keys.settle(connection, clock.now)
    return Store(engine, keys, FolderOfBlobs(tmp_path / "blobs"), clock, lambda: str(uuid4()))
