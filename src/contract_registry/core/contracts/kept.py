"""A contract that its owner keeps: which files it is made of and how far its scan is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class State(StrEnum):
    """How far a contract is."""

    WAITING = "waiting"
    SCANNED = "scanned"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class KeptFile:
    """One of a contract's files: the name it came with, and its size in bytes."""

    name: str
    size: int


@dataclass(frozen=True, slots=True)
class KeptContract:
    """A contract in the vault of `owner`."""

    id: str
    owner: str
    received_at: datetime
    state: State
    files: tuple[KeptFile, ...]

    @property
    def name(self) -> str:
        """What the contract is called: the names of its files."""
        return " + ".join(file.name for file in self.files)
