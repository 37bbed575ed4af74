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
    CANCELLED = "cancelled"


class Stage(StrEnum):
    """What is being done for a contract that waits."""

    QUEUED = "queued"
    READING = "reading"
    SCANNING = "scanning"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a scan is: pages read, of the pages known of so far; none are known of before the first file was opened."""

    stage: Stage
    pages_read: int = 0
    pages_known: int = 0

    @property
    def pages_to_go(self) -> int:
        """The pages known of that are still to be read."""
        return max(self.pages_known - self.pages_read, 0)


OVER = Progress(Stage.OVER)
QUEUED = Progress(Stage.QUEUED)


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
    progress: Progress = QUEUED

    @property
    def name(self) -> str:
        """What the contract is called: the names of its files."""
        return " + ".join(file.name for file in self.files)


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition of a contract, counted from 1 in the order in which they came."""

    number: int
    contract: KeptContract
