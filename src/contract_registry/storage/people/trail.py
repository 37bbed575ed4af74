"""The audit trail: entries are added one after the other, each tied to the one before, and read again to see whether all hold."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import Connection, func, insert, select

from contract_registry.core.disclosure.audit import BEGINNING, Did, Link, link_after
from contract_registry.storage.people.tables import audit_entries

ONE_AT_A_TIME = 20_261_202
"""The number of the lock under which an entry is added; it is held until the transaction ends, so add entries late."""
AT_ONCE = 1_000


def note(connection: Connection, now: datetime, by: str | None, did: Did, **about: str) -> None:
    """Add an entry, in the transaction of what it tells."""
    connection.execute(select(func.pg_advisory_xact_lock(ONE_AT_A_TIME)))
    query = select(audit_entries.c.number, audit_entries.c.sum).order_by(audit_entries.c.number.desc()).limit(1)
    last = connection.execute(query).one_or_none()
    number, previous = (last.number + 1, last.sum) if last else (1, BEGINNING)
    add_links(connection, [link_after(previous, number, now, by, did, about)])


def add_links(connection: Connection, links: list[Link]) -> None:
    """Add entries as they are."""
    if links:
        rows = [{"number": link.number, "entry": link.entry, "previous": link.previous, "sum": link.sum} for link in links]
        connection.execute(insert(audit_entries), rows)


def links(connection: Connection, after: int = 0) -> Iterator[Link]:
    """The entries after a number, in their order, fetched some at a time."""
    query = select(audit_entries).order_by(audit_entries.c.number).limit(AT_ONCE)
    while rows := connection.execute(query.where(audit_entries.c.number > after)).all():
        for row in rows:
            yield Link(row.number, row.entry, row.previous, row.sum)
        after = rows[-1].number
