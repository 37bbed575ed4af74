"""Reads files: each gives a segmented document, or the reason why it could not be read, and none harms another."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from contract_registry.core.clauses.segment import segment
from contract_registry.core.clauses.tree import Clauses
from contract_registry.core.document import Document
from contract_registry.errors import Cancelled, UnexpectedFault, UnreadableFile
from contract_registry.operations.system import System
from contract_registry.reading.sources import STANDARD_INPUT, Source, source_of
from contract_registry.reading.watch import UNWATCHED, Watch

STANDARD_INPUT_NAME = "standard input"


@dataclass(frozen=True, slots=True)
class WasRead:
    """A document as it was read, with the bytes it was read from: `given` is what the person called it."""

    given: str
    sources: tuple[Source, ...]
    clauses: Clauses

    @property
    def document(self) -> Document:
        return self.clauses.document


@dataclass(frozen=True, slots=True)
class WasNotRead:
    """A file that could not be read, and why."""

    given: str
    error: UnreadableFile

    @property
    def name(self) -> str:
        """The file's own name, without folders."""
        return STANDARD_INPUT_NAME if self.given == STANDARD_INPUT else Path(self.given).name or self.given


def read_sources(
    system: System,
    paths: Sequence[str],
    *,
    together: bool = False,
    password: str | None = None,
    meanwhile: Callable[[], None] = lambda: None,
) -> Iterator[WasRead | WasNotRead]:
    """Each of `paths` ("-" is standard input) read, in their order; with `together` all of them as one document.

    `meanwhile` is called when a file is about to be read in a process of its own, so that this one has time for something else.
    """
    if together:
        yield attempt(" + ".join(paths), lambda: _read_as_one(system, paths, password, meanwhile))
        return
    yield from _in_order(system.at_once, paths, lambda path: attempt(path, lambda: _read_one(system, path, password, meanwhile)))


def read_given(
    system: System, files: Sequence[tuple[str, bytes]], *, password: str | None = None, watch: Watch = UNWATCHED
) -> WasRead | WasNotRead:
    """Files that are given by name and bytes, read as one document; Cancelled where the check of `watch` says so."""
    sources = tuple(Source(name, data) for name, data in files)

    def read() -> WasRead:
        alone = len(sources) == 1
        reader = system.reader
        document = (
            reader.read(sources[0], password=password, watch=watch)
            if alone
            else reader.read_together(sources, password=password, watch=watch)
        )
        return WasRead(" + ".join(source.name for source in sources), sources, segment(document))

    return attempt(" + ".join(source.name for source in sources), read)


def attempt(given: str, work: Callable[[], WasRead]) -> WasRead | WasNotRead:
    """What `work` makes, or why it could not; a fault of this program counts against this file alone."""
    try:
        return work()
    except Cancelled:
        raise
    except UnreadableFile as error:
        return WasNotRead(given, error)
    except Exception as fault:  # noqa: BLE001  one file's bad luck must not end the run for the others
        return WasNotRead(given, unexpected(fault))


def unexpected(fault: Exception) -> UnexpectedFault:
    """The fault as an error that can be told, with its cause kept."""
    error = UnexpectedFault()
    error.__cause__ = fault
    return error


def _read_one(system: System, path: str, password: str | None, meanwhile: Callable[[], None]) -> WasRead:
    source = source_of(path, system.limits)
    if not system.reader.reads_here(source):
        meanwhile()
    return WasRead(path, (source,), segment(system.reader.read(source, password=password)))


def _read_as_one(system: System, paths: Sequence[str], password: str | None, meanwhile: Callable[[], None]) -> WasRead:
    sources = [source_of(path, system.limits) for path in paths]
    if not all(system.reader.reads_here(source) for source in sources):
        meanwhile()
    document = system.reader.read_together(sources, password=password)
    return WasRead(" + ".join(paths), tuple(sources), segment(document))


def _in_order(at_once: int, paths: Iterable[str], work: Callable[[str], WasRead | WasNotRead]) -> Iterator[WasRead | WasNotRead]:
    """The results in the order of the paths, a few files ahead of what has been taken, so that memory stays small."""
    every = list(paths)
    if len(every) == 1:
        yield work(every[0])
        return
    waiting: deque[Future[WasRead | WasNotRead]] = deque()
    pool = ThreadPoolExecutor(at_once)
    try:
        for path in every:
            waiting.append(pool.submit(work, path))
            if len(waiting) > at_once:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        pool.shutdown(wait=False, cancel_futures=True)  # after an interruption nobody waits for files half read
