"""Folders for programs that work on files: in memory where there is room, named for the process that made them, so that its parent can clear them away.

A process that is killed takes nothing with it that it wrote, and what it wrote is somebody's contract.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Container
from pathlib import Path
from tempfile import TemporaryDirectory

from contract_registry.errors import UnsupportedFormat

_IN_MEMORY = Path("/dev/shm")  # noqa: S108  the files of a contract belong in memory where there is room
_MARK = "contract-registry"
_PROFILE = 100_000_000
"""What LibreOffice writes for itself, with much to spare."""


def room_for(size: int) -> TemporaryDirectory[str]:
    """A folder to put a file of `size` bytes into and what is made of it; UnsupportedFormat where there is no place for one."""
    name = f"{_MARK}-{os.getppid()}-{os.getpid()}-"
    try:
        return TemporaryDirectory(prefix=name, dir=_IN_MEMORY if _has_room(size) else None)
    except OSError as error:
        remedy = "Set TMPDIR to a folder with room in it, or open the file yourself and save it as .docx or PDF."
        raise UnsupportedFormat("LibreOffice must read this file, and there is no folder for it to work in.", remedy) from error


def clear_rooms(parent: int, living: Container[int] = ()) -> None:
    """Take away the folders of the children that `parent` had, other than those `living`."""
    for home in {str(_IN_MEMORY), tempfile.gettempdir()}:
        for name in os.listdir(home) if Path(home).is_dir() else ():  # noqa: PTH208
            before, ours, rest = name.partition(f"{_MARK}-{parent}-")
            child = rest.partition("-")[0]
            if ours and not before and child.isdigit() and int(child) not in living:
                shutil.rmtree(Path(home) / name, ignore_errors=True)


def _has_room(size: int) -> bool:
    return os.access(_IN_MEMORY, os.W_OK | os.X_OK) and shutil.disk_usage(_IN_MEMORY).free > 4 * size + _PROFILE
