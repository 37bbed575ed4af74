"""Searches the registry: the newest block first until ten thousand are found, the newest of those ranked, a page of them shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection, text

from contract_registry.core.disclosure.consent.ladder import PUBLIC
from contract_registry.core.disclosure.searching.choices import leaves_choice_of_words, parts_of
from contract_registry.core.disclosure.searching.hit import Hit
from contract_registry.core.disclosure.searching.question import Sort
from contract_registry.storage.registry.asking import COLUMNS, MOST, WORDS, Question, hit_in
from contract_registry.storage.registry.blocks import HOLD, blocks, in_blocks, name_of
from contract_registry.storage.registry.seeking import Sought

RANKED = 300
_GRAVITY = "array_position(ARRAY['', 'info', 'low', 'medium', 'high', 'critical'], severity)"
_SETTINGS = {"jit": "off", "work_mem": "64MB", "random_page_cost": "1.1", "max_parallel_workers_per_gather": "0"}
_PLANNED = [f"set_config('{name}', '{value}', true)" for name, value in _SETTINGS.items()]


def for_searching(connection: Connection) -> None:
    """Begin a search: blocks stay as they are, and the planner knows that most of what is asked for lies in memory; no order is lost to workers that run side by side."""
    connection.exec_driver_sql(f"{HOLD}; SELECT {', '.join(_PLANNED)}")


def types_shared(connection: Connection, question: Question, since: datetime, until: datetime) -> list[tuple[str, ...]]:
    """The types of each clause that is found and was shared in this time, the newest first, `MOST` + 1 at most."""
    every = question.found(blocks(connection)[::-1], "types, shared_at")
    found = text(f"SELECT types FROM ({every}) AS found WHERE shared_at >= :since AND shared_at < :until")  # noqa: S608  names of ours
    return [tuple(row.types) for row in connection.execute(found, {**question.values, "since": since, "until": until})]


def parts_asked(connection: Connection, question: Question) -> list[Question]:
    """The parts of a question that leaves a choice, of what people shared alone; none where it leaves none, or whoever asks can read nothing of that."""
    circles = tuple(each for each in question.circles if each != PUBLIC)
    if not circles:
        return []
    asked, query = question.asked, ""
    if leaves_choice_of_words(asked):
        query = connection.execute(text(f"SELECT CAST({WORDS} AS text)"), question.values).scalar_one()
    return [replace(question, asked=part, circles=circles, query=words) for part, words in parts_of(asked, query)]


def page_of(connection: Connection, question: Question, found: Sought, most: int, after: tuple[float, int] | None = None) -> list[Hit]:
    """The next hits in the order that was asked for, after the one with that key and number."""
    order = question.asked.order
    is_keyed = order in {Sort.RELEVANCE, Sort.SEVERITY}
    key = f"ts_rank(words, {WORDS})" if order is Sort.RELEVANCE else _GRAVITY if is_keyed else "0"
    if is_keyed:
        rows = found.numbers[:RANKED] if order is Sort.RELEVANCE else found.numbers
    else:
        rows = _by_number(connection, question, found, most, after[1] if after else None)
    every, values = in_blocks(found.blocks, f"{COLUMNS}, text, CAST({key} AS float8) AS key", rows)
    ordered = f"ORDER BY key DESC, row {'ASC' if order is Sort.OLDEST else 'DESC'}"
    query = f"""
        SELECT *, {question.snippet} AS snippet FROM (
            SELECT * FROM ({every}) AS every {"WHERE (key, row) < (:key, :after)" if is_keyed and after else ""} {ordered} LIMIT :most
        ) AS page {ordered}
    """  # noqa: S608  names of ours
    place = {"key": after[0], "after": after[1]} if is_keyed and after else {}
    return [hit_in(row, row.key) for row in connection.execute(text(query), {**question.values, **values, "most": most, **place})]


def _by_number(connection: Connection, question: Question, found: Sought, most: int, after: int | None) -> Sequence[int]:
    """The next by number; of those that are found where they are enough, else from the block on in which the one before stood."""
    is_newest, numbers, starts = question.asked.order is Sort.NEWEST, found.numbers, found.blocks
    if is_newest or len(numbers) <= MOST:
        further = [
            each for each in (numbers if is_newest else reversed(numbers)) if after is None or (each < after if is_newest else each > after)
        ]
        if len(numbers) <= MOST or len(further) >= most:
            return further[:most]
    sense, order = ("<", "DESC") if is_newest else (">", "ASC")
    wanted = [
        block
        for block, end in zip(starts, [*starts[1:], None], strict=True)
        if after is None or (block <= after if is_newest else end is None or end > after)
    ]
    condition = f"AND row {sense} :after" if after is not None else ""
    blockwise = " UNION ALL ".join(
        f"(SELECT row FROM {name_of(block)} WHERE {question.matches} {condition} ORDER BY row + 0 {order} LIMIT :most)"  # noqa: S608  names of ours
        for block in (reversed(wanted) if is_newest else wanted)
    )
    query = text(f"SELECT row FROM ({blockwise}) AS every LIMIT :most")  # noqa: S608  names of ours
    return list(connection.scalars(query, {**question.values, "most": most, **({} if after is None else {"after": after})}))
