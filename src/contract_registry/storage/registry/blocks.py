"""The blocks of rows that `registry_clauses` is made of: which there are, which lost rows, and the division of those that are full.

A block is nothing but a range of row numbers, so that in which block a row stands moves no answer. It is what can be written anew without the others.
"""

from __future__ import annotations

import time
from bisect import bisect_right
from collections.abc import Sequence

from sqlalchemy import Connection, insert, text
from sqlalchemy.exc import OperationalError

from contract_registry.storage.erasure import LOCK_WAIT
from contract_registry.storage.registry.tables import registry_clauses, registry_left

FULL = 50_000
"""A block with more rows is divided in two."""
_TRY, _TRIED_SECONDS, _PAUSE_SECONDS = "300ms", 10.0, 0.1
"""How long a block is waited for at once, and in all."""
HOLD = "LOCK TABLE registry_clauses IN ACCESS SHARE MODE"
_RANGE = "of_range"
"""A condition of a table that says which rows are in it, so that nobody needs to look when it becomes a block."""
_ROOM_FOR_INDEXES = "256MB"
_PREFIX = "registry_clauses_"
_UNREAD = ("text", "counter", "engager", "words", "told", "told_types")
"""What the planner keeps no samples of."""
_WRITTEN = ", ".join(each.name for each in registry_clauses.columns if each.computed is None)
"""The columns that the database does not make itself."""


def blocks(connection: Connection) -> list[int]:
    """Where each block begins, the lowest first."""
    query = text("SELECT inhrelid::regclass::text FROM pg_inherits WHERE inhparent = 'registry_clauses'::regclass")
    return sorted(int(name.rpartition("_")[2]) for name in connection.scalars(query))


def hold_blocks(connection: Connection) -> None:
    """Have all blocks stay as they are until this transaction ends, which begins with this: what is divided later holds nothing that an earlier state shows."""
    connection.execute(text(HOLD))


def name_of(block: int) -> str:
    """The name of a block's own table."""
    return f"{_PREFIX}{block}"


def in_blocks(starts: Sequence[int], columns: str, rows: Sequence[int]) -> tuple[str, dict[str, list[int]]]:
    """The columns of these rows in SQL, each sought in the one block that it stands in, with the values that the words stand for."""
    by_block: dict[int, list[int]] = {}
    for row in rows:
        by_block.setdefault(_block_of(starts, row), []).append(row)
    apart = [f"SELECT {columns} FROM {name_of(block)} WHERE row = ANY(:of_{block})" for block in by_block]  # noqa: S608  names of ours
    nothing = f"SELECT {columns} FROM {_PREFIX[:-1]} WHERE false"  # noqa: S608  names of ours
    return " UNION ALL ".join(apart) or nothing, {f"of_{block}": every for block, every in by_block.items()}


def _block_of(starts: Sequence[int], row: int) -> int:
    return starts[bisect_right(starts, row) - 1]


def note_left(connection: Connection, rows: Sequence[int]) -> None:
    """Note from which blocks this transaction took these rows."""
    if rows:
        starts = blocks(connection)
        left = sorted({_block_of(starts, row) for row in rows})
        transaction = connection.scalar(text("SELECT pg_current_xact_id()::text::bigint"))
        connection.execute(insert(registry_left), [{"block": block, "transaction": transaction} for block in left])


def full_blocks(connection: Connection, most: int = FULL) -> list[int]:
    """The blocks that hold more rows than they should."""
    return [block for block in blocks(connection) if (connection.scalar(text(f"SELECT count(*) FROM {name_of(block)}")) or 0) > most]  # noqa: S608  a number of ours


def divide(connection: Connection, block: int) -> int | None:
    """The beginning of the new block that the upper half of this one's rows stand in; None where all of its rows have one number."""
    table = name_of(block)
    _hold_alone(connection, table)
    middle = connection.scalar(text(f"SELECT percentile_disc(0.5) WITHIN GROUP (ORDER BY row) FROM {table}"))  # noqa: S608  a number of ours
    if middle is None or middle <= block:
        return None
    _write_anew(connection, block, [block, int(middle)])
    return int(middle)


