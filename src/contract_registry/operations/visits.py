"""Holds what visitors' scans found, in memory alone, until they are forgotten or their time is up."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import TracebackType
from typing import Self

from contract_registry.errors import NotFound, TooBusy
from contract_registry.operations.scan import WasScanned

BYTES_A_CHARACTER = 100
"""What a character of a document takes in memory, with its boxes and its clauses."""
_SWEEP_SECONDS = 20.0


@dataclass(frozen=True, slots=True)
class Visit:
    """A visitor's scan: the id is all that is needed to see it, and cannot be guessed; `ends` is on the clock of the visits."""

    id: str
    scanned: WasScanned
    ends: float

    @property
    def size(self) -> int:
        """The memory it takes, roughly."""
        files = sum(len(source.data) for source in self.scanned.read.sources)
        return files + BYTES_A_CHARACTER * len(self.scanned.read.document.text)


class Visits:
    """The scans of visitors, and room for no more than `most_bytes` of them and of what is still coming in.

    `clock` counts seconds and never goes back; `new_id` gives ids that cannot be guessed. In a `with`, what is over is let go of even when nobody asks.
    """

    def __init__(self, clock: Callable[[], float], new_id: Callable[[], str], *, seconds: float, most_bytes: int) -> None:
        self.seconds = seconds
        self._clock, self._new_id, self._most_bytes = clock, new_id, most_bytes
        self._held: dict[str, Visit] = {}
        self._coming = 0
        self._lock = threading.Lock()
        self._closed = threading.Event()

    def hold(self, scanned: WasScanned) -> Visit:
        """The scan as a visit that begins now."""
        visit = Visit(self._new_id(), scanned, self._clock() + self.seconds)
        with self._lock:
            self._held[visit.id] = visit
        return visit

    def find(self, visit: str) -> Visit:
        """The visit of this id; NotFound where there is none, or none any more."""
        with self._lock:
            self._let_go()
            if visit not in self._held:
                raise NotFound
            return self._held[visit]

    def forget(self, visit: str) -> None:
        """Let go of the visit now; NotFound where there is none."""
        with self._lock:
            self._let_go()
            if self._held.pop(visit, None) is None:
                raise NotFound

    def held(self) -> tuple[int, int]:
        """How many visits are held, and the memory they take, roughly."""
        with self._lock:
            self._let_go()
            return len(self._held), sum(visit.size for visit in self._held.values())

    @contextmanager
    def room(self) -> Iterator[Callable[[int], None]]:
        """A function to call with the size of each piece that comes in; it raises TooBusy when there is no room for it. Free again at the end."""
        taken = 0

        def take(size: int) -> None:
            nonlocal taken
            with self._lock:
                self._let_go()
                if self._coming + size + sum(visit.size for visit in self._held.values()) > self._most_bytes:
                    raise TooBusy
                self._coming += size
                taken += size

        try:
            yield take
        finally:
            with self._lock:
                self._coming -= taken

    def __enter__(self) -> Self:
        threading.Thread(target=self._sweep, daemon=True, name="visits").start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._closed.set()
        with self._lock:
            self._held.clear()

    def _sweep(self) -> None:
        while not self._closed.wait(_SWEEP_SECONDS):
            with self._lock:
                self._let_go()

    def _let_go(self) -> None:
        now = self._clock()
        for visit in [visit for visit in self._held.values() if visit.ends <= now]:
            del self._held[visit.id]
