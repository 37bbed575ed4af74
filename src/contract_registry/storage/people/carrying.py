"""Carries people, what they may, share and said over the restoring of a backup: whoever was disabled, or what was taken back since, does not come back by that.

The audit trail goes on from where it is, too, as far as the backup's is its beginning.
"""

from __future__ import annotations

import json
import os
from base64 import b64decode, b64encode
from datetime import date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, LargeBinary, Select, Table, delete, func, insert, inspect, select, text

from contract_registry.core.disclosure.audit import Did
from contract_registry.storage.desk_tables import reviews, suppressions
from contract_registry.storage.people.tables import (
    api_tokens,
    attempts,
    audit_entries,
    branches,
    grants,
    identities,
    known_browsers,
    one_time_links,
    organisations,
    people,
    provider_visits,
    recovery_codes,
    sessions,
    sign_in_providers,
)
from contract_registry.storage.people.trail import note
from contract_registry.storage.record_tables import contract_records
from contract_registry.storage.registry.tables import consent_circles, consents
from contract_registry.storage.tables import contracts, owner_keys
from contract_registry.storage.vault.records import Kind

CARRIED = (
    organisations,
    branches,
    people,
    recovery_codes,
    api_tokens,
    sign_in_providers,
    identities,
    grants,
    consents,
    consent_circles,
    reviews,
    suppressions,
)
"""In an order in which they can be filled."""
_TAKEN_BACK = contract_records.c.kind.in_((Kind.AGREEMENTS, Kind.OUTCOMES))
"""The records of contracts that can be taken back, which are carried, too: whether officers agreed that more than facts is shown, and what became of clauses."""
PASSING = (sessions, known_browsers, one_time_links, attempts, provider_visits)
"""What no backup holds: whoever was signed in then signs in anew."""


def carry_out(engine: Engine, path: Path) -> None:
    """Write down the people of now, a line each row; nothing where there are none yet."""
    there = set(inspect(engine).get_table_names())
    with (
        engine.connect() as connection,
        os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file,
    ):
        for table in (*CARRIED, contract_records, audit_entries):
            if table.name in there:
                rows = connection.execute(_carried(table)).mappings()
                file.writelines(
                    json.dumps({"table": table.name, **{name: _plain(value) for name, value in row.items()}}) + "\n" for row in rows
                )


def carry_in(connection: Connection, path: Path, now: datetime) -> None:
    """Put the people of before in place of the backup's, if there were any, and go on with the audit trail."""
    rows: dict[str, list[dict[str, Any]]] = {table.name: [] for table in (*CARRIED, contract_records, audit_entries)}
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        rows[row.pop("table")].append(row)
    connection.execute(text("REVOKE UPDATE, DELETE, TRUNCATE ON audit_entries FROM PUBLIC, CURRENT_USER"))  # which a backup does not hold
    if rows[people.name]:
        for table in reversed(CARRIED):
            connection.execute(delete(table))
        connection.execute(delete(contract_records).where(_TAKEN_BACK))
        for table in (*CARRIED, contract_records):
            _fill(connection, table, rows[table.name])
        _go_on(connection, rows[audit_entries.name])
    without_key = people.c.card.is_not(None) & people.c.id.not_in(select(owner_keys.c.owner_id))
    connection.execute(delete(people).where(without_key))
    note(connection, now, None, Did.RESTORED)


def _carried(table: Table) -> Select[Any]:
    return select(table).where(_TAKEN_BACK) if table is contract_records else select(table)


def _fill(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    kept = [{column.name: _value(column.type, row[column.name]) for column in table.c} for row in rows]
    if "contract_id" in table.c:
        there = set(connection.scalars(select(contracts.c.id)))
        kept = [row for row in kept if row["contract_id"] in there]
    if kept:
        connection.execute(insert(table), kept)


def _go_on(connection: Connection, rows: list[dict[str, Any]]) -> None:
    """Add the entries that the backup's trail lacks; where it is another trail it stays as it is."""
    last = connection.scalar(select(func.max(audit_entries.c.number))) or 0
    ends = connection.scalar(select(audit_entries.c.sum).where(audit_entries.c.number == last)) if last else None
    of_before = {row["number"]: row for row in rows}
    if not last or (last in of_before and b64decode(of_before[last]["sum"]) == ends):
        _fill(connection, audit_entries, sorted((row for row in rows if row["number"] > last), key=lambda row: row["number"]))


def _plain(value: object) -> object:
    return b64encode(value).decode() if isinstance(value, bytes) else value.isoformat() if isinstance(value, date) else value


def _value(kind: object, value: Any) -> Any:  # noqa: ANN401  of whatever the column holds
    if value is None or not isinstance(value, str):
        return value
    if isinstance(kind, LargeBinary):
        return b64decode(value)
    written = getattr(kind, "python_type", str)
    return written.fromisoformat(value) if written in {date, datetime} else value
