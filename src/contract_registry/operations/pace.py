"""How often one network may ask for what costs a processor: a sliding minute, held in memory alone."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable

from contract_registry.errors import TooManyTries

SECONDS = 60.0
MOST_NETWORKS = 10_000


class Pace:
    """At most `most` of something in a minute from one network; 0 means any number. `clock` counts seconds and never goes back."""

    def __init__(self, clock: Callable[[], float], most: int) -> None:
        self._clock, self._most = clock, most
        self._asked: dict[str, deque[float]] = {}
        self._lock = threading.Lock()

    def step(self, network: str) -> None:
        """Count one more; TooManyTries where the network had as many in the last minute."""
        if not self._most:
            return
        now = self._clock()
        with self._lock:
            asked = self._asked.setdefault(network, deque())
            while asked and asked[0] <= now - SECONDS:
                asked.popleft()
            if len(asked) >= self._most:
                raise TooManyTries(f"From your network {self._most:,} contracts were scanned in a minute. Wait a minute, or sign in.")
            asked.append(now)
            if len(self._asked) > MOST_NETWORKS:
                self._forget(now)

    def _forget(self, now: float) -> None:
        self._asked = {network: asked for network, asked in self._asked.items() if asked and asked[-1] > now - SECONDS}
