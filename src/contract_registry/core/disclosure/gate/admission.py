"""Who is counted by now: people enter the figures together and never alone, so that no figure changes because of one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from contract_registry.core.disclosure.gate.contribution import Contribution
from contract_registry.core.disclosure.gate.policy import Policy

_MONTHS = 12


def admitted(contributions: Iterable[Contribution], policy: Policy, now: datetime) -> tuple[Contribution, ...]:
    """What is counted at `now`: what was given `delay` before the first of some month not later than now, once enough people wait to enter together.

    Between two firsts of a month it never changes. Someone who is counted already brings a further engagement with the next that enter.
    """
    every = sorted(contributions, key=lambda each: (each.given_at, each.contributor, each.engagement))
    if not every:
        return ()
    counted: list[Contribution] = []
    waiting: list[Contribution] = []
    rest = iter(every)
    ahead = next(rest, None)
    for first in _firsts(every[0].given_at, now):
        while ahead is not None and ahead.given_at <= first - policy.delay:
            waiting.append(ahead)
            ahead = next(rest, None)
        known = {each.contributor for each in counted}
        if len({each.contributor for each in waiting} - known) >= policy.least:
            counted += waiting
            waiting = []
    return tuple(counted)


def _firsts(since: datetime, until: datetime) -> Iterator[datetime]:
    """Each first of a month at midnight after `since` and not after `until`."""
    month = since.year * _MONTHS + since.month
    while True:
        first = since.replace(year=month // _MONTHS, month=month % _MONTHS + 1, day=1, hour=0, minute=0, second=0, microsecond=0)
        if first > until:
            return
        yield first
        month += 1
