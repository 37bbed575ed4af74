"""Wipes what was deleted out of the database's own files, where a deleted row stands until something else is written over it."""

from __future__ import annotations

import time
from collections.abc import Iterable
from contextlib import suppress

from sqlalchemy import Connection, create_engine, text
from sqlalchemy.exc import DBAPIError

from contract_registry.storage.database import Database, answering
from contract_registry.storage.embedded.cluster import OWNER
from contract_registry.storage.tables import contract_keys, owner_keys

LOCK_WAIT = "10s"
"""How long others may be kept waiting for a table; if it takes longer, the next time will do."""
OTHERS_WAIT = 10.0
"""Seconds that whoever may still see what was deleted is waited for; a backup under way takes longer, and the next time will do."""
_LOOK_SECONDS = 0.1
_KEYS = (contract_keys.name, owner_keys.name)
"""The tables of what everything else is sealed with."""


def is_seen_by_others(transaction: str) -> str:
    """The condition in SQL that somebody else sees the database as it was at this transaction or earlier: a table written anew keeps for them what they see."""
    return (
        "EXISTS (SELECT FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = current_database()"
        f" AND backend_xmin IS NOT NULL AND age(backend_xmin) >= age({transaction}))"
    )


def wipe_keys(database: Database) -> bool:
    """Whether every key that was deleted is gone; where somebody still sees the database as it was before, the next time will do."""
    with answering(), database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        nobody_sees = _nobody_sees(connection)
    return write_anew(database, _KEYS) and nobody_sees


def _nobody_sees(connection: Connection) -> bool:
    """Whether before long nobody sees any more what was deleted until now."""
    newest = connection.scalar(text("SELECT pg_current_xact_id()::xid::text"))
    is_seen = text(f"SELECT {is_seen_by_others('CAST(:newest AS xid)')}")
    until = time.monotonic() + OTHERS_WAIT
    while connection.scalar(is_seen, {"newest": newest}):
        if time.monotonic() >= until:
            return False
        time.sleep(_LOOK_SECONDS)
    return True


def write_anew(database: Database, tables: Iterable[str]) -> bool:
    """Whether these tables are written anew in the files of the database, and its log begun anew; of a named server the log is its keeper's affair.

    What was deleted from them is gone with it, other than what somebody still sees.
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
