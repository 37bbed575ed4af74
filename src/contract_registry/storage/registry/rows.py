"""Puts what stands of one contract into the tables that search reads, in place of what stood there, and takes it away."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, Text, bindparam, cast, delete, func, insert, select
from sqlalchemy.dialects.postgresql import ARRAY, REGCONFIG
from sqlalchemy.dialects.postgresql import insert as insert_or_leave

from contract_registry.core.contracts.fingerprints.fingerprint import Fingerprint
from contract_registry.core.disclosure.consent.ladder import Circle
from contract_registry.storage.registry.blocks import note_left
from contract_registry.storage.registry.circles import id_of_circle
from contract_registry.storage.registry.columns import Numbered, clause_columns, contract_columns, id_of_wording
from contract_registry.storage.registry.tables import registry_bands, registry_clauses, registry_contracts, registry_wordings

WORDINGS = 20_261_203
"""The number of the lock under which wordings come and go."""


def put_rows(connection: Connection, contract: str, rows: Sequence[Numbered], changes_at: datetime | None = None) -> None:
    """Have these rows of a contract stand, and no others of it, until they are to be computed anew."""
    before = lock_for(connection, contract)
    gone = _take(connection, contract) if before else set()
    _put_wordings(connection, (each.row.fingerprint for each in rows))
    insert_rows(connection, registry_clauses, registry_contracts, rows, changes_at)
    _drop_wordings(connection, gone)


def lock_for(connection: Connection, contract: str) -> bool:
    """Whether something of the contract stands; until the transaction ends no wording goes that another one is about to use.

    Whoever also locks the contract does that afterwards.
    """
    stands = _stands(connection, contract)
    _lock_wordings(connection, alone=stands)
    return stands


def insert_rows(
    connection: Connection, clauses: Table, contracts: Table, rows: Sequence[Numbered], changes_at: datetime | None = None
) -> None:
    """Put the rows into these two tables, which have the columns of the registry's own."""
    if rows:
        words = words_of(bindparam("config"), bindparam("indexed"), bindparam("tokens", type_=ARRAY(Text)))
        connection.execute(insert(clauses).values(words=words), [clause_columns(each) for each in rows])
        connection.execute(insert(contracts), contract_columns(rows, changes_at))


def words_of(config: ColumnElement[Any], indexed: ColumnElement[Any], tokens: ColumnElement[Any]) -> ColumnElement[Any]:
    """The column `words` of a clause, in SQL: the stems of its words by a configuration, and the tokens beside them."""
    return func.to_tsvector(cast(config, REGCONFIG), indexed).op("||")(func.array_to_tsvector(tokens))


def take_rows(connection: Connection, contract: str, circles: Iterable[Circle] | None = None) -> bool:
    """Whether something of the contract stood in these circles, or in any; it is gone."""
    if not lock_for(connection, contract):
        return False
    _drop_wordings(connection, _take(connection, contract, circles))
    return True


def _stands(connection: Connection, contract: str) -> bool:
    return bool(connection.scalar(select(registry_contracts.c.contract_id).where(registry_contracts.c.contract_id == contract).limit(1)))


def _take(connection: Connection, contract: str, circles: Iterable[Circle] | None = None) -> set[int]:
    """Take the rows away; the wordings that they had."""
    wanted = [delete(table).where(table.c.contract_id == contract) for table in (registry_clauses, registry_contracts)]
    if circles is not None:
        ids = [id_of_circle(each) for each in circles]
        wanted = [each.where(each.table.c.circle_id.in_(ids)) for each in wanted]
    taken = connection.execute(wanted[0].returning(registry_clauses.c.row, registry_clauses.c.wording_id)).all()
    connection.execute(wanted[1])
    note_left(connection, [each.row for each in taken])
    return {each.wording_id for each in taken}


def _lock_wordings(connection: Connection, *, alone: bool) -> None:
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
