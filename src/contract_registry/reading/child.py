"""Reads one file in a process of its own: what runs in each child.

Where processes can be forked, children are born from the process in `prefork`, with the readers already loaded. Elsewhere (Windows) each is a fresh
interpreter, `python -m contract_registry.reading.child`.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from contract_registry.errors import CorruptFile, TooMuchMemory, UnexpectedFault, UnreadableFile
from contract_registry.reading import confinement, sniff, wire
from contract_registry.reading.frames import NewsKind, Request, RequestReader, error_bytes, news_bytes, pages_bytes
from contract_registry.reading.limits import Budget, Limits
from contract_registry.reading.read import read

if TYPE_CHECKING:
    import socket

Tell = Callable[[NewsKind, bytes], None]

_MAY_NEED_LIBREOFFICE = sniff.OFFICE | {sniff.MAIL, sniff.ARCHIVE}
"""What LibreOffice reads, alone or attached; it works on files, where everything else works in memory."""

CPU_GRACE_SECONDS = 5.0
_CHUNK = 1 << 20


class ReportingBudget(Budget):
    """A budget that tells the parent when it grows and how many pages are read, and lets the process's limit on CPU time grow with it."""

    def __init__(self, limits: Limits, tell: Tell) -> None:
        super().__init__(limits)
        self._tell = tell
        self._seconds = limits.seconds + CPU_GRACE_SECONDS
        confinement.limit_seconds(self._seconds)

    def grant_recognised_page(self) -> None:
        super().grant_recognised_page()
        self._seconds += self.limits.seconds_per_recognised_page
        confinement.limit_seconds(self._seconds)
        self._tell("G", b"")

    def expect_pages(self, count: int) -> None:
        super().expect_pages(count)
        self._tell_pages()

    def finish_page(self) -> None:
        super().finish_page()
        self._tell_pages()

    def _tell_pages(self) -> None:
        self._tell("P", pages_bytes(self.pages_read, self.pages_known))


def answer(request: Request, tell: Tell) -> None:
    """Read the file of `request` within its limits and tell the document, or the error."""
    confinement.limit_memory(request.limits.memory_bytes)
    try:
        confinement.limit_files(may_write=sniff.sniff(request.data, request.name) in _MAY_NEED_LIBREOFFICE)
        document = read(request.data, name=request.name, password=request.password, budget=ReportingBudget(request.limits, tell))
        tell("D", wire.encode(document))
    except CorruptFile as error:
        tell("E", error_bytes(_cause(error, request.limits)))
    except UnreadableFile as error:
        tell("E", error_bytes(error))
    except MemoryError:
        tell("E", error_bytes(TooMuchMemory()))
    except Exception as fault:  # noqa: BLE001  # a mistake of ours must not take other files with it
        unexpected = UnexpectedFault()
        unexpected.__cause__ = fault
        tell("E", error_bytes(_cause(unexpected, request.limits)))


def _cause(error: UnreadableFile, limits: Limits) -> UnreadableFile:
    """Want of memory, where it may have been that which looked like damage."""
    return TooMuchMemory() if confinement.ran_out_of_memory(confinement.most_memory(), limits.memory_bytes) else error


def answer_on(connection: socket.socket) -> None:
    """Take one request from `connection` and answer it there."""
    reader = RequestReader()
    request = None
    while request is None:
        piece = connection.recv(_CHUNK)
        if not piece:
            return
        request = reader.feed(piece)
    answer(request, lambda kind, payload: connection.sendall(news_bytes(kind, payload)))


def main(_: list[str]) -> None:
    """Read the one file that comes on standard input and answer on standard output."""
    confinement.gain_no_privileges()
    request = RequestReader().feed(sys.stdin.buffer.read())
    if request is not None:
        answer(request, lambda kind, payload: _write_out(news_bytes(kind, payload)))
    os._exit(0)  # without the exits of libraries, which may take longer than the file did


def _write_out(news: bytes) -> None:
    sys.stdout.buffer.write(news)
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
