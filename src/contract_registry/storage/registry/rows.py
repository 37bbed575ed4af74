"""Puts what stands of one contract into the tables that search reads, in place of what stood there, and takes it away."""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Text, bindparam, cast, delete, func, insert, select
from sqlalchemy.dialects.postgresql import ARRAY, REGCONFIG
from sqlalchemy.dialects.postgresql import insert as insert_or_leave

from contract_registry.core.contracts.fingerprints.fingerprint import Fingerprint
from contract_registry.core.disclosure.consent.ladder import Circle, Purpose
from contract_registry.core.disclosure.consent.projection import Found, Row
from contract_registry.core.disclosure.searching.question import LANGUAGES, Facet
from contract_registry.core.disclosure.searching.tokens import tokens_of
from contract_registry.core.records.engager import folded_name
from contract_registry.storage.registry.blocks import note_left
from contract_registry.storage.registry.circles import id_of_circle
from contract_registry.storage.registry.tables import registry_bands, registry_clauses, registry_contracts, registry_wordings

WORDINGS = 20_261_203
"""The number of the lock under which wordings come and go."""
_LONGEST = 200_000
"""Characters of a clause that are indexed; no clause is as long, but a file may be one."""
_LETTERS_OF_ID = 16
"""Hexadecimal letters of eight bytes, of which one bit goes, since a bigint has a sign."""
_UNSEEN = dict.fromkeys([*range(9), *range(11, 32), *range(0xD800, 0xE000)], " ")
"""Letters that no text column takes, or that mark what was found."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """A row of the projection with its number and the mark of its contributor."""

    row: Row
    number: int
    contributor: int


def put_rows(connection: Connection, contract: str, rows: Sequence[Numbered], now: datetime) -> None:
    """Have these rows of a contract stand, and no others of it."""
    before = _stands(connection, contract)
    _lock_wordings(connection, alone=before)
    gone = _take(connection, contract, now) if before else set()
    _put_wordings(connection, (each.row.fingerprint for each in rows))
    if rows:
        words = func.to_tsvector(cast(bindparam("config"), REGCONFIG), bindparam("indexed")).op("||")(
            func.array_to_tsvector(bindparam("tokens", type_=ARRAY(Text)))
        )
        connection.execute(insert(registry_clauses).values(words=words), [_values(each) for each in rows])
        connection.execute(insert(registry_contracts), _by_circle(rows))
    _drop_wordings(connection, gone)


def take_rows(connection: Connection, contract: str, now: datetime, circles: Iterable[Circle] | None = None) -> bool:
    """Whether something of the contract stood in these circles, or in any; it is gone."""
    if not _stands(connection, contract):
        return False
    _lock_wordings(connection, alone=True)
    _drop_wordings(connection, _take(connection, contract, now, circles))
    return True


def id_of_wording(fingerprint: Fingerprint) -> int:
    """The id of a wording, which follows from what it is."""
    return int(fingerprint.exact[:_LETTERS_OF_ID], 16) >> 1


def _stands(connection: Connection, contract: str) -> bool:
    return bool(connection.scalar(select(registry_contracts.c.contract_id).where(registry_contracts.c.contract_id == contract).limit(1)))


def _take(connection: Connection, contract: str, now: datetime, circles: Iterable[Circle] | None = None) -> set[int]:
    """Take the rows away; the wordings that they had."""
    wanted = [delete(table).where(table.c.contract_id == contract) for table in (registry_clauses, registry_contracts)]
    if circles is not None:
        ids = [id_of_circle(each) for each in circles]
        wanted = [each.where(each.table.c.circle_id.in_(ids)) for each in wanted]
    taken = connection.execute(wanted[0].returning(registry_clauses.c.row, registry_clauses.c.wording_id)).all()
    connection.execute(wanted[1])
    note_left(connection, [each.row for each in taken], now)
    return {each.wording_id for each in taken}


def _lock_wordings(connection: Connection, *, alone: bool) -> None:
    """Until the transaction ends no wording goes that another one is about to use."""
    lock = func.pg_advisory_xact_lock if alone else func.pg_advisory_xact_lock_shared
    connection.execute(select(lock(WORDINGS)))


def _put_wordings(connection: Connection, prints: Iterable[Fingerprint]) -> None:
    by_id = {id_of_wording(each): each for each in prints}
    rows = [
        {"id": key, "scheme": each.scheme, "exact": each.exact, "sketch": struct.pack(f">{len(each.sketch)}I", *each.sketch)}
        for key, each in sorted(by_id.items())
    ]
    bands = [{"band": band, "wording_id": key} for key, each in sorted(by_id.items()) for band in each.bands]
    if rows:
        connection.execute(insert_or_leave(registry_wordings).on_conflict_do_nothing(), rows)
    if bands:
        connection.execute(insert_or_leave(registry_bands).on_conflict_do_nothing(), bands)


def _drop_wordings(connection: Connection, ids: set[int]) -> None:
    """Take away those that no clause has any more."""
    if ids:
        has = select(registry_clauses.c.row).where(registry_clauses.c.wording_id == registry_wordings.c.id).exists()
        connection.execute(delete(registry_wordings).where(registry_wordings.c.id.in_(sorted(ids)), ~has))


def _values(each: Numbered) -> dict[str, Any]:
    row, circle = each.row, id_of_circle(each.row.circle)
    columns = {**_said(row), **_facts(row)}
    text = row.text.translate(_UNSEEN)
    facets = {Facet(name): value for name, value in columns.items() if name in set(Facet)}
    facets[Facet.ENGAGER] = engager_id(row.engager) or ""
    language = columns["language"]
    return {
        "contract_id": row.contract,
        "circle_id": circle,
        "place": row.place,
        "row": each.number,
        "contributor": each.contributor,
        "purposes": purposes_as_bits(row.purposes),
        "level": int(row.level),
        "shared_at": row.shared_at,
        "wording_id": id_of_wording(row.fingerprint),
        "types": list(row.types),
        "text": text,
        "engager": row.engager.translate(_UNSEEN),
        "engager_id": engager_id(row.engager),
        "rule_version": row.found[0].rule_version if row.found else 0,
        **columns,
        "config": LANGUAGES.get(language, "simple"),
        "indexed": text[:_LONGEST],
        "tokens": list(tokens_of(row, circle, facets)),
    }


def _said(row: Row) -> dict[str, str]:
    """What the gravest type in the clause is."""
    first = row.found[0] if row.found else Found("")
    return {"family": first.family, "severity": first.severity, "rule": first.rule, "became": row.became}


def _facts(row: Row) -> dict[str, str]:
    told = dict(row.facts)
    names = {
        "sector": "sector",
        "role_family": "role family",
        "year": "year",
        "quarter": "quarter",
        "jurisdiction": "jurisdiction",
        "agreement": "agreement",
        "fee_band": "fee",
        "paid_within": "paid within",
        "verification": "verification",
        "language": "language",
    }
    return {**{column: told.get(name, "") for column, name in names.items()}, "review": ""}


def _by_circle(rows: Sequence[Numbered]) -> list[dict[str, Any]]:
    """A row for each circle that may see something of the contract."""
    circles: dict[Circle, list[Numbered]] = {}
    for each in rows:
        circles.setdefault(each.row.circle, []).append(each)
    return [
        {
            "contract_id": every[0].row.contract,
            "circle_id": id_of_circle(circle),
            "contributor": every[0].contributor,
            "purposes": purposes_as_bits(every[0].row.purposes),
            "level": int(every[0].row.level),
            "shared_at": every[0].row.shared_at,
            "types": sorted({each for numbered in every for each in numbered.row.types}),
            "facts": dict(every[0].row.facts),
            "engager": every[0].row.engager.translate(_UNSEEN),
            "engager_id": engager_id(every[0].row.engager),
        }
        for circle, every in circles.items()
    ]


def engager_id(name: str) -> str | None:
    """The id under which an engager of this name stands here, however it is spelt; None of no name."""
    folded = folded_name(name)
    digest = hashlib.sha256(f"engager {folded}".encode(errors="replace")).hexdigest()
    return f"{digest[:8]}-{digest[8:12]}-4{digest[13:16]}-8{digest[17:20]}-{digest[20:32]}" if folded else None


def purposes_as_bits(purposes: Iterable[Purpose]) -> int:
    """The purposes as one number, a bit for each."""
    every = list(Purpose)
    return sum(1 << every.index(each) for each in set(purposes))


def purposes_in(bits: int) -> frozenset[Purpose]:
    """The purposes that a number stands for."""
    return frozenset(each for place, each in enumerate(Purpose) if bits >> place & 1)
