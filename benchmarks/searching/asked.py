"""What is asked of the registry, in a fixed mix, and how ours and the peers answer: the newest best, with a count, facets and marked snippets."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import Any

import psycopg

from searching.generated import Clause, rare_word
from searching.tables import pairs_of

MIX = {"rare word": 0.2, "common word": 0.15, "two words": 0.35, "phrase": 0.2, "filters alone": 0.1}
MOST, RANKED, SHOWN = 10_000, 300, 20
COMMON = "rights work author publisher licence copyright fee training consent agreement moral waive use company perpetual".split()
_FACETS = ("family", "type", "severity", "sector", "role", "year", "country")


@dataclass(frozen=True)
class Asked:
    """A question of somebody in a circle: its kind, the words typed, whether they are a phrase, and a facet that was chosen."""

    kind: str
    words: str
    circle: int
    facet: str = ""
    column: str = ""
    value: str = ""


def questions(clauses: list[Clause], count: int, seed: int = 2) -> list[Asked]:
    """So many questions in the mix; words and phrases are those of clauses that are there."""
    chance = Random(seed)
    return [_question(kind, clauses, chance) for kind in chance.choices(list(MIX), list(MIX.values()), k=count)]


def _question(kind: str, clauses: list[Clause], chance: Random) -> Asked:
    clause = chance.choice(clauses)
    words = clause.text.split()
    at = chance.randrange(max(1, len(words) - 3))
    said = {
        "rare word": rare_word(chance.randrange(200, 20_000)),
        "common word": chance.choice(COMMON),
        "two words": " ".join(chance.sample(COMMON, 2)),
        "phrase": f'"{" ".join(words[at : at + 3])}"',
        "filters alone": "",
    }[kind]
    faceted = chance.random() < 0.5 or not said
    return Asked(kind, said.replace("'", ""), clause.circle, *((f"f:{clause.family}", "family", clause.family) if faceted else ()))


def ours(connection: psycopg.Connection, asked: Asked, blocks: int) -> int:
    """The newest block first until ten thousand are found; the newest of those ranked, the best shown. How many were found."""
    needs = [f"a:{asked.circle}", *([asked.facet] if asked.facet else []), *(pairs_of(asked.words) if asked.words.startswith('"') else ())]
    tokens = " & ".join("'" + each.replace("'", "''") + "'" for each in needs)
    query = "%(tokens)s::tsquery" + (" && websearch_to_tsquery('english', %(words)s)" if asked.words else "")
    blockwise = " UNION ALL ".join(
        f"(SELECT row, {', '.join(_FACETS)} FROM clauses_{block} WHERE words @@ ({query}) ORDER BY row + 0 DESC)"
        for block in reversed(range(blocks))
    )
    values: dict[str, Any] = {"tokens": tokens, "words": asked.words}
    sets = ", ".join(f"({name})" for name in _FACETS)
    connection.execute("DROP TABLE IF EXISTS pg_temp.found")
    connection.execute(f"CREATE TEMPORARY TABLE found AS SELECT * FROM ({blockwise}) AS every LIMIT {MOST + 1}", values)  # type: ignore[arg-type]
    connection.execute(f"SELECT {', '.join(_FACETS)}, count(*) FROM found GROUP BY GROUPING SETS ({sets})").fetchall()  # type: ignore[arg-type]
    words = "websearch_to_tsquery('english', %(words)s)"
    connection.execute(
        f"SELECT row, ts_headline('english', text, {words}) FROM clauses WHERE row IN (SELECT row FROM clauses JOIN (SELECT row FROM found ORDER BY row DESC LIMIT {RANKED}) AS newest"  # type: ignore[arg-type]
        f" USING (row) ORDER BY ts_rank(words, {words}) DESC, row DESC LIMIT {SHOWN})",
        values,
    ).fetchall()
    return _count(connection, "SELECT count(*) FROM found", values)


def untuned(connection: psycopg.Connection, asked: Asked, _blocks: int = 0) -> int:
    """What one writes first: every hit counted, ranked and sorted."""
    return _plainly(
        connection,
        asked,
        "words @@ websearch_to_tsquery('english', %(words)s)",
        "ts_rank(words, websearch_to_tsquery('english', %(words)s))",
    )


def ilike(connection: psycopg.Connection, asked: Asked, _blocks: int = 0) -> int:
    """What one writes without an index."""
    return _plainly(connection, asked, "text ILIKE '%%' || trim(both '\"' from %(words)s) || '%%'", "row")


def _plainly(connection: psycopg.Connection, asked: Asked, matches: str, order: str) -> int:
    values = {"words": asked.words, "circle": f"a:{asked.circle}", "value": asked.value}
    where = " AND ".join(
        ["%(circle)s = ANY(tokens)", *([matches] if asked.words else []), *([f"{asked.column} = %(value)s"] if asked.column else [])]
    )
    for facet in _FACETS:
        connection.execute(f"SELECT {facet}, count(*) FROM untuned WHERE {where} GROUP BY 1", values).fetchall()  # type: ignore[arg-type]
    connection.execute(
        f"SELECT row, ts_headline('english', text, websearch_to_tsquery('english', %(words)s)) FROM (SELECT row, text FROM untuned WHERE {where} ORDER BY {order if asked.words else 'row'} DESC LIMIT {SHOWN}) AS best",  # type: ignore[arg-type]
        values,
    ).fetchall()
    return _count(connection, f"SELECT count(*) FROM untuned WHERE {where}", values)


def _count(connection: psycopg.Connection, query: str, values: dict[str, Any]) -> int:
    row = connection.execute(query, values).fetchone()  # type: ignore[arg-type]
    return int(row[0]) if row else 0
