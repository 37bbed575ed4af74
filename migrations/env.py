"""Runs migrations over the connection it is given, or for whoever writes one over the database that DATABASE_URL names."""

from __future__ import annotations

import os
import sys
from typing import Any

from alembic import context
from sqlalchemy import Connection, create_engine, make_url, text

from contract_registry.storage.every_table import metadata

ONE_AT_A_TIME = 20_261_201
"""The number of the lock that keeps two hosts from migrating the same database at once."""


def is_ours(_object: Any, name: str | None, kind: str, *_: Any) -> bool:
    """Whether a table is described in `tables.py`; the queue brings its own, and the blocks of a table are made as they are needed."""
    return not (kind == "table" and (name or "").startswith(("procrastinate_", "registry_clauses_")))


def migrate(connection: Connection) -> None:
    context.configure(
        connection=connection, target_metadata=metadata, include_object=is_ours, compare_type=True, compare_server_default=True
    )
    with context.begin_transaction():
        connection.execute(text("SET LOCAL lock_timeout = '30s'"))
        connection.execute(text("SELECT pg_advisory_xact_lock(:number)"), {"number": ONE_AT_A_TIME})
        context.run_migrations()


given = context.config.attributes.get("connection")
if given is not None:
    migrate(given)
elif "DATABASE_URL" in os.environ:
    with create_engine(make_url(os.environ["DATABASE_URL"]).set(drivername="postgresql+psycopg")).connect() as opened:
        migrate(opened)
else:
    sys.exit("Set DATABASE_URL to a database for development, such as the one that `contract-registry db status` names.")