def write_block_anew(connection: Connection, block: int) -> None:
    """Have a block stand in new files, with nothing in them of the rows that went. Who searches goes on meanwhile, and waits for a moment at the end."""
    _hold_alone(connection, name_of(block))
    _write_anew(connection, block, [block])


def _write_anew(connection: Connection, block: int, starts: Sequence[int]) -> None:
    """Put blocks that start there in the place of one.

    What a circle may see stands together in each, so that a search reads few pages; no answer depends on that.
    """
    table, ends = name_of(block), next((str(each) for each in blocks(connection) if each > block), "MAXVALUE")
    ranges = list(zip(starts, [*map(str, starts[1:]), ends], strict=True))
    connection.execute(text(f"SET LOCAL maintenance_work_mem = '{_ROOM_FOR_INDEXES}'"))
    for start, end in ranges:
        _make(connection, f"{name_of(start)}_new", table, f"row >= {start}" + ("" if end == "MAXVALUE" else f" AND row < {end}"))
    connection.execute(text(f"ALTER TABLE registry_clauses DETACH PARTITION {table}"))
    connection.execute(text(f"DROP TABLE {table}"))
    for start, end in ranges:
        connection.execute(text(f"ALTER TABLE {name_of(start)}_new RENAME TO {name_of(start)}"))
        connection.execute(text(f"ALTER TABLE registry_clauses ATTACH PARTITION {name_of(start)} FOR VALUES FROM ({start}) TO ({end})"))
        connection.execute(text(f"ALTER TABLE {name_of(start)} DROP CONSTRAINT {_RANGE}"))


def _hold_alone(connection: Connection, table: str) -> None:
    """Have nobody else write to a block: the whole is held before it, as whoever writes does, and in tries so short that nobody waits long for who holds the block."""
    until = time.monotonic() + _TRIED_SECONDS
    connection.execute(text(f"SET LOCAL lock_timeout = '{_TRY}'"))
    while True:
        try:
            with connection.begin_nested():
                for name in (f"ONLY {registry_clauses.name}", table):
                    connection.execute(text(f"LOCK TABLE {name} IN SHARE ROW EXCLUSIVE MODE"))
        except OperationalError:
            if time.monotonic() >= until:
                raise
            time.sleep(_PAUSE_SECONDS)
        else:
            connection.execute(text(f"SET LOCAL lock_timeout = '{LOCK_WAIT}'"))
            return


def _make(connection: Connection, name: str, like: str, of_range: str) -> None:
    """A table with those rows of another that are of a range, with the indexes that a block has: made last, as that is quick, and before others have to wait."""
    connection.execute(text(f"CREATE TABLE {name} (LIKE {like} INCLUDING ALL EXCLUDING INDEXES, CONSTRAINT {_RANGE} CHECK ({of_range}))"))
    for column in _UNREAD:
        connection.execute(text(f"ALTER TABLE {name} ALTER COLUMN {column} SET STATISTICS 0"))
    rows = f"SELECT {_WRITTEN} FROM {like} WHERE {of_range} ORDER BY circle_id, row"  # noqa: S608  numbers of ours
    connection.execute(text(f"INSERT INTO {name} ({_WRITTEN}) {rows}"))
    connection.execute(text(f"ALTER TABLE {name} ADD PRIMARY KEY ({', '.join(each.name for each in registry_clauses.primary_key)})"))
    for index in registry_clauses.indexes:
        told = index.dialect_options["postgresql"]
        options = f" WITH ({', '.join(f'{option} = {value}' for option, value in told['with'].items())})" if told["with"] else ""
        columns = ", ".join(each.name for each in index.columns)
        connection.execute(text(f"CREATE INDEX ON {name} USING {told['using'] or 'btree'} ({columns}){options}"))
