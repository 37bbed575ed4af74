"""What a search found, in columns: one answer of the database holds the numbers of all clauses, and the values of those that figures are told of.

An object for each of ten thousand clauses costs more than finding them; strings that are joined there and taken apart here cost little.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import compress
from struct import unpack
from types import MappingProxyType
from typing import TypeVar
from uuid import UUID

from sqlalchemy import Connection, text

from contract_registry.core.disclosure.consent.ladder import PUBLIC
from contract_registry.core.disclosure.searching.question import Facet
from contract_registry.storage.registry.asking import FACTS, OF_CLAUSE, Question
from contract_registry.storage.registry.circles import id_of_circle

_APART = "\x1f"
"""Stands between values, and in none."""
_KEY = 16
_Any = TypeVar("_Any")
_NOBODY = UUID(int=0)
_OF_CLAUSE = ("types", *OF_CLAUSE)
_OF_CONTRACT = ("engager", *FACTS)
_COLUMNS = ", ".join(("row", "contract_id", "contributor", "engager_id", *_OF_CLAUSE, *_OF_CONTRACT))
_NEITHER, _PUBLIC_SIDE, _SHARED_SIDE = "012"


@dataclass(frozen=True, slots=True)
class Side:
    """Clauses that are public, or were shared and are counted: `contracts` has the contract of each, by its place among those that `whose` tells of and `ids` names."""

    contracts: Sequence[int] = ()
    of_clauses: Mapping[str, Sequence[str]] = MappingProxyType({})
    whose: Sequence[int] = ()
    of_contracts: Mapping[Facet, Sequence[str]] = MappingProxyType({})
    called: Sequence[str] = ()
    ids: Sequence[str] = ()

    def counts(self) -> Iterator[tuple[Facet, Mapping[str, int]]]:
        """By facet, in how many contracts each value is."""
        for facet, values in self.of_contracts.items():
            yield facet, _present(Counter(values))
        for facet, having in self._having():
            yield facet, {value: len(contracts) for value, contracts in having.items()}

    def cells(self) -> Iterator[tuple[Facet, Mapping[str, list[int]]]]:
        """By facet, of each value whose contracts have it: a contributor for each contract."""
        for facet, values in self.of_contracts.items():
            cells: dict[str, list[int]] = {value: [] for value in set(values)}
            for value, person in zip(values, self.whose, strict=True):
                cells[value].append(person)
            yield facet, _present(cells)
        for facet, having in self._having():
            yield facet, {value: [*map(self.whose.__getitem__, contracts)] for value, contracts in having.items()}

    def _having(self) -> Iterator[tuple[Facet, Mapping[str, set[int]]]]:
        """By what is a clause's own, the contracts that have each value."""
        for name, values in self.of_clauses.items():
            having: dict[str, set[int]] = {value: set() for value in set(values)}
            add = {value: contracts.add for value, contracts in having.items()}
            for value, contract in zip(values, self.contracts, strict=True):
                add[value](contract)
            yield (Facet.TYPE, _each_of(having)) if name == "types" else (Facet(name), _present(having))

    def names(self) -> dict[str, str]:
        """What the engagers are called, by their ids."""
        named = set(zip(self.of_contracts.get(Facet.ENGAGER, ()), self.called, strict=True))
        return dict(sorted(named, reverse=True))

    def contracts_by_engager(self) -> dict[str, list[tuple[str, str]]]:
        """The ids of the contracts that name an engager, by its id, each with how far it is verified."""
        found: dict[str, list[tuple[str, str]]] = defaultdict(list)
        named = self.of_contracts.get(Facet.ENGAGER, ())
        for engager, contract, verified in zip(named, self.ids, self.of_contracts.get(Facet.VERIFICATION, ()), strict=True):
            found[engager].append((contract, verified))
        return found


@dataclass(frozen=True, slots=True)
class Clauses:
    """What was found: the numbers of all clauses, the newest first and one more at most than are counted; and what figures are told of."""

    numbers: Sequence[int]
    public: Side
    shared: Side


