"""Everything that is found, with all of its words, for taking it out; and in how many contracts of how many people each wording stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime

from sqlalchemy import Connection, text

from contract_registry.core.disclosure.gate.contribution import Contribution
from contract_registry.storage.registry.asking import Question
from contract_registry.storage.registry.blocks import blocks
from contract_registry.storage.registry.near import SEEN, Sighted, sighted


def clauses_found(connection: Connection, question: Question) -> list[Sighted]:
    """All that is found, as many as are counted, the newest first."""
    query = f"""
        SELECT {SEEN}, exact FROM registry_clauses JOIN registry_wordings ON id = wording_id
        WHERE row IN ({question.found(blocks(connection), "row")}) AND {question.matches} ORDER BY row DESC
    """  # noqa: S608  names of ours
    return [sighted(row, 1.0) for row in connection.execute(text(query), question.values)]


def numbers_found(connection: Connection, question: Question) -> list[int]:
    """The numbers of all that is found, as many as are counted."""
    return list(connection.scalars(text(question.found(blocks(connection), "row")), question.values))


def clauses_at(connection: Connection, numbers: Iterable[int]) -> list[Sighted]:
    """The clauses with these numbers."""
    query = text(f"SELECT {SEEN}, exact FROM registry_clauses JOIN registry_wordings ON id = wording_id WHERE row = ANY(:numbers)")  # noqa: S608  names of ours
    return [sighted(row, 1.0) for row in connection.execute(query, {"numbers": list(numbers)})]


def sightings_of(
    connection: Connection, question: Question, wordings: Iterable[int], counts: Callable[[str, datetime], bool]
) -> dict[int, list[Contribution]]:
    """Of each wording, in whose contracts it stands, as far as whoever asks may know; `counts` says of a circle whether what was shared with it then is counted."""
    query = f"""
        SELECT wording_id, contract_id, contributor, circle_id::text AS circle, min(shared_at) AS shared_at FROM registry_clauses
        WHERE wording_id = ANY(:wordings) AND {question.matches} GROUP BY 1, 2, 3, 4
    """  # noqa: S608  names of ours
    found: dict[int, list[Contribution]] = {}
    for row in connection.execute(text(query), {**question.values, "wordings": sorted(set(wordings))}):
        if counts(row.circle, row.shared_at):
            found.setdefault(row.wording_id, []).append(Contribution(str(row.contributor), row.contract_id, row.shared_at, {}))
    return found
