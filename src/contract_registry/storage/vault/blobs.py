"""Sealed files by name, in a folder or wherever else: each is there whole or not at all."""

from __future__ import annotations

import math
import os
import time
from pathlib import Path
from typing import Protocol

from contract_registry.errors import BrokenSeal, NoStore

LOST = "A sealed file is missing. Restore it from a backup."


class Blobs(Protocol):
    """Where sealed files are kept. NoStore where it does not answer."""

    def put(self, name: str, sealed: bytes) -> None:
        """Keep the sealed bytes under a name that none has yet; they are safe when this returns."""

    def get(self, name: str) -> bytes:
        """The sealed bytes; BrokenSeal where they are lost."""

    def remove(self, name: str) -> None:
        """Take them away, if they are there."""

    def names(self) -> set[str]:
        """The name of every blob."""

    def older_than(self, seconds: float) -> set[str]:
        """The names of the blobs that have lain there for so long, unfinished ones too."""

    def check(self) -> None:
        """NoStore where no blob could be put now."""


def copy_blob(name: str, source: Blobs, target: Blobs) -> None:
    """Keep the same sealed bytes in another place, if they are there: what was deleted meanwhile is missed by nobody."""
    try:
        target.put(name, source.get(name))
    except BrokenSeal:
        return


class FolderOfBlobs:
    """Blobs in a folder, spread over folders by the first letters of their names."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)

    def put(self, name: str, sealed: bytes) -> None:
        path = self._path(name)
        path.parent.mkdir(mode=0o700, exist_ok=True)
        unfinished = path.with_name(f"{path.name}.unfinished")
        with os.fdopen(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            file.write(sealed)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)

    def get(self, name: str) -> bytes:
        try:
            return self._path(name).read_bytes()
        except FileNotFoundError as error:
            raise BrokenSeal(LOST) from error

    def remove(self, name: str) -> None:
        self._path(name).unlink(missing_ok=True)

    def names(self) -> set[str]:
        return {path.name for path in self._folder.glob("??/*") if path.suffix != ".unfinished"}

    def older_than(self, seconds: float) -> set[str]:
        oldest = time.time() - seconds
        return {path.name for path in self._folder.glob("??/*") if _changed_at(path) < oldest}

    def check(self) -> None:
        if not os.access(self._folder, os.W_OK | os.X_OK):
            raise NoStore

    def _path(self, name: str) -> Path:
        return self._folder / name[:2] / name


def _changed_at(path: Path) -> float:
    """When the file was last written; never for one that was taken away meanwhile."""
    try:
        return path.stat().st_mtime
    except FileNotFoundError:
        return math.inf
