"""How one answers first, on a plain table: every hit counted, ranked and sorted, by an untuned `tsvector` or by `ILIKE`."""

from __future__ import annotations

from sqlalchemy import Connection, text

from contract_registry.core.disclosure.searching.question import circles_of
from contract_registry.storage.registry.circles import id_of_circle
from searching.asked import Question

_FACETS = ("family", "type", "severity", "sector", "role_family", "year", "jurisdiction")
_SHOWN = 20
_ILIKE = "text ILIKE '%' || trim(both '\"' from :words) || '%'"
_WORDS = "websearch_to_tsquery('english', :words)"


def untuned(connection: Connection, asked: Question) -> int:
    """What one writes with an index on the words; how many were found."""
    return _plainly(connection, asked, f"words @@ {_WORDS}", f"ts_rank(words, {_WORDS})")


def ilike(connection: Connection, asked: Question) -> int:
    """What one writes without any; how many were found."""
    return _plainly(connection, asked, _ILIKE, "row")


def ilike_alone(connection: Connection, asked: Question) -> int:
    """The least that one can ask without an index, a count, which says how fast the machine is; how many were found."""
    where, values = _where(asked, _ILIKE)
    return connection.scalar(text(f"SELECT count(*) FROM untuned WHERE {where}"), values) or 0


def ilike_in_long(connection: Connection, asked: Question) -> int:
    """The same of clauses of eighty words in a table with little else."""
    where, values = _where(asked, _ILIKE)
    return connection.scalar(text(f"SELECT count(*) FROM long WHERE {where}"), values) or 0


def _plainly(connection: Connection, asked: Question, matches: str, order: str) -> int:
    where, values = _where(asked, matches)
    for facet in _FACETS:
        connection.execute(text(f"SELECT {facet}, count(*) FROM untuned WHERE {where} GROUP BY 1"), values).all()
    best = f"SELECT row, text FROM untuned WHERE {where} ORDER BY {order if asked.words else 'row'} DESC LIMIT {_SHOWN}"
    connection.execute(text(f"SELECT row, ts_headline('english', text, {_WORDS}) FROM ({best}) AS best"), values).all()
    return connection.scalar(text(f"SELECT count(*) FROM untuned WHERE {where}"), values) or 0


def _where(asked: Question, matches: str) -> tuple[str, dict[str, object]]:
    values: dict[str, object] = {
        "words": asked.words,
        "circles": [id_of_circle(each) for each in circles_of(asked.asker)],
        "family": asked.family,
    }
    where = " AND ".join(
        [
            "circle_id = ANY(CAST(:circles AS uuid[]))",
            *([matches] if asked.words else []),
            *(["family = :family"] if asked.family else []),
        ]
    )
    return where, values
