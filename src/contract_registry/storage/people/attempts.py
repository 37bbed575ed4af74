"""Counts what was tried in vain, and says how long to wait: a pause that grows and has an end, never a door that stays shut."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Connection, case, delete, func, update
from sqlalchemy.dialects.postgresql import insert

from contract_registry.errors import TooManyTries
from contract_registry.storage.people.tables import attempts

FORGOTTEN_AFTER = timedelta(hours=12)
LONGEST_PAUSE = timedelta(minutes=15)


def count_try(connection: Connection, about: bytes, now: datetime, *, free: int, pause: timedelta = timedelta(minutes=1)) -> bool:
    """Count one more try about what this mark stands for; whether the next will have to wait. TooManyTries where this one has to.

    After `free` tries each is followed by a pause, twice as long as the last, `LONGEST_PAUSE` at most. Counting comes before trying, so that tries at
    the same moment count too.
    """
    connection.execute(delete(attempts).where(attempts.c.last_at < now - FORGOTTEN_AFTER))
    over = func.least(attempts.c.count + 1 - free, 10)
    wait = func.least(func.make_interval(0, 0, 0, 0, 0, 0, pause.total_seconds() * func.power(2, over)), LONGEST_PAUSE)
    first = insert(attempts).values(about=about, count=1, last_at=now, locked_until=None)
    again = first.on_conflict_do_update(
        index_elements=[attempts.c.about],
        set_={"count": attempts.c.count + 1, "last_at": now, "locked_until": case((attempts.c.count + 1 >= free, now + wait), else_=None)},
        where=attempts.c.locked_until.is_(None) | (attempts.c.locked_until <= now),
    ).returning(attempts.c.locked_until)
    row = connection.execute(again).one_or_none()
    if row is None:
        raise TooManyTries
    return row.locked_until is not None


def take_back_try(connection: Connection, about: bytes) -> None:
    """Count one try less, which was not in vain, and end the pause that it began; what was tried in vain before stays counted."""
    values = {"count": func.greatest(attempts.c.count - 1, 0), "locked_until": None}
    connection.execute(update(attempts).where(attempts.c.about == about).values(values))


def forget_tries(connection: Connection, about: bytes) -> None:
    """Begin to count anew, after what was tried worked."""
    connection.execute(delete(attempts).where(attempts.c.about == about))
