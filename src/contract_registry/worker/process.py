"""Keeps a worker running in a process of its own, started again whenever it ends, until nobody needs it."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

PAUSE_SECONDS = 1.0
PATIENCE_SECONDS = 20.0


@contextmanager
def worker_beside(arguments: Sequence[str]) -> Iterator[None]:
    """A process `contract-registry worker` with these arguments, as long as the `with` lasts; it is stopped gently at the end."""
    over = threading.Event()
    keeper = threading.Thread(target=_keep, args=([sys.executable, "-m", "contract_registry", "worker", *arguments], over), name="worker")
    keeper.start()
    try:
        yield
    finally:
        over.set()
        keeper.join()


def _keep(command: Sequence[str], over: threading.Event) -> None:
    while not over.is_set():
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, start_new_session=True)  # noqa: S603  our own command line
        while process.poll() is None and not over.wait(PAUSE_SECONDS):
            pass
        if process.poll() is None:
            process.terminate()
            try:
                process.wait(PATIENCE_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        over.wait(PAUSE_SECONDS)
