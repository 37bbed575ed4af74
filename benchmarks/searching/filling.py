"""Fills the tables of a registry as projecting does, but fast, and a plain table of the same clauses for the peers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

import psycopg
from psycopg.types.json import Jsonb
from sqlalchemy import ARRAY, Column, Connection, Engine, MetaData, Table, Text, insert, select, text

from contract_registry.storage.registry.blocks import FULL, name_of
from contract_registry.storage.registry.columns import Numbered, clause_columns, contract_columns
from contract_registry.storage.registry.rows import words_of
from contract_registry.storage.registry.tables import registry_clauses, registry_contracts

_KEPT = [each for each in registry_clauses.columns if each.name != "words" and each.computed is None]
_MADE_OF = [Column("config", Text), Column("indexed", Text), Column("tokens", ARRAY(Text))]
LOADED = Table("loaded", MetaData(), *(Column(each.name, each.type) for each in _KEPT), *_MADE_OF)
SEARCHED = "'for:search' = ANY(tokens) AND 'is:shown' = ANY(tokens)"
PEERS = "SELECT row, circle_id, text, family, severity, sector, role_family, year, jurisdiction, types[1] AS type"

LONG = """
    CREATE TABLE IF NOT EXISTS long AS SELECT row, circle_id, family, array_to_string((string_to_array(text, ' '))[1:80], ' ') AS text FROM (
        SELECT row, circle_id, family, concat_ws(' ', text, lead(text) OVER every, lead(text, 2) OVER every, lead(text, 3) OVER every) AS text
        FROM untuned WINDOW every AS (ORDER BY row)
    ) AS joined
"""
"""Clauses of eighty words: each with the words of the next behind its own."""


def fill(engine: Engine, contracts: Iterable[Sequence[Numbered]]) -> list[int]:
    """Have these contracts stand in an empty registry, in blocks as the service divides them; where the blocks begin."""
    with engine.begin() as connection:
        connection.execute(text("SET LOCAL synchronous_commit = off"))
        LOADED.create(connection)
        _copy(connection, contracts)
    with engine.begin() as connection:
        connection.execute(text("SET LOCAL maintenance_work_mem = '512MB'"))
        connection.execute(text("CREATE INDEX ON loaded (row)"))
        starts = _divided(connection)
        _fill_blocks(connection, starts)
        connection.execute(text(f"CREATE TABLE untuned AS {PEERS}, to_tsvector('english', text) AS words FROM loaded WHERE {SEARCHED}"))
        connection.execute(text("CREATE INDEX ON untuned USING gin (words)"))
        LOADED.drop(connection)
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("VACUUM ANALYZE registry_clauses, registry_contracts, untuned"))
        connection.execute(text("CHECKPOINT")) if _may_checkpoint(connection) else None
    return starts


def fill_long(engine: Engine) -> None:
    """Have the plain table of long clauses too, unless it is there."""
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text(LONG))
        connection.execute(text("VACUUM ANALYZE long"))


def _copy(connection: Connection, contracts: Iterable[Sequence[Numbered]]) -> None:
    """Send what projecting would insert; contracts behind their clauses, since one copying goes on at a time."""
    driver = connection.connection.driver_connection
    assert isinstance(driver, psycopg.Connection)
    names = [each.name for each in LOADED.columns]
    by_contract = []
    with driver.cursor().copy(f"COPY loaded ({', '.join(names)}) FROM STDIN") as copy:
        for rows in contracts:
            by_contract += contract_columns(rows)
            for each in rows:
                columns = clause_columns(each)
                copy.write_row([columns[name] for name in names])
    names = [each.name for each in registry_contracts.columns]
    with driver.cursor().copy(f"COPY registry_contracts ({', '.join(names)}) FROM STDIN") as copy:
        for columns in by_contract:
            copy.write_row([Jsonb(columns[name]) if name == "facts" else columns[name] for name in names])


def _divided(connection: Connection) -> list[int]:
    """Where blocks begin when each that is full is divided in two until none is."""
    count, parts = connection.scalar(text("SELECT count(*) FROM loaded")) or 0, 1
    while count / parts > FULL:
        parts *= 2
    middles = "SELECT percentile_disc(CAST(:shares AS float8[])) WITHIN GROUP (ORDER BY row) FROM loaded"
    return [0, *(connection.scalar(text(middles), {"shares": [part / parts for part in range(1, parts)]}) if parts > 1 else ())]


def _fill_blocks(connection: Connection, starts: list[int]) -> None:
    """Fill each block before it has any index; attaching makes those that all have."""
    connection.execute(text(f"ALTER TABLE registry_clauses DETACH PARTITION {name_of(0)}"))
    connection.execute(text(f"DROP TABLE {name_of(0)}"))
    for start, end in pairwise([*starts, None]):
        connection.execute(text(f"CREATE TABLE {name_of(start)} (LIKE registry_clauses INCLUDING DEFAULTS INCLUDING GENERATED)"))
        for column in ("text", "engager", "words", "told", "told_types"):
            connection.execute(text(f"ALTER TABLE {name_of(start)} ALTER COLUMN {column} SET STATISTICS 0"))
        block = Table(name_of(start), MetaData(), *(Column(each.name, each.type) for each in registry_clauses.columns))
        words = words_of(LOADED.c.config, LOADED.c.indexed, LOADED.c.tokens)
        of_block = LOADED.c.row >= start if end is None else (LOADED.c.row >= start) & (LOADED.c.row < end)
        names = [each.name for each in _KEPT]
        rows = select(*(LOADED.c[name] for name in names), words).where(of_block).order_by(LOADED.c.circle_id, LOADED.c.row)
        connection.execute(insert(block).from_select([*names, "words"], rows))
        ends = "MAXVALUE" if end is None else str(end)
        connection.execute(text(f"ALTER TABLE registry_clauses ATTACH PARTITION {name_of(start)} FOR VALUES FROM ({start}) TO ({ends})"))


def _may_checkpoint(connection: Connection) -> bool:
    return bool(connection.scalar(text("SELECT pg_has_role('pg_checkpoint', 'MEMBER')")))
