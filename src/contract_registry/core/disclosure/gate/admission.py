"""Who is counted by now: people enter the figures together and never alone, so that no figure changes because of one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta

from contract_registry.core.disclosure.gate.contribution import Contribution
from contract_registry.core.disclosure.gate.policy import Policy

_MONTHS = 12


def admitted(contributions: Iterable[Contribution], policy: Policy, now: datetime) -> tuple[Contribution, ...]:
    """What is counted at `now`: what was given `delay` before the first of some month not later than now, once enough people wait to enter together.

    Between two firsts of a month it never changes. Someone who is counted already brings a further engagement with the next that enter.
    """
    every = sorted(contributions, key=lambda each: (each.given_at, each.contributor, each.engagement))
    until = counted_until(((each.contributor, each.given_at) for each in every), policy, now)
    return tuple(each for each in every if until is not None and each.given_at <= until)


def counted_until(given: Iterable[tuple[str, datetime]], policy: Policy, now: datetime) -> datetime | None:
    """The time until which what was given is counted at `now`, where people gave at these times; None where nothing is counted yet."""
    joined: dict[str, datetime] = {}
    for person, at in given:
        joined[person] = min(at, joined.get(person, at))
    waiting = sorted(joined.values())
    until = None
    for first in _firsts(waiting[0], now) if waiting else ():
        entering = bisect_right(waiting, first - policy.delay)
        if entering >= policy.least:
            until, waiting = first - policy.delay, waiting[entering:]
    return until


def newest_entry(policy: Policy, now: datetime) -> tuple[datetime, datetime]:
    """Two times: if of those who gave something after the one for the first time, until the other, there are enough, then at `now` all is counted until the other."""
    last = now.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    before = (last - timedelta(days=1)).replace(day=1)
    return before - policy.delay, last - policy.delay


def told_from(noted_at: datetime, policy: Policy) -> datetime:
    """From when on something that was written down then is told: the first of a month, `delay` later at the earliest."""
    after = noted_at.astimezone(UTC) + policy.delay
    first = after.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    return first if first == after else (first + timedelta(days=31)).replace(day=1)


def _firsts(since: datetime, until: datetime) -> Iterator[datetime]:
    """Each first of a month at midnight after `since` and not after `until`."""
    month = since.year * _MONTHS + since.month
    while True:
        first = since.replace(year=month // _MONTHS, month=month % _MONTHS + 1, day=1, hour=0, minute=0, second=0, microsecond=0)
        if first > until:
            return
        yield first
        month += 1
