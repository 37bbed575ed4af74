"""The process that children are born from: it forks one for each request, ends it when the parent lets go of it, and says how it ended.

The parent passes two sockets for each file: the child reads the request from one and answers there; over the other this process reports the child's end,
and when the parent closes that one the child is killed. It never sees a file itself, and ends when its parent does.

Where it is kept warm, it keeps one child in waiting, which has read a page of our own and so has the memory that reading writes to copied already. It
reads one file as every other does, and another is born when it has begun.
"""

from __future__ import annotations

import contextlib
import os
import selectors
import signal
import socket
from collections.abc import Callable
from dataclasses import dataclass

from contract_registry import garbage
from contract_registry.reading import confinement
from contract_registry.reading.child import answer_on
from contract_registry.reading.frames import END
from contract_registry.reading.rooms import clear_rooms
from contract_registry.reading.warmup import rehearse, steps

_WIDTH = 16
_BEGIN = b"!"


def main(arguments: list[str]) -> None:
    """Fork children on request of the parent at the other end of the socket with this number, until it closes; `--warm` loads the readers meanwhile."""
    confinement.gain_no_privileges()
    confinement.leave_network()
    confinement.adopt_orphans()
    _Nursery(socket.socket(fileno=int(arguments[0])), keep_warm="--warm" in arguments).run()


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A child that waits at the other end of `line` for the socket of its file."""

    child: int
    line: socket.socket

    def told(self, connection: socket.socket) -> int | None:
        """The child, to which `connection` is handed; None when it is gone."""
        with self.line:
            try:
                socket.send_fds(self.line, [_BEGIN], [connection.fileno()])
            except OSError:
                return None
        return self.child


def _told(line: socket.socket) -> socket.socket | None:
    """What a child in waiting is handed once it has rehearsed; None when its parent is gone."""
    with line:
        rehearse()
        _, numbers, _, _ = socket.recv_fds(line, len(_BEGIN), 1)
    return socket.socket(fileno=numbers[0]) if numbers else None


class _Nursery:
    """The children at work, by process id, each with the socket over which its end is reported; and where it is kept warm one child in waiting.

    Should that one die unbidden, no other is kept: whatever killed it may be want of memory.
    """

    def __init__(self, control: socket.socket, *, keep_warm: bool) -> None:
        self._control = control
        self._to_do = steps() if keep_warm else iter(())
        self._is_warm = False
        self._children: dict[int, socket.socket] = {}
        self._waiting: _Waiting | None = None
        self._keeps_one = keep_warm
        self._selector = selectors.DefaultSelector()
        self._wakeup, waker = socket.socketpair()
        self._waker = waker
        waker.setblocking(False)
        self._wakeup.setblocking(False)

    def run(self) -> None:
        signal.signal(signal.SIGCHLD, lambda *_: None)
        signal.signal(signal.SIGTERM, lambda *_: self._end())
        signal.set_wakeup_fd(self._waker.fileno())
        self._selector.register(self._control, selectors.EVENT_READ, self._begin)
        self._selector.register(self._wakeup, selectors.EVENT_READ, self._bury)
        while True:
            ready = self._selector.select(None if self._is_warm and (self._waiting or not self._keeps_one) else 0)
            for key, _ in ready:
                key.data()
            if not ready:
                self._warm_up()

    def _warm_up(self) -> None:
        """Take one step while nobody asks; after the last, what is in memory is kept from being touched, so that children can share it, and one
        is born ahead.
        """
        step = next(self._to_do, None)
        if step:
            step()
        elif not self._is_warm:
            self._is_warm = True
            garbage.settle()
        else:
            self._bear_ahead()

    def _bear_ahead(self) -> None:
        """Fork a child that waits to be told what to read."""
        ours, theirs = socket.socketpair()
        child = os.fork()
        if child == 0:
            ours.close()
            self._become_child(lambda: _told(theirs))
        theirs.close()
        self._waiting = _Waiting(child, ours)

    def _begin(self) -> None:
        """Let the child in waiting, or one forked now, take the request whose sockets come over the control socket."""
        mark, numbers, _, _ = socket.recv_fds(self._control, 1, 2)
        if not mark:
            self._end()
        connection, report = (socket.socket(fileno=number) for number in numbers)
        child = self._waiting.told(connection) if self._waiting else None
        self._waiting = None
        if child is None:
            child = os.fork()
            if child == 0:
                self._become_child(lambda: connection)
        connection.close()
        self._children[child] = report
        self._selector.register(report, selectors.EVENT_READ, lambda: self._kill(child))

    def _become_child(self, connected: Callable[[], socket.socket | None]) -> None:
        """Answer on the socket that `connected` gives and be gone; nothing of its parent's is left open."""
        status = 1
        try:
            signal.set_wakeup_fd(-1)
            signal.signal(signal.SIGTERM, signal.SIG_DFL)
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            os.setpgid(0, 0)
            garbage.settle_in_child()
            confinement.die_with_parent()
            for held in (self._control, self._wakeup, self._waker, *self._children.values()):
                held.close()
            if self._waiting:
                self._waiting.line.close()
            self._selector.close()
            connection = connected()
            if connection:
                answer_on(connection)
            status = 0
        finally:
            os._exit(status)

    def _kill(self, child: int) -> None:
        """End a child that the parent let go of, and whatever it started."""
        report = self._children.get(child)
        if report is not None:
            with contextlib.suppress(KeyError):
                self._selector.unregister(report)
            for kill in (os.killpg, os.kill):
                with contextlib.suppress(ProcessLookupError, PermissionError):
                    kill(child, signal.SIGKILL)

    def _bury(self) -> None:
        """Take note of the children that ended and report how."""
        with contextlib.suppress(BlockingIOError):
            while self._wakeup.recv(_WIDTH):
                pass
        with contextlib.suppress(ChildProcessError):
            while True:
                child, status, usage = os.wait4(-1, os.WNOHANG)
                if not child:
                    break
                self._report(child, status, confinement.bytes_held(usage))
        clear_rooms(os.getpid(), self._alive())

    def _report(self, child: int, status: int, held: int) -> None:
        report = self._children.pop(child, None)
        if self._waiting and child == self._waiting.child:
            self._waiting.line.close()
            self._waiting, self._keeps_one = None, False
        for orphan in confinement.children() - self._alive():
            with contextlib.suppress(ProcessLookupError):
                os.kill(orphan, signal.SIGKILL)
        if report is None:
            return
        with contextlib.suppress(KeyError):
            self._selector.unregister(report)
        with contextlib.suppress(OSError):
            report.send(END.pack(status, held))
        report.close()

    def _alive(self) -> set[int]:
        return {*self._children, *([self._waiting.child] if self._waiting else [])}

    def _end(self) -> None:
        """Be gone, and with this process its children, what they started and what they wrote."""
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        for child in list(self._children):
            self._kill(child)
        with contextlib.suppress(ChildProcessError):
            while True:
                for orphan in confinement.children():
                    with contextlib.suppress(ProcessLookupError):
                        os.kill(orphan, signal.SIGKILL)
                os.wait()
        clear_rooms(os.getpid())
        os._exit(0)
