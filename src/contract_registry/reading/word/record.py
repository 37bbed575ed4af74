"""What is noted while a Word file is walked: its raw text, marks, pending changes and troubles, placed in the raw text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from contract_registry.core.document import MarkKind, Problem, ProblemKind
from contract_registry.reading.word.names import Element
from contract_registry.reading.word.story import NoteReference


@dataclass(frozen=True, slots=True)
class RawMark:
    """A mark on the raw text from `start` to `end`."""

    kind: MarkKind
    start: int
    end: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """A pending change of the raw text from `start` to `end`, and who made it when."""

    kind: Literal["inserted", "deleted"]
    start: int
    end: int
    author: str = ""
    date: str = ""


class Record:
    """Collects the raw text and the remarks on it. Mutable, and private to one walk through one file.

    The raw text holds the words of every text element in the order of reading, struck-out ones too; each paragraph ends with a line
    feed, a tab is a tab, a manual break a vertical tab or form feed, a sign of a symbol font the sign it shows.
    """

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self.length = 0
        self.places: list[tuple[int, Element]] = []
        self.marks: list[RawMark] = []
        self.changes: list[Change] = []
        self.problems: dict[Problem, None] = {}
        self.commented: dict[str, tuple[int, int | None]] = {}
        self.notes: list[NoteReference] = []
        self.begun: dict[Element, int] = {}
        self.parts_read: set[str] = set()

    @property
    def raw(self) -> str:
        return "".join(self._pieces)

    def add(self, text: str, element: Element | None = None) -> int:
        """The place in the raw text at which `text`, the words of `element`, was put."""
        start = self.length
        self._pieces.append(text)
        self.length += len(text)
        if element is not None:
            self.places.append((start, element))
        return start

    def mark(self, kind: MarkKind, start: int, note: str = "") -> None:
        """Note that what was read since `start` is of this kind; joined to a mark just before that says the same."""
        last = self.marks[-1] if self.marks else None
        if kind == "hidden" and last and (last.kind, last.end) == (kind, start):
            self.marks[-1] = RawMark(kind, last.start, self.length, note)
        elif start < self.length:
            self.marks.append(RawMark(kind, start, self.length, note))

    def change(self, kind: Literal["inserted", "deleted"], start: int, author: str, date: str) -> None:
        """Note that what was read since `start` is a pending change; it may hold no words (a call of a footnote, a number)."""
        self.changes.append(Change(kind, start, self.length, author, date))

    def trouble(self, kind: ProblemKind, message: str) -> None:
        """Note a problem, once however often it is met."""
        self.problems[Problem(kind, message)] = None

    def open_comment(self, id_: str) -> None:
        self.commented.setdefault(id_, (self.length, None))

    def close_comment(self, id_: str) -> None:
        """Note where the words of a comment end, or that it stands here when it has none."""
        start, end = self.commented.get(id_, (self.length, None))
        self.commented[id_] = (start, self.length if end is None else end)
