"""The text of a Word file before it is set in blocks: paragraphs and tables as the file holds them, pending changes still apart."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from contract_registry.reading.word.counting import Numbered

View = Literal["accepted", "original"]
"""The two texts that a file with pending changes holds: with all of them accepted, and as it was before them."""

NoteKind = Literal["footnote", "endnote"]

LINE_BREAK, PAGE_BREAK = "\v", "\f"
"""How a manual break stands in a paragraph's words; no text element can hold these characters."""


@dataclass(frozen=True, slots=True)
class Standing:
    """In which of the two texts something stands. What was inserted and then struck out again stands in neither."""

    accepted: bool = True
    original: bool = True

    def inserted(self) -> Standing:
        return replace(self, original=False)

    def deleted(self) -> Standing:
        return replace(self, accepted=False)

    def within(self, view: View) -> bool:
        return self.accepted if view == "accepted" else self.original


STANDS = Standing()


@dataclass(frozen=True, slots=True)
class Words:
    """A run of words as printed; `at` is their place in the raw text, character for character, None where the reader adds them."""

    text: str
    at: int | None
    standing: Standing = STANDS


@dataclass(frozen=True, slots=True)
class NoteReference:
    """The place in the raw text where a footnote or endnote is called; one with a mark of its own is not counted."""

    kind: NoteKind
    id: str
    at: int
    standing: Standing = STANDS
    has_own_mark: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """A text box, with the text in it, at the paragraph that anchors it."""

    flows: tuple[Flow, ...]
    standing: Standing = STANDS


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of the file.

    `mark` tells where its end stands: where it does not, the next paragraph runs on. `joint` is what is printed between this paragraph
    and the next when its end is there but hidden (a run-in heading, a drop capital); None where the next begins on a new line.
    """

    words: tuple[Words, ...] = ()
    rank: int | None = None
    numbered: Numbered | None = None
    numbered_before: Numbered | None = None
    mark: Standing = STANDS
    joint: str | None = None
    notes: tuple[NoteReference, ...] = ()
    boxes: tuple[Box, ...] = ()

    def list_in(self, view: View) -> Numbered | None:
        return self.numbered if view == "accepted" else self.numbered_before


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell; a cell that continues the one above holds what little the file put in it."""

    flows: tuple[Flow, ...]
    standing: Standing = STANDS


@dataclass(frozen=True, slots=True)
class Row:
    cells: tuple[Cell, ...]
    standing: Standing = STANDS


@dataclass(frozen=True, slots=True)
class Table:
    rows: tuple[Row, ...]


Flow: TypeAlias = Paragraph | Table
