"""Wipes what was deleted out of the database's own files, where a deleted row stands until something else is written over it."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress

from sqlalchemy import Connection, create_engine, text
from sqlalchemy.exc import DBAPIError

from contract_registry.storage.database import Database, answering
from contract_registry.storage.embedded.cluster import OWNER
from contract_registry.storage.tables import contract_keys, owner_keys

LOCK_WAIT = "10s"
"""How long others may be kept waiting for a table; if it takes longer, the next time will do."""


KEYS = (contract_keys.name, owner_keys.name)
"""The tables of what everything else is sealed with."""


def wipe(database: Database, tables: Iterable[str] = KEYS) -> bool:
    """Whether every row that was deleted from these tables is gone from the files of the database and its log; of a named server the log is its keeper's affair.

    The tables are written anew, the log begun anew, and what stood in it is given up.
    """
    with answering(), database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text(f"SET lock_timeout = '{LOCK_WAIT}'"))
        try:
            for table in tables:
                connection.execute(text(f"VACUUM (FULL) {table}"))
        except DBAPIError:
            return False
        finally:
            connection.execute(text("RESET lock_timeout"))
        if not database.is_embedded:
            return _begin_log_anew(connection)
    owner = create_engine(database.url.set(username=OWNER), isolation_level="AUTOCOMMIT")
    try:
        with answering(), owner.connect() as connection:
            return _begin_log_anew(connection)
    finally:
        owner.dispose()


def _begin_log_anew(connection: Connection) -> bool:
    """Whether the log goes on in a new file, and those before it are not needed any more."""
    with suppress(DBAPIError):
        for step in ("CHECKPOINT", "SELECT pg_switch_wal()", "CHECKPOINT"):
            connection.execute(text(step))
        return True
    return False
