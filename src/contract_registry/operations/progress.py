"""Tells how far a scan is while a worker does it, and stops it where it is no longer wanted."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

from contract_registry.core.contracts.kept import Progress, Stage
from contract_registry.errors import Cancelled
from contract_registry.operations.service import Service
from contract_registry.reading.watch import Watch

EVERY_SECONDS = 0.4
"""How often at most it is noted how far a scan is; each time it is also asked whether it is still wanted."""


class Teller:
    """Notes the progress of one contract's scan, not too often; several threads may read its files."""

    def __init__(self, service: Service, contract: str, clock: Callable[[], float] = time.monotonic) -> None:
        self._service, self._contract, self._clock = service, contract, clock
        self._lock = threading.Lock()
        self._progress = Progress(Stage.READING)
        self._next = clock()

    @property
    def watch(self) -> Watch:
        """The watch over the files of the contract."""
        return Watch(self._pages, self._note_in_time)

    def scanning(self) -> None:
        """Note that reading is done; Cancelled where the scan is no longer wanted."""
        self._progress = Progress(Stage.SCANNING, self._progress.pages_known, self._progress.pages_known)
        self._note()

    def _pages(self, read: int, known: int) -> None:
        self._progress = Progress(Stage.READING, read, known)
        self._note_in_time()

    def _note_in_time(self) -> None:
        with self._lock:
            if self._clock() < self._next:
                return
            self._next = self._clock() + EVERY_SECONDS
        self._note()

    def _note(self) -> None:
        with self._service.store.writing() as writing:
            is_wanted = writing.note_progress(self._contract, self._progress)
        if not is_wanted:
            raise Cancelled
