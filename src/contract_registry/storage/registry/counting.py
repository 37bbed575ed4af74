"""What is found by contract, for counting people: whose it is by a mark, since when it is shared, and its values."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, text

from contract_registry.core.disclosure.consent.ladder import Circle, Purpose
from contract_registry.core.disclosure.searching.question import Facet
from contract_registry.storage.registry.asking import FACTS, OF_CLAUSE, Question
from contract_registry.storage.registry.circles import id_of_circle

_APART, _NEXT = "\x1f", "\x1e"
"""Stand between values and between clauses, and in none."""


@dataclass(frozen=True, slots=True)
class OfContract:
    """What was found of one contract: in how many clauses, and the values of each facet; `engager` is its name where it is told."""

    contract: str
    circle: str
    contributor: int
    shared_at: datetime
    engager: str
    values: Mapping[Facet, Collection[str]]
    clauses: int = 1


def contracts_found(connection: Connection, question: Question) -> list[OfContract]:
    """The contracts in which something is found, one clause more at most than are counted, each with the values of what was found of it."""
    facts = f"concat_ws('{_APART}', engager, coalesce(engager_id::text, ''), {', '.join(FACTS)})"
    of_clause = f"concat_ws('{_APART}', array_to_string(types, ' '), {', '.join(OF_CLAUSE)})"
    found = question.found(connection, f"contract_id, circle_id, contributor, shared_at, {facts} AS facts, {of_clause} AS said")
    query = f"""
        SELECT contract_id, circle_id::text AS circle, min(contributor) AS contributor, min(shared_at) AS shared_at, min(facts) AS facts,
               string_agg(said, '{_NEXT}') AS said, count(*) AS clauses
        FROM ({found}) AS found GROUP BY contract_id, circle_id
    """  # noqa: S608  names of ours
    return [
        OfContract(row.contract_id, row.circle, row.contributor, row.shared_at, *_values_in(row.facts, row.said), row.clauses)
        for row in connection.execute(text(query), question.values)
    ]


def _values_in(facts: str, said: str) -> tuple[str, dict[Facet, Collection[str]]]:
    """The engager's name, and the values that a contract has in each facet."""
    engager, engager_id, *of_contract = facts.split(_APART)
    values: dict[Facet, Collection[str]] = {facet: (value,) for facet, value in zip(FACTS, of_contract, strict=True) if value}
    if engager_id:
        values[Facet.ENGAGER] = (engager_id,)
    types, *of_clauses = zip(*(each.split(_APART) for each in set(said.split(_NEXT))), strict=True)
    values[Facet.TYPE] = {each for together in types for each in together.split()}
    for facet, every in zip(OF_CLAUSE, of_clauses, strict=True):
        values[facet] = {each for each in every if each}
    return engager, values


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
