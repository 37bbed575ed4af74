"""Reads files in child processes with limits on memory, time and the network: a file that kills its reader harms no other.

Plain text up to a megabyte is read in this process: no parser is involved, only loops that look at each line once, and a one-page text should not
have to wait for a process to start.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from types import TracebackType
from typing import Self

from contract_registry.core.document import Document
from contract_registry.errors import TooLarge, UnreadableFile
from contract_registry.reading import sniff
from contract_registry.reading.exchange import Exchange, exchange_once
from contract_registry.reading.frames import Request
from contract_registry.reading.limits import Budget, Limits
from contract_registry.reading.nursery import CAN_FORK, Child, Nursery
from contract_registry.reading.read import read
from contract_registry.reading.sources import Source
from contract_registry.reading.together import together_where_read
from contract_registry.reading.watch import UNWATCHED, SharedWatch, Watch

READ_HERE_BYTES = 1_000_000


class Reader:
    """Reads files within `limits`, at most `workers` at once; to be asked from any thread, and closed in the end.

    `keep_warm` loads the readers ahead, for programs that will read many files. Nothing is started before the first file that needs it.
    """

    def __init__(self, limits: Limits | None = None, *, workers: int | None = None, keep_warm: bool = False) -> None:
        self.limits = limits or Limits()
        self._workers = workers or os.cpu_count() or 1
        self._places = threading.BoundedSemaphore(self._workers)
        self._keep_warm = keep_warm
        self._lock = threading.Lock()
        self._nursery: Nursery | None = None

    def read(self, source: Source, *, password: str | None = None, watch: Watch = UNWATCHED) -> Document:
        """The Document in `source`; UnreadableFile, with what to do next, when there is none or its reading had to be stopped.

        What the check of `watch` raises ends the reading too.
        """
        if len(source.data) > self.limits.file_bytes:
            raise TooLarge(f"This file has {len(source.data):,} bytes; the limit is {self.limits.file_bytes:,}.")
        if self.reads_here(source):
            return read(source.data, name=source.name, budget=Budget(self.limits))
        request = Request(source.name, source.data, password, self.limits)
        with self._places:
            return Exchange(self._child()).run(request, watch) if CAN_FORK else exchange_once(request)

    def reads_here(self, source: Source) -> bool:
        """Whether `source` is read in this process: short plain text, which no parser has to take apart."""
        return len(source.data) <= READ_HERE_BYTES and sniff.sniff(source.data, source.name) == sniff.PLAIN

    def read_together(
        self, sources: Sequence[Source], *, name: str = "", password: str | None = None, watch: Watch = UNWATCHED
    ) -> Document:
        """Several files (photographs of pages, a contract and its schedules) as one Document, in the order given.

        They are read at the same time, as far as there are workers. A file that could not be read is a problem of the whole; only if none could,
        the first one's error is raised.
        """
        shared = SharedWatch(watch)

        def outcome(place: int, source: Source) -> Document | UnreadableFile:
            try:
                return self.read(source, password=password, watch=shared.over(place))
            except UnreadableFile as error:
                return error

        with ThreadPoolExecutor(self._workers) as pool:
            whole = together_where_read(
                [*zip((source.name for source in sources), pool.map(outcome, range(len(sources)), sources), strict=True)], name=name
            )
        self.limits.check_characters(len(whole.text))
        return whole

    def close(self) -> None:
        """Stop the children's process and every reading that is still under way."""
        with self._lock:
            nursery, self._nursery = self._nursery, None
        if nursery:
            nursery.stop()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def warm(self) -> None:
        """Start the process for children now, so that the first file does not wait for it."""
        if CAN_FORK:
            with self._lock:
                self._usable_nursery()

    def _child(self) -> Child:
        with self._lock:
            try:
                return self._usable_nursery().new_child()
            except OSError:  # it was killed since it was last asked
                self._nursery = None
                return self._usable_nursery().new_child()

    def _usable_nursery(self) -> Nursery:
        if self._nursery is None or not self._nursery.is_usable:
            self._nursery = Nursery(keep_warm=self._keep_warm)
        return self._nursery
