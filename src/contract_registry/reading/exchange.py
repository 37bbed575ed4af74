"""One file's round trip to a child process: the request out, news and the answer in, all before a deadline."""

from __future__ import annotations

import contextlib
import os
import selectors
import signal
import subprocess
import time

from contract_registry.core.document import Document
from contract_registry.errors import CorruptFile, TooMuchMemory, TooSlow, UnreadableFile
from contract_registry.reading import wire
from contract_registry.reading.confinement import ran_out_of_memory
from contract_registry.reading.frames import END, NewsReader, Request, error_from, pages_from, request_bytes
from contract_registry.reading.limits import Limits
from contract_registry.reading.nursery import Child, command, environment
from contract_registry.reading.watch import UNWATCHED, Watch

GRACE_SECONDS = 5.0
"""How much longer the parent waits than the child's own budget, which stops at a page's end and keeps what was read."""

LOOK_SECONDS = 0.5
"""How often it is asked whether anybody still waits for the file."""

_CHUNK = 1 << 20
_ANSWER_BYTES_A_CHARACTER = 32
_SMALLEST_ANSWER = 1 << 24
_INTERRUPTED = ("Reading this file was interrupted.", "Try again.")


class Exchange:
    """The talk with one child about one file."""

    def __init__(self, child: Child) -> None:
        self._child = child

    def run(self, request: Request, watch: Watch = UNWATCHED) -> Document:
        """The document that the child read; UnreadableFile when it found an error, died, or took too long. The child is gone afterwards."""
        try:
            return self._answer(request, watch)
        finally:
            self._child.close()

    def _answer(self, request: Request, watch: Watch) -> Document:
        limits, granted = request.limits, 0
        news = NewsReader(_longest_answer(limits))
        unsent = memoryview(request_bytes(request))
        started = time.monotonic()
        connection = self._child.connection
        connection.setblocking(False)
        with selectors.DefaultSelector() as selector:
            selector.register(connection, selectors.EVENT_READ | selectors.EVENT_WRITE)
            while True:
                left = started + _allowance(limits, granted) - time.monotonic()
                if left <= 0:
                    raise TooSlow
                ready = selector.select(min(left, LOOK_SECONDS))
                watch.check()
                if not ready:
                    continue
                events = ready[0][1]
                if unsent and events & selectors.EVENT_WRITE:
                    unsent = self._send(unsent)
                    if not unsent:
                        selector.modify(connection, selectors.EVENT_READ)
                if events & selectors.EVENT_READ:
                    piece = self._receive()
                    if piece is None:
                        raise self._death(limits)
                    heard = _heard(news, piece)
                    granted += sum(kind == "G" for kind, _ in heard)
                    _tell_pages(heard, watch)
                    for kind, payload in heard[-1:]:
                        if kind in _ANSWERS:
                            return _document(kind, payload)

    def _send(self, unsent: memoryview) -> memoryview:
        try:
            return unsent[self._child.connection.send(unsent[:_CHUNK]) :]
        except BlockingIOError:
            return unsent
        except OSError:
            return unsent[:0]  # it died before it had heard everything; how, its report tells

    def _receive(self) -> bytes | None:
        """What the child has said since; None when it will say no more."""
        try:
            return self._child.connection.recv(_CHUNK) or None
        except BlockingIOError:
            return b""
        except OSError:
            return None

    def _death(self, limits: Limits) -> UnreadableFile:
        """Why the child ended without an answer."""
        report = b""
        with contextlib.suppress(OSError):
            self._child.report.settimeout(GRACE_SECONDS)
            report = self._child.report.recv(END.size)
        if len(report) < END.size:
            return UnreadableFile(*_INTERRUPTED)
        status, held = END.unpack(report)
        return _error_of(os.waitstatus_to_exitcode(status), held, limits)


def exchange_once(request: Request) -> Document:
    """The same in a fresh process for this file alone, where processes cannot be forked; its time is not extended page by page but at once."""
    limits = request.limits
    seconds = _allowance(limits, min(limits.pages, _PAGES_WITHOUT_NEWS))
    try:
        words = request_bytes(request)
        run = subprocess.run(command("child"), input=words, capture_output=True, timeout=seconds, check=False, env=environment())  # noqa: S603
    except subprocess.TimeoutExpired as error:
        raise TooSlow from error
    heard = [news for news in _heard(NewsReader(_longest_answer(limits)), run.stdout) if news[0] in _ANSWERS]
    if not heard:
        raise _error_of(run.returncode, 0, limits)
    return _document(*heard[0])


_PAGES_WITHOUT_NEWS = 30
_ANSWERS = frozenset({"D", "E"})


def _allowance(limits: Limits, granted: int) -> float:
    """The seconds that a child may take in all; what it asks for page by page ends with the limit on pages."""
    return limits.seconds + GRACE_SECONDS + limits.seconds_per_recognised_page * min(granted, limits.pages)


def _longest_answer(limits: Limits) -> int:
    return max(_SMALLEST_ANSWER, limits.characters * _ANSWER_BYTES_A_CHARACTER)


def _heard(news: NewsReader, piece: bytes) -> list[tuple[str, bytes]]:
    try:
        return news.feed(piece)
    except ValueError as error:
        raise CorruptFile from error


def _tell_pages(heard: list[tuple[str, bytes]], watch: Watch) -> None:
    """Tell how many pages are read by the last that the child said of them."""
    try:
        for payload in [payload for kind, payload in heard if kind == "P"][-1:]:
            watch.pages(*pages_from(payload))
    except ValueError as error:
        raise CorruptFile from error


def _document(kind: str, payload: bytes) -> Document:
    """The document in an answer; the error in it is raised. What makes no sense can only come from a child that a file took over."""
    try:
        if kind == "D":
            return wire.decode(payload)
        error = error_from(payload)
    except (ValueError, KeyError, TypeError, RecursionError) as nonsense:
        raise CorruptFile from nonsense
    raise error


def _error_of(exit_code: int, held: int, limits: Limits) -> UnreadableFile:
    """What the way a process ended says about the file: a negative `exit_code` is the signal that ended it, `held` the most memory it had."""
    if sys_signal("SIGXCPU") == -exit_code:
        return TooSlow()
    if sys_signal("SIGKILL") == -exit_code or ran_out_of_memory(held, limits.memory_bytes):
        return TooMuchMemory()
    return CorruptFile()


def sys_signal(name: str) -> int | None:
    """The number of a signal on this system; None where it has no such signal."""
    return getattr(signal, name, None)
