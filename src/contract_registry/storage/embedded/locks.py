"""Locks that the system keeps, and lets go of when the last process that held one is gone, however it ended."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path
from types import TracebackType
from typing import Self


class Lock:
    """The lock of one file, through one opening of it: whoever inherits the opening holds the lock too."""

    def __init__(self, path: Path) -> None:
        self._descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)

    @property
    def descriptor(self) -> int:
        """What a child is given to hold the lock as well."""
        return self._descriptor

    def share(self) -> None:
        """Hold it together with others who share it; waits for one who holds it alone."""
        fcntl.flock(self._descriptor, fcntl.LOCK_SH)

    def take(self) -> bool:
        """Whether it is now held alone. One that was shared before is let go of even where somebody else shares it still."""
        try:
            fcntl.flock(self._descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        os.close(self._descriptor)
