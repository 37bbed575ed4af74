"""Finds a clause again, and where else its wording was seen: the same or nearly the same, by the bands that wordings share."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, text

from contract_registry.core.contracts.fingerprints.fingerprint import NEAR, Fingerprint
from contract_registry.core.disclosure.searching.hit import Hit
from contract_registry.storage.registry.asking import COLUMNS, Question, hit_in

MOST_NEAR = 2_000
"""So many sightings of a wording are looked at, the newest."""
SEEN = f"contract_id, contributor, wording_id, text, counter, left(text, 700) AS snippet, {COLUMNS}"
"""What is selected of a clause that is seen with all its words."""


@dataclass(frozen=True, slots=True)
class Sighted:
    """A clause with all its words, and how like its wording is to the one that was asked about; `exact` tells the wording again."""

    hit: Hit
    contract: str
    circle: str
    contributor: int
    shared_at: datetime
    engager_id: str
    wording: int
    exact: str
    text: str
    counter: str
    likeness: float = 1.0


def clause_at(connection: Connection, question: Question, number: int) -> Sighted | None:
    """The clause of this number; None where there is none for whoever asks."""
    query = (
        f"SELECT {SEEN}, exact FROM registry_clauses JOIN registry_wordings ON id = wording_id WHERE row = :number AND {question.matches}"  # noqa: S608  names of ours
    )
    row = connection.execute(text(query), {**question.values, "number": number}).one_or_none()
    return None if row is None else sighted(row, 1.0)


def sightings_near(connection: Connection, question: Question, wording: int) -> list[Sighted]:
    """Where a wording was seen as far as whoever asks may know, or nearly the same one; the likest first, then the newest."""
    likeness = _near(connection, wording)
    query = f"""
        SELECT {SEEN}, exact FROM registry_clauses JOIN registry_wordings ON id = wording_id
        WHERE wording_id = ANY(:wordings) AND {question.matches} ORDER BY row DESC LIMIT {MOST_NEAR}
    """  # noqa: S608  names of ours
    rows = connection.execute(text(query), {**question.values, "wordings": list(likeness)})
    seen = [sighted(row, likeness[row.wording_id]) for row in rows]
    return sorted(seen, key=lambda each: (-each.likeness, -each.hit.number))


def _near(connection: Connection, wording: int) -> dict[int, float]:
    """The wordings that are near this one, itself among them, each with how like it is."""
    query = text(
        "SELECT id, scheme, exact, sketch FROM registry_wordings WHERE id = :wording OR id IN"
        " (SELECT other.wording_id FROM registry_bands AS one JOIN registry_bands AS other USING (band) WHERE one.wording_id = :wording)"
    )
    prints = {
        row.id: Fingerprint(row.exact, sketch_in(row.sketch), (), row.scheme) for row in connection.execute(query, {"wording": wording})
    }
    own = prints.get(wording)
    if own is None:
        return {}
    likeness = {each: own.likeness(fingerprint) for each, fingerprint in prints.items()}
    return {each: value for each, value in likeness.items() if value >= NEAR} | {wording: 1.0}


def sketch_in(sketch: bytes) -> tuple[int, ...]:
    """The sketch of a wording as it is kept."""
    return struct.unpack(f">{len(sketch) // 4}I", sketch)


def sighted(row: Row[Any], likeness: float) -> Sighted:
    """The clause in a row with the columns `SEEN` and the sum of its wording."""
    return Sighted(
        hit_in(row),
        row.contract_id,
        row.circle,
        row.contributor,
        row.shared_at,
        row.engager_id or "",
        row.wording_id,
        row.exact,
        row.text,
        row.counter,
        likeness,
    )
