"""Searches the registry: the newest block first until ten thousand are found, the newest of those ranked, a page of them shown."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, text

from contract_registry.core.disclosure.searching.hit import Hit
from contract_registry.core.disclosure.searching.question import Sort
from contract_registry.storage.registry.asking import COLUMNS, WORDS, Question, hit_in
from contract_registry.storage.registry.blocks import blocks, name_of

RANKED = 300
_GRAVITY = "array_position(ARRAY['', 'info', 'low', 'medium', 'high', 'critical'], severity)"


def types_shared(connection: Connection, question: Question, since: datetime, until: datetime) -> list[tuple[str, ...]]:
    """The types of each clause that is found and was shared in this time, the newest first, `MOST` + 1 at most."""
    every = question.found(connection, "types, shared_at")
    found = text(f"SELECT types FROM ({every}) AS found WHERE shared_at >= :since AND shared_at < :until")  # noqa: S608  names of ours
    return [tuple(row.types) for row in connection.execute(found, {**question.values, "since": since, "until": until})]


def page_of(connection: Connection, question: Question, most: int, after: tuple[float, int] | None) -> list[Hit]:
    """The next hits in the order that was asked for, after the one with that key and number."""
    order = question.asked.order
    if order in {Sort.NEWEST, Sort.OLDEST}:
        best = _by_number(connection, question, is_newest=order is Sort.NEWEST, after=after[1] if after else None)
    else:
        best = _by_key(connection, question, is_ranked=order is Sort.RELEVANCE, goes_on=after is not None)
    query = f"""
        WITH best AS MATERIALIZED ({best})
        SELECT key, {COLUMNS}, {question.snippet} AS snippet FROM best JOIN registry_clauses USING (row)
        ORDER BY key DESC, row {"ASC" if order is Sort.OLDEST else "DESC"}
    """  # noqa: S608  names of ours
    place = {"key": after[0], "after": after[1]} if after else {}
    return [hit_in(row) for row in connection.execute(text(query), {**question.values, "most": most, **place})]


def _by_key(connection: Connection, question: Question, *, is_ranked: bool, goes_on: bool) -> str:
    """The next by how well they fit, of the newest, or by how grave they are, of all that are counted."""
    key = f"ts_rank(words, {WORDS})" if is_ranked else _GRAVITY
    newest = f"SELECT row FROM ({question.found(connection, 'row')}) AS found ORDER BY row DESC {f'LIMIT {RANKED}' if is_ranked else ''}"  # noqa: S608  names of ours
    return f"""
        SELECT row, key FROM (
            SELECT row, CAST({key} AS float8) AS key FROM registry_clauses WHERE row IN ({newest})
        ) AS ranked {"WHERE (key, row) < (:key, :after)" if goes_on else ""} ORDER BY key DESC, row DESC LIMIT :most
    """  # noqa: S608  names of ours


def _by_number(connection: Connection, question: Question, *, is_newest: bool, after: int | None) -> str:
    """The next by number, from the block on in which the one before stood."""
    starts = blocks(connection)
    sense, order = ("<", "DESC") if is_newest else (">", "ASC")
    wanted = [
        block
        for block, end in zip(starts, [*starts[1:], None], strict=True)
        if after is None or (block <= after if is_newest else end is None or end > after)
    ]
    further = f"AND row {sense} :after" if after is not None else ""
    blockwise = " UNION ALL ".join(
        f"(SELECT row FROM {name_of(block)} WHERE {question.matches} {further} ORDER BY row + 0 {order} LIMIT :most)"  # noqa: S608  names of ours
        for block in (reversed(wanted) if is_newest else wanted)
    )
    return f"SELECT row, CAST(0 AS float8) AS key FROM ({blockwise}) AS every LIMIT :most"  # noqa: S608  names of ours
