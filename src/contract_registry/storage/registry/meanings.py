"""What the numbers stand for by which the database tells values, in memory for an hour once it was asked, for those who may read the same: nobody is answered faster, or otherwise, since others asked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from threading import Lock
from time import monotonic

Number = tuple[str, int]
"""A facet, and by what the database tells a value of it: whoever may write a value of one facet says nothing of another."""
MOST = 20_000
SECONDS = 3_600
"""After so long it begins anew: what nobody shares any more is not kept here either."""


class Meanings:
    """Values by their numbers, `most` at once at most."""

    def __init__(self, most: int = MOST, now: Callable[[], float] = monotonic) -> None:
        self._most, self._now, self._lock = most, now, Lock()
        self._known, self._since = dict[frozenset[str], Mapping[Number, str]](), now()

    def of(
        self, circles: frozenset[str], numbers: Iterable[Number], ask: Callable[[list[Number]], Mapping[Number, str]]
    ) -> Mapping[Number, str]:
        """What each of these stands for where these circles read; `ask` says it of those that are not known there."""
        wanted, known = set(numbers), self._kept().get(circles, {})
        there = {each: known[each] for each in wanted & known.keys()}
        if len(there) < len(wanted):
            learnt = ask(sorted(wanted - there.keys()))
            there |= learnt
            with self._lock:
                others = self._known if sum(map(len, self._known.values())) + len(learnt) <= self._most else {}
                self._known = {**others, circles: {**others.get(circles, {}), **learnt}}
        return there

    def _kept(self) -> Mapping[frozenset[str], Mapping[Number, str]]:
        with self._lock:
            if self._now() - self._since > SECONDS:
                self._known, self._since = {}, self._now()
            return self._known
