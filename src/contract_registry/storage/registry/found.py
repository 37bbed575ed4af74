"""Finds what is asked for, all of it at once, and takes apart what figures are told of.

One answer of the database holds what each clause says of itself in numbers; what a number stands for is asked of one clause that has it. An object for each of ten
thousand clauses costs more than finding them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import cast
from uuid import UUID

import numpy as np
import psycopg
from sqlalchemy import Connection, text

from contract_registry.core.disclosure.consent.ladder import PUBLIC
from contract_registry.core.disclosure.searching.question import Facet
from contract_registry.storage.beside import Beside
from contract_registry.storage.registry.alike import Alike
from contract_registry.storage.registry.asking import MOST, Question
from contract_registry.storage.registry.blocks import in_blocks
from contract_registry.storage.registry.circles import id_of_circle
from contract_registry.storage.registry.meanings import Meanings
from contract_registry.storage.registry.sides import Clauses, Having, Side
from contract_registry.storage.registry.told import FACTS, OF_CLAUSE, VALUES, Chosen, Numbers, Told, count_in, ids_in, taken_apart

_EPOCH = datetime(2000, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_MEANINGS = Meanings()


@dataclass(frozen=True, slots=True)
class Sought:
    """The numbers of the clauses that were found, the newest first and one more at most than are counted, where the blocks start in which they were sought, and what the clauses say."""

    numbers: Sequence[int]
    blocks: Sequence[int]
    told: Told


def sought_in(connection: Connection, question: Question, starts: Sequence[int], beside: Beside | None = None) -> Sought:
    """What is found in the blocks that start there."""
    pieces = list(_pieces(connection, question, starts, beside))
    told = taken_apart(b"".join(told for told, _ in pieces), b"".join(types for _, types in pieces), MOST + 1)
    return Sought(told.rows.tolist(), starts, told)


def _pieces(connection: Connection, question: Question, starts: Sequence[int], beside: Beside | None) -> Iterator[tuple[bytes, bytes]]:
    """What the clauses say that are found, the newest blocks first, until there are enough; where there are two connections, each takes half of as many blocks as it should take."""
    waiting, found, looked = list(reversed(starts)), 0, 0
    while waiting and found <= MOST:
        most = MOST + 1 - found
        count = len(waiting) if beside is None or (looked and not found) else -(-most * looked // found) if looked else 2
        taken, waiting = waiting[:count], waiting[count:]
        middle = -(-len(taken) // 2) if beside else len(taken)
        others = beside.begin(partial(_piece, question=question, starts=taken[middle:], most=most)) if beside and taken[middle:] else None
        pieces = [_piece(connection, question, taken[:middle], most), *([others()] if others else [])]
        yield from pieces
        looked += len(taken)
        found += sum(count_in(told) for told, _ in pieces)


def _piece(connection: Connection, question: Question, starts: Sequence[int], most: int) -> tuple[bytes, bytes]:
    """What is found in these blocks in columns of bytes, sent as they are and not as letters."""
    query = f"SELECT coalesce(string_agg(told, ''), ''), coalesce(string_agg(told_types, ''), '') FROM ({question.found(starts, 'told, told_types', most)}) AS found"  # noqa: S608  names of ours
    driver = connection.connection.driver_connection
    assert isinstance(driver, psycopg.Connection)
    asked = text(query).compile(connection)
    with driver.cursor(binary=True) as cursor:
        return cast("tuple[bytes, bytes]", cursor.execute(str(asked), question.values).fetchone())


def clauses_in(connection: Connection, sought: Sought, until: Mapping[str, datetime | None]) -> Clauses:
    """What figures are told of; of each circle what was shared until then is counted."""
    every = sought.told
    if not sought.numbers:
        return Clauses()
    is_public = every.circles == _short(id_of_circle(PUBLIC))
    is_counted = np.zeros_like(is_public)
    for circle, at in until.items():
        if at is not None:
            is_counted |= (every.circles == _short(circle)) & (every.shared_at <= (at - _EPOCH) // _MICROSECOND)
    coded = {facet: Alike.of(codes) for facet, codes in every.values.items()}
    typed, engagers = Alike.of(every.types), Alike.of(every.engagers[:, 1])
    values = _values(connection, sought.blocks, every, coded, typed)
    values[Facet.ENGAGER] = ids_in(every.engagers[engagers.first])
    coded[Facet.ENGAGER] = engagers
    public, shared = (_side(every, chosen, coded, typed, values) for chosen in (is_public, is_counted & ~is_public))
    spellings = partial(_spellings, every, is_public, is_counted, engagers, values[Facet.ENGAGER])
    return Clauses(values, public, shared, spellings)


def names_of(connection: Connection, blocks: Sequence[int], found: Clauses, engagers: Collection[str]) -> dict[str, str]:
    """What these engagers are called, by their ids: of several ways to write one the first in the alphabet."""
    wanted = found.spellings(engagers)
    query, values = in_blocks(blocks, "row, engager", list(wanted))
    spelt = sorted(((row.engager, wanted[row.row]) for row in connection.execute(text(query), values)), reverse=True)
    return {engager: name for name, engager in spelt}


def _values(
    connection: Connection, starts: Sequence[int], told: Told, coded: Mapping[Facet, Alike], typed: Alike
) -> dict[Facet, Sequence[str]]:
    """What the numbers stand for, by facet; of those that are not known a clause is asked that has it."""
    numbers = {facet: told.values[facet][each.first].tolist() for facet, each in coded.items()}
    types = told.types[typed.first].tolist()

    def ask(unknown: list[int]) -> Mapping[int, str]:
        among = set(unknown)
        before = np.cumsum(told.type_counts) - told.type_counts
        at = zip(types, typed.first.tolist(), (np.searchsorted(before, typed.first, side="right") - 1).tolist(), strict=True)
        holders = {number: (told.rows[clause], "types", first - before[clause]) for number, first, clause in at if number in among}
        for facet, each in coded.items():
            every = zip(numbers[facet], told.rows[each.first].tolist(), strict=True)
            holders |= {number: (row, facet.value, None) for number, row in every if number in among}
        query, asked = in_blocks(starts, f"row, types, {', '.join(VALUES)}", sorted({int(row) for row, _, _ in holders.values()}))
        by_row = {row["row"]: row for row in connection.execute(text(query), asked).mappings()}
        return {
            number: by_row[int(row)][name] if place is None else by_row[int(row)][name][place]
            for number, (row, name, place) in holders.items()
        }

    every = _MEANINGS.of({number for each in (*numbers.values(), types) for number in each if number}, ask)
    return {facet: [every.get(number, "") for number in each] for facet, each in {**numbers, Facet.TYPE: types}.items()}


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
    there = np.array([bool(value) for value in values], np.bool)[having.values]
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
