"""What a search found: the numbers of all clauses, and which contracts have which values, for the figures that are told of them.

One answer of the database holds what each clause says of itself in numbers; what a number stands for is asked of one clause that has it. An object for each of ten
thousand clauses costs more than finding them.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import pairwise
from typing import cast
from uuid import UUID

import numpy as np
import psycopg
from sqlalchemy import Connection, text

from contract_registry.core.disclosure.consent.ladder import PUBLIC
from contract_registry.core.disclosure.searching.question import Facet
from contract_registry.storage.registry.asking import Question
from contract_registry.storage.registry.circles import id_of_circle
from contract_registry.storage.registry.told import FACTS, OF_CLAUSE, VALUES, Chosen, Numbers, Told, taken_apart

_EPOCH = datetime(2000, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_SHIFTS, _ROOM = (0, 20, 40), 16
"""From where in a hash bits are looked at, and how many times as many values they have as there are hashes."""
_LETTERS = 32
"""Of an id in hexadecimal."""


def _none() -> Numbers:
    return np.empty(0, np.int64)


@dataclass(frozen=True, slots=True)
class Having:
    """Which contracts have which values: a contract and a value at each place, no two places alike."""

    contracts: Numbers
    values: Numbers


@dataclass(frozen=True, slots=True)
class Side:
    """Contracts that are public, or were shared and are counted: whose each is, and by facet which of the values it has; a value is its place in the list of its facet.

    `ids` has the two halves of each contract's id.
    """

    whose: Numbers = field(default_factory=_none)
    having: Mapping[Facet, Having] = field(default_factory=dict)
    ids: Numbers = field(default_factory=_none)

    def counts(self, facet: Facet, values: Sequence[str]) -> dict[str, int]:
        """In how many contracts each value is."""
        having = self.having.get(facet)
        if having is None:
            return {}
        return {
            value: count for value, count in zip(values, np.bincount(having.values, minlength=len(values)).tolist(), strict=True) if count
        }

    def cells(self, facet: Facet, values: Sequence[str]) -> dict[str, list[int]]:
        """Of each value whose contracts have it: a contributor for each contract."""
        having = self.having.get(facet)
        if having is None:
            return {}
        order = np.argsort(having.values, kind="stable")
        people = self.whose[having.contracts[order]].tolist()
        ends = np.cumsum(np.bincount(having.values, minlength=len(values))).tolist()
        cells = zip(values, pairwise([0, *ends]), strict=True)
        return {value: people[start:end] for value, (start, end) in cells if start < end}

    def having_value(self, facet: Facet, value: int) -> list[int]:
        """The contracts that have this value."""
        having = self.having.get(facet)
        return [] if having is None else [int(each) for each in having.contracts[having.values == value]]

    def ids_of(self, contracts: Sequence[int]) -> list[str]:
        """The ids of these contracts."""
        return _ids(self.ids[contracts])


@dataclass(frozen=True, slots=True)
class Clauses:
    """What was found: the numbers of all clauses, the newest first and one more at most than are counted; and what figures are told of, with the values of each facet."""

    numbers: Sequence[int]
    values: Mapping[Facet, Sequence[str]] = field(default_factory=dict)
    public: Side = Side()
    shared: Side = Side()
    spellings: Callable[[Collection[str]], Mapping[int, str]] = lambda _: {}
    """Of engagers, by their ids, the number of a clause for each way in which one is written; those of public terms alone where it has any."""


def found_in(connection: Connection, question: Question, until: Mapping[str, datetime | None]) -> Clauses:
    """What is found; of each circle what was shared until then is counted."""
    query = f"SELECT string_agg(told, ''), string_agg(told_types, '') FROM ({question.found(connection, 'told, told_types')}) AS found"  # noqa: S608  names of ours
    told, types = _in_bytes(connection, query, question.values)
    if not told:
        return Clauses(())
    every = taken_apart(told, types)
    is_public = every.circles == _short(id_of_circle(PUBLIC))
    is_counted = np.zeros_like(is_public)
    for circle, at in until.items():
        if at is not None:
            is_counted |= (every.circles == _short(circle)) & (every.shared_at <= (at - _EPOCH) // _MICROSECOND)
    coded = {facet: _Coded.of(codes) for facet, codes in every.values.items()}
    typed, engagers = _Coded.of(every.types), _Coded.of(every.engagers[:, 1])
    values = _values(connection, every, coded, typed)
    values[Facet.ENGAGER] = _ids(every.engagers[engagers.first])
    coded[Facet.ENGAGER] = engagers
    public, shared = (_side(every, chosen, coded, typed, values) for chosen in (is_public, is_counted & ~is_public))
    spellings = partial(_spellings, every, is_public, is_counted, engagers, values[Facet.ENGAGER])
    return Clauses(every.rows.tolist(), values, public, shared, spellings)


def names_of(connection: Connection, found: Clauses, engagers: Collection[str]) -> dict[str, str]:
    """What these engagers are called, by their ids: of several ways to write one the first in the alphabet."""
    wanted = found.spellings(engagers)
    query = text('SELECT row, engager FROM registry_clauses WHERE row = ANY(:rows) ORDER BY engager COLLATE "C" DESC')
    return {wanted[row.row]: row.engager for row in connection.execute(query, {"rows": list(wanted)})} if wanted else {}


@dataclass(frozen=True, slots=True)
class _Coded:
    """Numbers, each as its place among those that differ; `first` is where in the whole one of each of these stands."""

    places: Numbers
    first: Numbers

    @classmethod
    def of(cls, numbers: Numbers) -> _Coded:
        """Of hashes, by a few of their bits where these tell them apart, which takes no sorting."""
        count = len(numbers)
        values = _ROOM << count.bit_length()
        every, last = np.arange(count), np.empty(values, np.int64)
        for shift in _SHIFTS:
            bits = numbers >> shift & values - 1
            last[bits] = every
            first = last[bits]
            if (numbers[first] == numbers).all():
                kinds = np.flatnonzero(first == every)
                last[bits[kinds]] = np.arange(len(kinds))
                return cls(last[bits], kinds)
        kinds, places = np.unique(numbers, return_inverse=True)
        first = np.empty(len(kinds), np.int64)
        first[places] = every
        return cls(places, first)


def _in_bytes(connection: Connection, query: str, values: Mapping[str, object]) -> tuple[bytes, bytes]:
    """The answer of two columns of bytes, sent as they are and not as letters."""
    driver = connection.connection.driver_connection
    assert isinstance(driver, psycopg.Connection)
    asked = text(query).compile(connection)
    with driver.cursor(binary=True) as cursor:
        return cast("tuple[bytes, bytes]", cursor.execute(str(asked), values).fetchone())


def _values(connection: Connection, told: Told, coded: Mapping[Facet, _Coded], typed: _Coded) -> dict[Facet, Sequence[str]]:
    """What the numbers stand for, by facet."""
    starts = np.cumsum(told.type_counts) - told.type_counts
    clauses = np.searchsorted(starts, typed.first, side="right") - 1
    rows = {int(row) for each in coded.values() for row in told.rows[each.first]} | {int(row) for row in told.rows[clauses]}
    query = text(f"SELECT row, types, {', '.join(VALUES)} FROM registry_clauses WHERE row = ANY(:rows)")  # noqa: S608  names of ours
    by_row = {row["row"]: row for row in connection.execute(query, {"rows": list(rows)}).mappings()}
    values: dict[Facet, Sequence[str]] = {
        facet: [by_row[row][facet.value] for row in told.rows[each.first].tolist()] for facet, each in coded.items()
    }
    at = zip(told.rows[clauses].tolist(), (typed.first - starts[clauses]).tolist(), strict=True)
    return {**values, Facet.TYPE: [by_row[row]["types"][place] for row, place in at]}


def _side(told: Told, chosen: Chosen, coded: Mapping[Facet, _Coded], typed: _Coded, values: Mapping[Facet, Sequence[str]]) -> Side:
    """What of it is on one side, each contract once; what it says of a fact is what it says at the last of its clauses."""
    clauses = np.flatnonzero(chosen)
    if not clauses.size:
        return Side()
    by_contract = _Coded.of(told.contracts[clauses, 1])
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
    told: Told, is_public: Chosen, is_counted: Chosen, engagers: _Coded, ids: Sequence[str], wanted: Collection[str]
) -> dict[int, str]:
    among = set(wanted)
    is_wanted = np.array([each in among for each in ids], np.bool)[engagers.places]
    of_public = is_wanted & is_public
    in_public = np.zeros(len(ids), np.bool)
    in_public[engagers.places[of_public]] = True
    chosen = np.flatnonzero(of_public | is_wanted & is_counted & ~in_public[engagers.places])
    called = _Coded.of(told.called[chosen])
    ways = {
        (engager, name): row
        for engager, name, row in zip(engagers.places[chosen].tolist(), called.places.tolist(), told.rows[chosen].tolist(), strict=True)
    }
    return {row: ids[engager] for (engager, _), row in ways.items()}


def _ids(halves: Numbers) -> list[str]:
    """Ids in their two numbers each, as they are written; the id of nobody is nothing."""
    letters = halves.astype(">i8").tobytes().hex()
    every = (letters[at : at + _LETTERS] for at in range(0, len(letters), _LETTERS))
    return [f"{each[:8]}-{each[8:12]}-{each[12:16]}-{each[16:20]}-{each[20:]}" if each.strip("0") else "" for each in every]


def _short(id_: str) -> int:
    """The last eight bytes of an id, as the database tells them."""
    return int.from_bytes(UUID(id_).bytes[8:], signed=True)
