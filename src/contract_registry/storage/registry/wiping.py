"""Writes anew the tables from which rows of the registry went, so that nothing of them is left in the database's files."""

from __future__ import annotations

from sqlalchemy import delete, func, select

from contract_registry.storage.database import Database
from contract_registry.storage.erasure import wipe
from contract_registry.storage.registry.blocks import blocks, name_of
from contract_registry.storage.registry.tables import registry_bands, registry_contracts, registry_left, registry_wordings

_SMALL = 500_000_000
"""Bytes of a table of sums that is written anew in a few seconds; a larger one, in which nobody can read a word, is left to the database's own cleaning."""


def wipe_left(database: Database) -> bool:
    """Whether of all rows that went nothing is left; where a table is busy for too long the next time will do."""
    with database.engine.connect() as connection:
        since = connection.scalar(select(func.max(registry_left.c.since)))
        left = set(connection.scalars(select(registry_left.c.block)))
        there = [name_of(block) for block in blocks(connection) if block in left]
        sums = [
            table.name
            for table in (registry_wordings, registry_bands)
            if (connection.scalar(select(func.pg_total_relation_size(table.name))) or 0) <= _SMALL
        ]
    if since is None:
        return True
    if not wipe(database, [*there, registry_contracts.name, *sums]):
        return False
    with database.engine.begin() as connection:
        connection.execute(delete(registry_left).where(registry_left.c.since <= since, registry_left.c.block.in_(left)))
    return True
