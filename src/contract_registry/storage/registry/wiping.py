"""Writes anew the tables from which rows of the registry went, so that nothing of them is left in the database's files, while others search."""

from __future__ import annotations

from sqlalchemy import Connection, Engine, delete, func, select, text
from sqlalchemy.exc import DBAPIError

from contract_registry.storage.database import Database
from contract_registry.storage.erasure import is_seen_by_others, write_anew
from contract_registry.storage.registry.blocks import blocks, write_block_anew
from contract_registry.storage.registry.tables import registry_bands, registry_contracts, registry_left, registry_wordings

_SMALL = 500_000_000
"""Bytes of a table of sums that is written anew in a few seconds; a larger one, in which nobody can read a word, is left to the database's own cleaning."""
_STILL_SEEN = text(f"SELECT id FROM registry_left WHERE {is_seen_by_others('(transaction % 4294967296)::text::xid')}")  # noqa: S608  words of ours
"""What some other transaction may still see as it was, so that writing anew would keep it."""


def wipe_left(database: Database) -> bool:
    """Whether of all rows that went nothing is left; where a table is busy for too long, or somebody still sees them, the next time will do."""
    with database.engine.connect() as connection:
        left = {row.id: row.block for row in connection.execute(select(registry_left.c.id, registry_left.c.block))}
        still_seen = set(connection.scalars(_STILL_SEEN))
        tables = _tables(connection)
    if not left:
        return True
    are_written = all(_is_written_anew(database.engine, block) for block in sorted(set(left.values())))
    if not (are_written and write_anew(database, tables)):
        return False
    with database.engine.begin() as connection:
        connection.execute(delete(registry_left).where(registry_left.c.id.in_(left.keys() - still_seen)))
    return not still_seen


def _is_written_anew(engine: Engine, block: int) -> bool:
    """Whether a block is, or is there no more; not where others need it for too long."""
    try:
        with engine.begin() as connection:
            if block in blocks(connection):
                write_block_anew(connection, block)
    except DBAPIError:
        return False
    return True


def _tables(connection: Connection) -> list[str]:
    """The other tables that hold something of the same rows."""
    sums = [
        table.name
        for table in (registry_wordings, registry_bands)
        if (connection.scalar(select(func.pg_total_relation_size(table.name))) or 0) <= _SMALL
    ]
    return [registry_contracts.name, *sums]
