"""Finds what is asked for, all of it at once, and takes apart what figures are told of.

One answer of the database holds what each clause says of itself in numbers; what a number stands for is asked of one clause that has it. An object for each of ten
thousand clauses costs more than finding them.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import cast
from uuid import UUID

import numpy as np
import psycopg
from sqlalchemy import Connection, text

from contract_registry.core.disclosure.consent.ladder import PUBLIC
from contract_registry.core.disclosure.searching.question import Facet
from contract_registry.storage.registry.alike import Alike
from contract_registry.storage.registry.asking import Question
from contract_registry.storage.registry.blocks import blocks, in_blocks
from contract_registry.storage.registry.circles import id_of_circle
from contract_registry.storage.registry.sides import Clauses, Having, Side
from contract_registry.storage.registry.told import FACTS, OF_CLAUSE, VALUES, Chosen, Numbers, Told, ids_in, taken_apart

_EPOCH = datetime(2000, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def found_in(connection: Connection, question: Question, until: Mapping[str, datetime | None]) -> Clauses:
    """What is found; of each circle what was shared until then is counted."""
    starts = blocks(connection)
    query = f"SELECT string_agg(told, ''), string_agg(told_types, '') FROM ({question.found(starts, 'told, told_types')}) AS found"  # noqa: S608  names of ours
    told, types = _in_bytes(connection, query, question.values)
    if not told:
        return Clauses((), starts)
    every = taken_apart(told, types)
    is_public = every.circles == _short(id_of_circle(PUBLIC))
    is_counted = np.zeros_like(is_public)
    for circle, at in until.items():
        if at is not None:
            is_counted |= (every.circles == _short(circle)) & (every.shared_at <= (at - _EPOCH) // _MICROSECOND)
    coded = {facet: Alike.of(codes) for facet, codes in every.values.items()}
    typed, engagers = Alike.of(every.types), Alike.of(every.engagers[:, 1])
    values = _values(connection, starts, every, coded, typed)
    values[Facet.ENGAGER] = ids_in(every.engagers[engagers.first])
    coded[Facet.ENGAGER] = engagers
    public, shared = (_side(every, chosen, coded, typed, values) for chosen in (is_public, is_counted & ~is_public))
    spellings = partial(_spellings, every, is_public, is_counted, engagers, values[Facet.ENGAGER])
    return Clauses(every.rows.tolist(), starts, values, public, shared, spellings)


def names_of(connection: Connection, found: Clauses, engagers: Collection[str]) -> dict[str, str]:
    """What these engagers are called, by their ids: of several ways to write one the first in the alphabet."""
    wanted = found.spellings(engagers)
    query, values = in_blocks(found.blocks, "row, engager", list(wanted))
    spelt = sorted(((row.engager, wanted[row.row]) for row in connection.execute(text(query), values)), reverse=True)
    return {engager: name for name, engager in spelt}


def _in_bytes(connection: Connection, query: str, values: Mapping[str, object]) -> tuple[bytes, bytes]:
    """The answer of two columns of bytes, sent as they are and not as letters."""
    driver = connection.connection.driver_connection
    assert isinstance(driver, psycopg.Connection)
    asked = text(query).compile(connection)
    with driver.cursor(binary=True) as cursor:
        return cast("tuple[bytes, bytes]", cursor.execute(str(asked), values).fetchone())


def _values(
    connection: Connection, starts: Sequence[int], told: Told, coded: Mapping[Facet, Alike], typed: Alike
) -> dict[Facet, Sequence[str]]:
    """What the numbers stand for, by facet."""
    before = np.cumsum(told.type_counts) - told.type_counts
    clauses = np.searchsorted(before, typed.first, side="right") - 1
    rows = {int(row) for each in coded.values() for row in told.rows[each.first]} | {int(row) for row in told.rows[clauses]}
    query, asked = in_blocks(starts, f"row, types, {', '.join(VALUES)}", list(rows))
    by_row = {row["row"]: row for row in connection.execute(text(query), asked).mappings()}
    values: dict[Facet, Sequence[str]] = {
        facet: [by_row[row][facet.value] for row in told.rows[each.first].tolist()] for facet, each in coded.items()
    }
    at = zip(told.rows[clauses].tolist(), (typed.first - before[clauses]).tolist(), strict=True)
    return {**values, Facet.TYPE: [by_row[row]["types"][place] for row, place in at]}


def _side(told: Told, chosen: Chosen, coded: Mapping[Facet, Alike], typed: Alike, values: Mapping[Facet, Sequence[str]]) -> Side:
    """What of it is on one side, each contract once; what it says of a fact is what it says at the last of its clauses."""
    clauses = np.flatnonzero(chosen)
    if not clauses.size:
        return Side()
    by_contract = Alike.of(told.contracts[clauses, 1])
    contracts, last = by_contract.places, clauses[by_contract.first]
    count = len(last)
    having = {facet: Having(np.arange(count), coded[facet].places[last]) for facet in (*FACTS, Facet.ENGAGER)}
    having |= {facet: _pairs(contracts, coded[facet].places[clauses], count, len(values[facet])) for facet in OF_CLAUSE}
    contract_of = np.full(len(chosen), -1)
    contract_of[clauses] = contracts
    of_types = np.repeat(contract_of, told.type_counts)
    having[Facet.TYPE] = _pairs(of_types[of_types >= 0], typed.places[of_types >= 0], count, len(typed.first))
    present = {facet: _present(each, values[facet]) for facet, each in having.items()}
    return Side(told.contributors[last], present, told.contracts[last])


def _pairs(contracts: Numbers, values: Numbers, count: int, kinds: int) -> Having:
    """Each pair once, of so many contracts and values of so many kinds."""
    there = np.zeros(count * kinds, np.bool)
    there[contracts * kinds + values] = True
    return Having(*np.divmod(np.flatnonzero(there), max(kinds, 1)))


def _present(having: Having, values: Sequence[str]) -> Having:
    """Without what has no value."""
    none = [place for place, value in enumerate(values) if not value]
    there = ~np.isin(having.values, none) if none else slice(None)
    return Having(having.contracts[there], having.values[there])


def _spellings(
    told: Told, is_public: Chosen, is_counted: Chosen, engagers: Alike, ids: Sequence[str], wanted: Collection[str]
) -> dict[int, str]:
    among = set(wanted)
    is_wanted = np.array([each in among for each in ids], np.bool)[engagers.places]
    of_public = is_wanted & is_public
    in_public = np.zeros(len(ids), np.bool)
    in_public[engagers.places[of_public]] = True
    chosen = np.flatnonzero(of_public | is_wanted & is_counted & ~in_public[engagers.places])
    called = Alike.of(told.called[chosen])
    ways = {
        (engager, name): row
        for engager, name, row in zip(engagers.places[chosen].tolist(), called.places.tolist(), told.rows[chosen].tolist(), strict=True)
    }
    return {row: ids[engager] for (engager, _), row in ways.items()}


def _short(id_: str) -> int:
    """The last eight bytes of an id, as the database tells them."""
    return int.from_bytes(UUID(id_).bytes[8:], signed=True)
