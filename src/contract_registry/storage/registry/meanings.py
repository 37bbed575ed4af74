"""What the numbers stand for by which the database tells values, in memory for an hour once it was asked: the same value has the same number in every database."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from threading import Lock
from time import monotonic

MOST = 20_000
SECONDS = 3_600
"""After so long it begins anew: what nobody shares any more is not kept here either."""


class Meanings:
    """Values by their numbers, `most` at once at most."""

    def __init__(self, most: int = MOST, now: Callable[[], float] = monotonic) -> None:
        self._most, self._now, self._lock = most, now, Lock()
        self._known, self._since = dict[int, str](), now()

    def of(self, numbers: Iterable[int], ask: Callable[[list[int]], Mapping[int, str]]) -> Mapping[int, str]:
        """What each of these stands for; `ask` says it of those that are not known."""
        wanted, known = set(numbers), self._kept()
        there = {each: known[each] for each in wanted & known.keys()}
        if len(there) < len(wanted):
            learnt = ask(sorted(wanted - there.keys()))
            there |= learnt
            with self._lock:
                others = self._known if len(self._known) + len(learnt) <= self._most else {}
                self._known = {**others, **learnt}
        return there

    def _kept(self) -> Mapping[int, str]:
        with self._lock:
            if self._now() - self._since > SECONDS:
                self._known, self._since = {}, self._now()
            return self._known
