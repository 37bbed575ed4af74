"""What the numbers stand for by which the database tells values, kept in memory once it was asked: the same value has the same number in every database."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from threading import Lock

MOST = 20_000


class Meanings:
    """Values by their numbers; when there are more than `most`, it begins anew."""

    def __init__(self, most: int = MOST) -> None:
        self._most, self._known, self._lock = most, dict[int, str](), Lock()

    def of(self, numbers: Iterable[int], ask: Callable[[list[int]], Mapping[int, str]]) -> Mapping[int, str]:
        """What each of these stands for; `ask` says it of those that are not known yet."""
        wanted = set(numbers)
        known = self._known
        there = {each: known[each] for each in wanted & known.keys()}
        if len(there) < len(wanted):
            learnt = ask(sorted(wanted - there.keys()))
            there |= learnt
            with self._lock:
                self._known = {**(known if len(known) + len(learnt) <= self._most else {}), **learnt}
        return there
