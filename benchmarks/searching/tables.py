"""The tables that search reads, ours and the peers': one partition a block of rows, newest first, with words, pairs of words and facets in one index."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

import psycopg

from searching.generated import Clause

BLOCK = 100_000
_WORD = re.compile(r"[^\W_]+")
COLUMNS = "row, contract, place, text, family, type, severity, sector, role, engager, year, country, agreement, tokens"


def create(connection: psycopg.Connection, count: int) -> int:
    """Make the tables for so many rows; how many partitions there are."""
    blocks = -(-count // BLOCK)
    connection.execute("DROP TABLE IF EXISTS loaded, clauses, untuned CASCADE")
    connection.execute(
        "CREATE UNLOGGED TABLE loaded (row bigint, contract int, place int, text text, family text, type text, severity text, sector text, role text,"
        " engager int, year int, country text, agreement int, tokens text[])"
    )
    connection.execute(
        "CREATE TABLE clauses (row bigint NOT NULL, contract int NOT NULL, place int NOT NULL, text text NOT NULL, family text, type text, severity text, sector text,"
        " role text, engager int, year int, country text, agreement int, words tsvector NOT NULL) PARTITION BY RANGE (row)"
    )
    for block in range(blocks):
        connection.execute(
            f"CREATE TABLE clauses_{block} PARTITION OF clauses FOR VALUES FROM ({block * BLOCK}) TO ({(block + 1) * BLOCK})"
        )
    return blocks


def load(connection: psycopg.Connection, clauses: Iterable[Clause]) -> None:
    """Fill ours and the untuned table, and index them."""
    with connection.cursor().copy(f"COPY loaded ({COLUMNS}) FROM STDIN") as copy:
        for row, each in enumerate(clauses):
            copy.write_row(
                (row, each.contract, each.place, each.text, each.family, each.type, each.severity, each.sector, each.role, each.engager, each.year,
                 each.country, each.agreement, list(tokens_of(each)))
            )  # fmt: skip
    connection.execute(
        f"INSERT INTO clauses SELECT {COLUMNS.removesuffix(', tokens')}, to_tsvector('english', text) || array_to_tsvector(tokens) FROM loaded"
    )
    connection.execute(f"CREATE TABLE untuned AS SELECT {COLUMNS}, to_tsvector('english', text) AS words FROM loaded")
    connection.execute("CREATE INDEX ON clauses USING gin (words) WITH (fastupdate = off)")
    connection.execute("CREATE INDEX ON clauses (row)")
    connection.execute("CREATE INDEX ON untuned USING gin (words)")
    connection.execute("DROP TABLE loaded")
    connection.commit()
    connection.autocommit = True
    connection.execute("VACUUM ANALYZE")
    connection.autocommit = False


def tokens_of(clause: Clause) -> Iterator[str]:
    """What stands in the index beside the words: who may see it, its facets, and each two words that stand side by side."""
    yield f"a:{clause.circle}"
    yield from (f"f:{value}" for value in (clause.family, clause.severity, clause.sector, clause.role, clause.country))
    yield from (f"t:{clause.type}", f"e:{clause.engager}", f"y:{clause.year}", f"g:{clause.agreement}")
    yield from sorted(set(pairs_of(clause.text)))


def pairs_of(text: str) -> Iterator[str]:
    """Each two words of a text that stand side by side, as one token."""
    yield from (f"p:{one}_{other}" for one, other in pairwise(word.lower() for word in _WORD.findall(text)))
