"""The process that children are born from: it forks one for each request, ends it when the parent lets go of it, and says how it ended.

The parent passes two sockets for each file: the child reads the request from one and answers there; over the other this process reports the child's end,
and when the parent closes that one the child is killed. It never sees a file itself, and ends when its parent does.
"""

from __future__ import annotations

import contextlib
import os
import selectors
import signal
import socket
from collections.abc import Callable, Iterator

from contract_registry import garbage
from contract_registry.reading import confinement
from contract_registry.reading.child import answer_on
from contract_registry.reading.frames import END
from contract_registry.reading.rooms import clear_rooms
from contract_registry.reading.warmup import steps

_WIDTH = 16


def main(arguments: list[str]) -> None:
    """Fork children on request of the parent at the other end of the socket with this number, until it closes; `--warm` loads the readers meanwhile."""
    confinement.gain_no_privileges()
    confinement.leave_network()
    confinement.adopt_orphans()
    _Nursery(socket.socket(fileno=int(arguments[0])), steps() if "--warm" in arguments else iter(())).run()


class _Nursery:
    """The children at work, by process id, each with the socket over which its end is reported."""

    def __init__(self, control: socket.socket, to_do: Iterator[Callable[[], None]]) -> None:
        self._control, self._to_do = control, to_do
        self._is_warm = False
        self._children: dict[int, socket.socket] = {}
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
            ready = self._selector.select(None if self._is_warm else 0)
            for key, _ in ready:
                key.data()
            if not ready:
                self._warm_up()

    def _warm_up(self) -> None:
        """Take one step while nobody asks; after the last, what is in memory is kept from being touched, so that children can share it."""
        step = next(self._to_do, None)
        if step:
            step()
            return
        self._is_warm = True
        garbage.settle()

    def _begin(self) -> None:
        """Fork a child for the request whose sockets come over the control socket."""
        mark, numbers, _, _ = socket.recv_fds(self._control, 1, 2)
        if not mark:
            self._end()
        connection, report = (socket.socket(fileno=number) for number in numbers)
        child = os.fork()
        if child == 0:
            self._become_child(connection)
        connection.close()
        self._children[child] = report
        self._selector.register(report, selectors.EVENT_READ, lambda: self._kill(child))

    def _become_child(self, connection: socket.socket) -> None:
        """Answer on `connection` and be gone; nothing of its parent's is left open."""
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
            self._selector.close()
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
        clear_rooms(os.getpid(), self._children.keys())

    def _report(self, child: int, status: int, held: int) -> None:
        report = self._children.pop(child, None)
        for orphan in confinement.children() - self._children.keys():
            with contextlib.suppress(ProcessLookupError):
                os.kill(orphan, signal.SIGKILL)
        if report is None:
            return
        with contextlib.suppress(KeyError):
            self._selector.unregister(report)
        with contextlib.suppress(OSError):
            report.send(END.pack(status, held))
        report.close()

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
