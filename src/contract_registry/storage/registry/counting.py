"""What is found by contract, for counting people: whose it is by a mark, since when it is shared, and its values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, text

from contract_registry.core.disclosure.consent.ladder import Circle, Purpose
from contract_registry.core.disclosure.searching.question import Facet
from contract_registry.storage.registry.asking import FACTS, OF_CLAUSE, Question
from contract_registry.storage.registry.circles import id_of_circle


@dataclass(frozen=True, slots=True)
class OfContract:
    """What was found of one contract; `engager` is its name where it is told."""

    contract: str
    circle: str
    contributor: int
    shared_at: datetime
    engager: str
    values: dict[Facet, frozenset[str]]


def contracts_found(connection: Connection, question: Question) -> list[OfContract]:
    """The contracts in which something is found, each with the values of what was found of it."""
    columns = ", ".join(["contract_id, circle_id, contributor, shared_at, types, engager, engager_id", *FACTS, *OF_CLAUSE])
    query = f"""
        SELECT contract_id, circle_id::text AS circle, min(contributor) AS contributor, min(shared_at) AS shared_at,
               min(engager) AS engager, min(engager_id::text) AS engager_id,
               {", ".join(f"min({name}) AS {name}" for name in FACTS)},
               {", ".join(f"array_agg(DISTINCT {name}) AS {name}" for name in OF_CLAUSE)},
               array_agg(DISTINCT array_to_string(types, ' ')) AS types
        FROM ({question.found(connection, columns)}) AS found GROUP BY contract_id, circle_id
    """  # noqa: S608  names of ours
    return [
        OfContract(
            row.contract_id,
            row.circle,
            row.contributor,
            row.shared_at,
            row.engager,
            {
                **{name: frozenset(filter(None, [getattr(row, name)])) for name in FACTS},
                **{name: frozenset(filter(None, getattr(row, name))) for name in OF_CLAUSE},
                Facet.ENGAGER: frozenset(filter(None, [row.engager_id])),
                Facet.TYPE: frozenset(each for types in row.types for each in types.split()),
            },
        )
        for row in connection.execute(text(query), question.values)
    ]


def firsts_of(connection: Connection, circles: Sequence[Circle], purpose: Purpose) -> dict[str, list[tuple[str, datetime]]]:
    """Of each circle, who shared something with it for a purpose and when first, by its id."""
    query = text(
        "SELECT circle_id::text AS circle, contributor, min(shared_at) AS at FROM registry_contracts"
        " WHERE circle_id = ANY(CAST(:circles AS uuid[])) AND purposes & :bit <> 0 GROUP BY 1, 2"
    )
    asked = {"circles": [id_of_circle(each) for each in circles], "bit": 1 << list(Purpose).index(purpose)}
    found: dict[str, list[tuple[str, datetime]]] = {}
    for row in connection.execute(query, asked):
        found.setdefault(row.circle, []).append((str(row.contributor), row.at))
    return found


def contracts_naming(connection: Connection, circles: Sequence[Circle], engagers: Sequence[str]) -> dict[str, list[OfContract]]:
    """The contracts that name these engagers where these circles may read them, by the engager's id."""
    query = text(
        "SELECT contract_id, circle_id::text AS circle, contributor, shared_at, engager, engager_id::text AS engager_id FROM registry_contracts"
        " WHERE circle_id = ANY(CAST(:circles AS uuid[])) AND engager_id = ANY(CAST(:engagers AS uuid[])) AND purposes & 1 <> 0"
    )
    found: dict[str, list[OfContract]] = {}
    for row in connection.execute(query, {"circles": [id_of_circle(each) for each in circles], "engagers": list(engagers)}):
        found.setdefault(row.engager_id, []).append(
            OfContract(row.contract_id, row.circle, row.contributor, row.shared_at, row.engager, {})
        )
    return found
