"""Sealed files in a folder, each written whole or not at all."""

from __future__ import annotations

import math
import os
import time
from pathlib import Path

from contract_registry.errors import BrokenSeal


class FolderOfBlobs:
    """Blobs by name in a folder, spread over folders by the first letters of their names."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)

    def put(self, name: str, sealed: bytes) -> None:
        """Keep the sealed bytes under a name that none has yet; they are on the disk when this returns."""
        path = self._path(name)
        path.parent.mkdir(mode=0o700, exist_ok=True)
        unfinished = path.with_name(f"{path.name}.unfinished")
        with os.fdopen(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            file.write(sealed)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)

    def get(self, name: str) -> bytes:
        """The sealed bytes; BrokenSeal where they are lost."""
        try:
            return self._path(name).read_bytes()
        except FileNotFoundError as error:
            raise BrokenSeal("A sealed file is missing. Restore it from a backup.") from error

    def remove(self, name: str) -> None:
        """Take them away, if they are there."""
        self._path(name).unlink(missing_ok=True)

    def copy(self, name: str, to: FolderOfBlobs) -> None:
        """Keep the same sealed bytes in another folder, if they are there: what was deleted meanwhile is missed by nobody."""
        if self._path(name).exists() and not to._path(name).exists():
            to.put(name, self.get(name))

    def names(self) -> set[str]:
        """The name of every blob."""
        return {path.name for path in self._folder.glob("??/*") if path.suffix != ".unfinished"}

    def older_than(self, seconds: float) -> set[str]:
        """The names of the blobs that have lain there for so long, unfinished ones with their ending."""
        oldest = time.time() - seconds
        return {path.name for path in self._folder.glob("??/*") if _changed_at(path) < oldest}

    def _path(self, name: str) -> Path:
        return self._folder / name[:2] / name


def _changed_at(path: Path) -> float:
    """When the file was last written; never for one that was taken away meanwhile."""
    try:
        return path.stat().st_mtime
    except FileNotFoundError:
        return math.inf
