"""Takes apart what was found, for the figures that are told of it: by numbers, what a number stands for is asked of one clause that has it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from functools import partial
from uuid import UUID

import numpy as np
from sqlalchemy import Connection, text

from contract_registry.core.disclosure.consent.ladder import PUBLIC
from contract_registry.core.disclosure.searching.question import Facet
from contract_registry.storage.registry.alike import Alike
from contract_registry.storage.registry.blocks import in_blocks
from contract_registry.storage.registry.circles import id_of_circle
from contract_registry.storage.registry.meanings import Meanings, Number
from contract_registry.storage.registry.seeking import Sought
from contract_registry.storage.registry.sides import Clauses, Having, Side
from contract_registry.storage.registry.told import FACTS, OF_CLAUSE, VALUES, Chosen, Numbers, Told, ids_in

_EPOCH = datetime(2000, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_MEANINGS = Meanings()


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
    values = _values(connection, sought.blocks, frozenset(until), every, coded, typed)
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
    connection: Connection, starts: Sequence[int], circles: frozenset[str], told: Told, coded: Mapping[Facet, Alike], typed: Alike
) -> dict[Facet, Sequence[str]]:
    """What the numbers stand for, by facet; of those that are not known a clause is asked that has it."""
    numbers = {facet: told.values[facet][each.first].tolist() for facet, each in coded.items()}
    numbers[Facet.TYPE] = told.types[typed.first].tolist()

    def ask(unknown: list[Number]) -> Mapping[Number, str]:
        among = set(unknown)
        before = np.cumsum(told.type_counts) - told.type_counts
        at = zip(typed.first.tolist(), (np.searchsorted(before, typed.first, side="right") - 1).tolist(), strict=True)
        places = {Facet.TYPE: [(told.rows[clause], "types", first - before[clause]) for first, clause in at]}
        places |= {facet: [(row, facet.value, None) for row in told.rows[each.first].tolist()] for facet, each in coded.items()}
        every = (zip(((facet, number) for number in numbers[facet]), holding, strict=True) for facet, holding in places.items())
        holders = {number: holder for each in every for number, holder in each if number in among}
        query, asked = in_blocks(starts, f"row, types, {', '.join(VALUES)}", sorted({int(row) for row, _, _ in holders.values()}))
        by_row = {row["row"]: row for row in connection.execute(text(query), asked).mappings()}
        return {
            number: by_row[int(row)][name] if place is None else by_row[int(row)][name][place]
            for number, (row, name, place) in holders.items()
        }

    every = _MEANINGS.of(circles, {(facet, number) for facet, each in numbers.items() for number in each if number}, ask)
    return {facet: [every.get((facet, number), "") for number in each] for facet, each in numbers.items()}


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
