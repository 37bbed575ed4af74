"""Reads the files that come inside another: what cannot be read is named in a problem, and the rest is read all the same."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from contract_registry.core.document import Document, Problem
from contract_registry.errors import EncryptedFile, UnreadableFile
from contract_registry.reading.limits import Budget

ReadInside = Callable[[bytes, str], Document]
"""Reads the bytes of an enclosed file, given its name; UnreadableFile where that fails."""

MOST = 100
"""The files that are read from one message or archive; beyond that it is no contract, and the rest is said not to have been read."""


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file inside another: its name and how to get at its bytes, which may fail with UnreadableFile."""

    name: str
    data: Callable[[], bytes]


def read_enclosures(enclosures: Iterable[Enclosure], read_inside: ReadInside, budget: Budget) -> tuple[list[Document], list[Problem]]:
    """The enclosed files that could be read, and a problem for each that could not; one for all those that were not tried."""
    documents: list[Document] = []
    problems: list[Problem] = []
    every = list(enclosures)
    for count, enclosure in enumerate(every):
        if count == MOST or budget.spent:
            problems.append(_not_tried(every[count:], "the time for reading ran out" if budget.spent else f"only the first {MOST} are"))
            break
        try:
            documents.append(read_inside(enclosure.data(), enclosure.name))
        except UnreadableFile as error:
            problems.append(_not_read(enclosure.name, error))
    return documents, problems


def _not_tried(rest: Sequence[Enclosure], why: str) -> Problem:
    more = f" and {len(rest) - 1:,} more files" if rest[1:] else ""
    remedy = "Give those that matter as files of their own." if more else "Give it as a file of its own."
    return Problem("attachment not read", f"“{rest[0].name}”{more} could not be read: {why}. {remedy}")


def _not_read(name: str, error: UnreadableFile) -> Problem:
    remedy = "Unlock it and give it as a file of its own." if isinstance(error, EncryptedFile) else error.next_step
    return Problem("attachment not read", f"“{name}” could not be read. {error.message} {remedy}")
