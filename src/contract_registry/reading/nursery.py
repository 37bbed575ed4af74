"""The process that child processes are born from: starts it, asks it for children, and stops it.

It is a fresh interpreter, started by exec and not forked, so that neither the threads nor the main module of the program that asks reach it;
of the environment it gets only what programs need to run, and no secrets.
"""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import sys
import weakref
from dataclasses import dataclass

CAN_FORK = hasattr(os, "fork") and hasattr(socket, "send_fds")

_PASSED_ON = frozenset(
    {"HOME", "LANG", "LD_LIBRARY_PATH", "PATH", "SYSTEMROOT", "TEMP", "TESSDATA_PREFIX", "TMP", "TMPDIR", "TZ", "USERPROFILE", "WINDIR"}
)
_ONE_THREAD = {"OMP_THREAD_LIMIT": "1", "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
_PATIENCE_SECONDS = 2.0


def command(module: str, *arguments: str) -> list[str]:
    """The command that runs `main` of a module of this package in a fresh interpreter, which finds modules where this one does."""
    start = f"import sys; sys.path[:] = {sys.path!r}; from contract_registry.reading.{module} import main; main(sys.argv[1:])"
    return [sys.executable, "-I", "-c", start, *arguments]


def environment() -> dict[str, str]:
    """The variables a child may see."""
    passed = {name: value for name, value in os.environ.items() if name.upper() in _PASSED_ON or name.startswith(("LC_", "DYLD_"))}
    return passed | _ONE_THREAD


@dataclass(frozen=True, slots=True)
class Child:
    """A child that waits for its request: the connection to it, and the socket that reports its end and, when closed, brings it."""

    connection: socket.socket
    report: socket.socket

    def close(self) -> None:
        """Let go of the child; if it is still at work it is killed."""
        self.connection.close()
        self.report.close()


class Nursery:
    """One such process; several threads may ask it, as long as they take turns."""

    def __init__(self, *, keep_warm: bool) -> None:
        control, theirs = socket.socketpair()
        with theirs:
            process = subprocess.Popen(  # noqa: S603  # our own interpreter and code
                command("prefork", str(theirs.fileno()), *(["--warm"] if keep_warm else [])),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env=environment(),
                pass_fds=[theirs.fileno()],
                start_new_session=True,
            )
        self._control, self._process = control, process
        self._owner = os.getpid()
        self._stop = weakref.finalize(self, _stop, control, process, self._owner)

    @property
    def is_usable(self) -> bool:
        """Whether the process lives and was started by this process and not by the one this was forked from."""
        return self._owner == os.getpid() and self._process.poll() is None

    def new_child(self) -> Child:
        """A child ready for its request; OSError when the process is gone."""
        connection, its_connection = socket.socketpair()
        report, its_report = socket.socketpair()
        with its_connection, its_report:
            try:
                socket.send_fds(self._control, [b"."], [its_connection.fileno(), its_report.fileno()])
            except OSError:
                connection.close()
                report.close()
                raise
        return Child(connection, report)

    def stop(self) -> None:
        """End the process and every child of it, and wait until it is gone."""
        self._stop()


def _stop(control: socket.socket, process: subprocess.Popen[bytes], owner: int) -> None:
    control.close()
    if os.getpid() != owner:
        process.returncode = 0  # not ours to wait for
        return
    with contextlib.suppress(ProcessLookupError):
        process.send_signal(signal.SIGTERM)
    try:
        process.wait(_PATIENCE_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
