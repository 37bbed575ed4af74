"""Reads the files that come inside another: what cannot be read is named in a problem, and the rest is read all the same."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from contract_registry.core.document import Document, Problem
from contract_registry.errors import EncryptedFile, TooLarge, TooSlow, UnreadableFile
from contract_registry.reading.limits import Budget

ReadInside = Callable[[bytes, str], Document]
"""Reads the bytes of an enclosed file, given its name; UnreadableFile where that fails."""

MOST = 100
"""The files that are read from one message or archive; beyond that it is no contract, and the rest is named as not read."""


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file inside another: its name and how to get at its bytes, which may fail with UnreadableFile."""

    name: str
    data: Callable[[], bytes]


def read_enclosures(enclosures: Iterable[Enclosure], read_inside: ReadInside, budget: Budget) -> tuple[list[Document], list[Problem]]:
    """The enclosed files that could be read, and a problem for each that could not."""
    documents: list[Document] = []
    problems: list[Problem] = []
    for count, enclosure in enumerate(enclosures, start=1):
        try:
            documents.append(_read(enclosure, count, read_inside, budget))
        except UnreadableFile as error:
            problems.append(_not_read(enclosure.name, error))
    return documents, problems


def _read(enclosure: Enclosure, count: int, read_inside: ReadInside, budget: Budget) -> Document:
    if count > MOST:
        raise TooLarge(f"Only the first {MOST} files are read.", "Give it as a file of its own.")
    if budget.spent:
        raise TooSlow("The time for reading ran out before it.", "Give it as a file of its own.")
    return read_inside(enclosure.data(), enclosure.name)


def _not_read(name: str, error: UnreadableFile) -> Problem:
    remedy = "Unlock it and give it as a file of its own." if isinstance(error, EncryptedFile) else error.next_step
    return Problem("attachment not read", f"“{name}” could not be read. {error.message} {remedy}")
