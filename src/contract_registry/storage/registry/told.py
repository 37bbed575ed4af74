"""What figures are told of, as each clause holds it a second time: numbers of eight bytes side by side, so that ten thousand clauses are taken apart at once.

The database makes these columns of the others, whatever changes in them. A value stands as a hash of it (64 bits), and no value as nothing; a circle as the
last eight bytes of its id, which are drawn by chance.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from contract_registry.core.disclosure.searching.question import Facet

Numbers = NDArray[np.int64]
Chosen = NDArray[np.bool]

FACTS = (
    Facet.SECTOR,
    Facet.ROLE_FAMILY,
    Facet.YEAR,
    Facet.QUARTER,
    Facet.JURISDICTION,
    Facet.AGREEMENT,
    Facet.FEE_BAND,
    Facet.VERIFICATION,
    Facet.LANGUAGE,
)
"""What is one thing for a whole contract."""
OF_CLAUSE = (Facet.FAMILY, Facet.SEVERITY, Facet.RULE, Facet.BECAME, Facet.REVIEW)
VALUES = (*OF_CLAUSE, *FACTS)
_PLAIN = {
    "row": "int8send(row)",
    "contract": "uuid_send(contract_id)",
    "circle": "substring(uuid_send(circle_id) FROM 9)",
    "shared_at": "timestamptz_send(shared_at)",
    "contributor": "int8send(contributor)",
    "engager": "uuid_send(coalesce(engager_id, '00000000-0000-0000-0000-000000000000'::uuid))",
    "called": "int8send(hashtextextended(engager, 0))",
    "types": "int8send(cardinality(types)::bigint)",
}
_LETTERS = 32
"""Of an id in hexadecimal."""
_OF_TWO = 2
"""So many of these are ids, of sixteen bytes."""
TOLD = " || ".join([*_PLAIN.values(), *(f"int8send(CASE {name} WHEN '' THEN 0 ELSE hashtextextended({name}, 0) END)" for name in VALUES)])
"""How the database makes the column `told`."""
TOLD_TYPES = "registry_marks(types)"
"""And `told_types`: of each type the hash."""


@dataclass(frozen=True, slots=True)
class Told:
    """The columns of what was found, clause by clause; `types` of all, as many at a time as `type_counts` says."""

    rows: Numbers
    contracts: Numbers
    circles: Numbers
    shared_at: Numbers
    contributors: Numbers
    engagers: Numbers
    called: Numbers
    type_counts: Numbers
    types: Numbers
    values: dict[Facet, Numbers]


_WIDTH = len(_PLAIN) + _OF_TWO + len(VALUES)


def count_in(told: bytes) -> int:
    """Of how many clauses this is the column."""
    return len(told) // (_WIDTH * np.dtype(np.int64).itemsize)


def taken_apart(told: bytes, types: bytes, most: int) -> Told:
    """What the two columns of many clauses say, one behind the other, of so many at most; `shared_at` in microseconds since 2000, ids in two numbers each."""
    columns = np.frombuffer(told, ">i8").reshape(-1, _WIDTH)[:most].T.astype(np.int64)
    rows, *contract, circles, shared_at, contributors = columns[:6]
    *engager, called, counts = columns[6 : -len(VALUES)]
    values = dict(zip(VALUES, columns[-len(VALUES) :], strict=True))
    every = np.frombuffer(types, ">i8")[: counts.sum()].astype(np.int64)
    contracts, engagers = (np.stack(halves, axis=1) for halves in (contract, engager))
    return Told(rows, contracts, circles, shared_at, contributors, engagers, called, counts, every, values)


def ids_in(halves: Numbers) -> list[str]:
    """Ids in their two numbers each, as they are written; the id of nobody is nothing."""
    letters = halves.astype(">i8").tobytes().hex()
    every = (letters[at : at + _LETTERS] for at in range(0, len(letters), _LETTERS))
    return [f"{each[:8]}-{each[8:12]}-{each[12:16]}-{each[16:20]}-{each[20:]}" if each.strip("0") else "" for each in every]
