"""A saved search, and the months of which its next digest tells."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import IntEnum

from contract_registry.errors import WrongUsage

LONGEST_NAME, MOST = 100, 50
_MONTHS = 12


class Every(IntEnum):
    """How often a digest comes, in months: never so often that it tells on which day somebody shared something."""

    MONTH = 1
    QUARTER = 3


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A question that somebody keeps, as it stands in the address of the page; `told_until` is the end of what the last digest told of."""

    id: str
    person: str
    name: str
    question: str
    every: Every
    made_at: datetime
    told_until: datetime
    stopped_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Window:
    """The months of which a digest tells: what was shared from `since` on and before `until`, both firsts of a month."""

    since: datetime
    until: datetime


def saved(id: str, person: str, name: str, question: str, every: Every, now: datetime, others: int) -> SavedSearch:  # noqa: A002
    """The search as it is kept; WrongUsage where it has no name, or somebody keeps too many."""
    called = " ".join(name.split())
    if not called or len(called) > LONGEST_NAME:
        raise WrongUsage(f"Give the search a name, of {LONGEST_NAME} characters at most.")
    if others >= MOST:
        raise WrongUsage(f"You keep {MOST} searches. Delete one first.")
    return SavedSearch(id, person, called, question, every, now, first_of_month(now))


def due(search: SavedSearch, now: datetime) -> Window | None:
    """The whole months that the search's digest tells of now; None where none is due, or it was stopped."""
    until = first_of_month(now)
    months = (until.year - search.told_until.year) * _MONTHS + until.month - search.told_until.month
    return None if search.stopped_at is not None or months < search.every else Window(search.told_until, until)


def told(search: SavedSearch, window: Window) -> SavedSearch:
    """The search once its digest was sent, or there was nothing to tell."""
    return replace(search, told_until=window.until)


def stopped(searches: Iterable[SavedSearch], now: datetime) -> tuple[SavedSearch, ...]:
    """All of them without digests from now on, as one click has it; they stay saved."""
    return tuple(each if each.stopped_at is not None else replace(each, stopped_at=now) for each in searches)


def first_of_month(moment: datetime) -> datetime:
    """The midnight at which the month of a moment began."""
    return moment.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