def found_in(connection: Connection, question: Question, until: Mapping[str, datetime | None]) -> Clauses:
    """What is found; of each circle what was shared until then is counted."""
    counted = {circle: at for circle, at in until.items() if at is not None}
    times = "".join(
        f" WHEN circle_id = CAST(:circle_{number} AS uuid) AND shared_at <= :until_{number} THEN '{_SHARED_SIDE}'"
        for number in range(len(counted))
    )
    side = f"CASE WHEN circle_id = CAST(:public AS uuid) THEN '{_PUBLIC_SIDE}'{times} ELSE '{_NEITHER}' END AS side"
    query = f"SELECT {_IN_COLUMNS} FROM ({question.found(connection, f'{side}, {_COLUMNS}')}) AS found"  # noqa: S608  names of ours
    values = {**question.values, "public": id_of_circle(PUBLIC)}
    for number, (circle, at) in enumerate(counted.items()):
        values |= {f"circle_{number}": circle, f"until_{number}": at}
    sides, numbers, *columns = connection.execute(text(query), values).one()
    if not sides:
        return Clauses((), Side(), Side())
    keys, people, engagers, *joined = columns
    words = dict(zip((*_OF_CLAUSE, *_OF_CONTRACT), (each.split(_APART) for each in joined), strict=True))
    every = _Columns(sides, _keys(keys), _numbers(people), _keys(engagers), words)
    return Clauses(sorted(_numbers(numbers), reverse=True), every.side(_PUBLIC_SIDE), every.side(_SHARED_SIDE))


def _bytes(value: str) -> str:
    return f"string_agg({value}, '')"


def _joined(value: str) -> str:
    return f"string_agg({value}, '{_APART}')"


_BYTES = ("side", "int8send(row)", "uuid_send(contract_id)", "int8send(contributor)", f"uuid_send(coalesce(engager_id, '{_NOBODY}'))")
_IN_COLUMNS = ", ".join((*map(_bytes, _BYTES), *map(_joined, ("array_to_string(types, ' ')", *OF_CLAUSE, *_OF_CONTRACT))))


@dataclass(frozen=True, slots=True)
class _Columns:
    """All that was found, as it is answered."""

    sides: str
    contracts: Sequence[bytes]
    contributors: Sequence[int]
    engagers: Sequence[bytes]
    words: Mapping[str, Sequence[str]]

    def side(self, side: str) -> Side:
        """What of it is on one side: the clauses with their contracts, and each contract once."""
        chosen = [each == side for each in self.sides]
        keys = [*compress(self.contracts, chosen)]
        if not keys:
            return Side()
        last = dict(zip(keys, compress(range(len(chosen)), chosen), strict=True))
        places = dict(zip(last, range(len(last)), strict=True))
        named = [*map(self.engagers.__getitem__, last.values())]
        facts = {facet: self._at(facet, last.values()) for facet in FACTS}
        facts[Facet.ENGAGER] = [*map({key: _engager(key) for key in set(named)}.__getitem__, named)]
        return Side(
            [*map(places.__getitem__, keys)],
            {name: [*compress(self.words[name], chosen)] for name in _OF_CLAUSE},
            [*map(self.contributors.__getitem__, last.values())],
            facts,
            self._at("engager", last.values()),
            [*map(_id, last)],
        )

    def _at(self, name: str, places: Iterable[int]) -> list[str]:
        return [*map(self.words[name].__getitem__, places)]


def _engager(key: bytes) -> str:
    return "" if key == _NOBODY.bytes else _id(key)


def _id(key: bytes) -> str:
    letters = key.hex()
    return f"{letters[:8]}-{letters[8:12]}-{letters[12:16]}-{letters[16:20]}-{letters[20:]}"


def _numbers(data: bytes) -> tuple[int, ...]:
    return unpack(f">{len(data) // 8}q", data)


def _keys(data: bytes) -> list[bytes]:
    return [data[at : at + _KEY] for at in range(0, len(data), _KEY)]


def _present(by_value: dict[str, _Any]) -> Mapping[str, _Any]:
    """What is of a value, and not of none."""
    by_value.pop("", None)
    return by_value


def _each_of(having: Mapping[str, set[int]]) -> dict[str, set[int]]:
    """The contracts that have each of several values that stand together."""
    apart: dict[str, set[int]] = defaultdict(set)
    for together, contracts in having.items():
        for value in together.split():
            apart[value] |= contracts
    return apart
