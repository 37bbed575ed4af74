"""What is found by contract, for counting people: whose it is by a mark, since when it is shared, and its values."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, text

from contract_registry.core.disclosure.consent.ladder import Circle, Purpose
from contract_registry.core.disclosure.searching.question import Facet
from contract_registry.storage.registry.circles import id_of_circle

_SOME = 10
"""So many times as many contracts as people are looked at first."""


@dataclass(frozen=True, slots=True)
class OfContract:
    """What was found of one contract: the values of each facet; `engager` is its name where it is told."""

    contract: str
    circle: str
    contributor: int
    shared_at: datetime
    engager: str
    values: Mapping[Facet, Collection[str]]


def firsts_of(connection: Connection, circles: Sequence[Circle], purpose: Purpose) -> dict[str, list[tuple[str, datetime]]]:
    """Of each circle, who shared something with it for a purpose and when first, by its id."""
    query = text(
        "SELECT circle_id::text AS circle, contributor, min(shared_at) AS at FROM registry_contracts"
        " WHERE circle_id = ANY(CAST(:circles AS uuid[])) AND purposes & :bit <> 0 GROUP BY 1, 2"
    )
    asked = {"circles": [id_of_circle(each) for each in circles], "bit": 1 << list(Purpose).index(purpose)}
    found: dict[str, list[tuple[str, datetime]]] = {}
    for row in connection.execute(query, asked):
        found.setdefault(row.circle, []).append((str(row.contributor), row.at.astimezone(UTC)))
    return found


def enough_joined(connection: Connection, circle: Circle, purpose: Purpose, after: datetime, until: datetime, least: int) -> bool:
    """Whether at least so many people first shared something with a circle for a purpose after the one time and until the other."""
    query = text("""
        SELECT count(DISTINCT contributor) AS people, count(*) AS contracts FROM (
            SELECT contributor FROM registry_contracts AS one
            WHERE circle_id = :circle AND purposes & :bit <> 0 AND shared_at > :after AND shared_at <= :until AND NOT EXISTS (
                SELECT FROM registry_contracts AS other WHERE other.circle_id = :circle AND other.contributor = one.contributor
                AND other.purposes & :bit <> 0 AND other.shared_at <= :after
            )
            LIMIT CAST(:most AS bigint)
        ) AS joined
    """)
    asked = {"circle": id_of_circle(circle), "bit": 1 << list(Purpose).index(purpose), "after": after, "until": until}
    some = connection.execute(query, {**asked, "most": _SOME * least}).one()
    if some.people >= least or some.contracts < _SOME * least:
        return bool(some.people >= least)
    return bool(connection.execute(query, {**asked, "most": None}).one().people >= least)


def contracts_naming(connection: Connection, circles: Sequence[Circle], engagers: Sequence[str]) -> dict[str, list[OfContract]]:
    """The contracts that name these engagers where these circles may read them, by the engager's id."""
    query = text(
        "SELECT contract_id, circle_id::text AS circle, contributor, shared_at, engager, engager_id::text AS engager_id, facts->>'verification' AS seen"
        " FROM registry_contracts"
        " WHERE circle_id = ANY(CAST(:circles AS uuid[])) AND engager_id = ANY(CAST(:engagers AS uuid[])) AND purposes & 1 <> 0"
    )
    found: dict[str, list[OfContract]] = {}
    for row in connection.execute(query, {"circles": [id_of_circle(each) for each in circles], "engagers": list(engagers)}):
        found.setdefault(row.engager_id, []).append(
            OfContract(
                row.contract_id,
                row.circle,
                row.contributor,
                row.shared_at,
                row.engager,
                {Facet.VERIFICATION: [row.seen] if row.seen else []},
            )
        )
    return found
