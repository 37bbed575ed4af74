"""A contract as it was read: one canonical text, with the pages, boxes, blocks and troubles that belong to it."""

from __future__ import annotations

import hashlib
from array import array
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import Literal

from contract_registry.core.text import Span, TextMap

BlockKind = Literal["paragraph", "heading", "item", "row"]
Source = Literal["body", "header", "footer", "footnote", "endnote", "text box", "comment", "table", "mail header"]
MarkKind = Literal["inserted", "hidden", "commented", "content control", "form field", "footnote mark", "contents"]
ProblemKind = Literal[
    "unreadable page",
    "doubtful page",
    "pages not reached",
    "pending changes",
    "hidden text",
    "attachment not read",
    "encoding guessed",
    "language not covered",
    "part not read",
    "judged in parts",
    "not a contract",
]

WITHHOLDING: frozenset[ProblemKind] = frozenset(
    {
        "unreadable page",
        "doubtful page",
        "pages not reached",
        "attachment not read",
        "language not covered",
        "part not read",
        "judged in parts",
        "not a contract",
    }
)
"""Problems that mean a part of the contract went unread, so that nobody may be told it is fine."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page in points (1/72 inch) from the page's top left; y grows downwards."""

    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line: its place in the canonical text and on the page.

    `left` and `right` hold, for each character of the span, where it begins and ends across the page, in points.
    Both are empty where only the line's own box is known.
    """

    span: Span
    box: Box
    left: array[float] = field(default_factory=lambda: array("f"))
    right: array[float] = field(default_factory=lambda: array("f"))

    def box_of(self, span: Span) -> Box:
        """The box around the characters of `span` that stand on this line (the whole line's where they are not known)."""
        first, last = max(span.start, self.span.start) - self.span.start, min(span.end, self.span.end) - self.span.start
        if not self.left or first >= last:
            return self.box
        return Box(min(self.left[first:last]), self.box.y0, max(self.right[first:last]), self.box.y1)


@dataclass(frozen=True, slots=True)
class Furniture:
    """What is printed on a page beside its text (running head, foot, page number): shown, never scanned."""

    kind: Literal["head", "foot", "page number"]
    text: str
    box: Box


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the file, counted from 1, with its size in points and its lines in reading order."""

    number: int
    width: float
    height: float
    lines: tuple[Line, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    origin: Literal["text layer", "recognised", "unread"] = "text layer"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a span is to be seen: the boxes on one page, line by line."""

    page: int
    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list item or table row: a stretch of the canonical text without line breaks of its own.

    `level` is a heading's rank (1 is the highest) or a list item's depth (0 is the outermost), where the file says so.
    `number` is the printed number the file's own numbering put at the start of the block ("4.2(b)"), if any.
    `cells` are a row's cells, in order.
    """

    span: Span
    kind: BlockKind = "paragraph"
    level: int | None = None
    source: Source = "body"
    number: Span | None = None
    cells: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """A remark on a stretch of the text: what it is in the file (a pending insertion, hidden words, a form field, a table of contents)."""

    kind: MarkKind
    span: Span
    note: str = ""


@dataclass(frozen=True, slots=True)
class Revision:
    """A tracked change not yet accepted. The canonical text is *all accepted*.

    Inserted: `span` holds the new words. Deleted: `span` is empty, at the place where `removed` stood.
    """

    kind: Literal["inserted", "deleted"]
    span: Span
    removed: str = ""
    author: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something about the document that its reader must be told; `page` counts from 1, None when it is about the whole."""

    kind: ProblemKind
    message: str
    page: int | None = None

    @property
    def withholds(self) -> bool:
        """Whether a part of the contract went unread, so that the word *fine* is withheld."""
        return self.kind in WITHHOLDING


@dataclass(frozen=True, slots=True)
class Part:
    """One file of a document that was put together from several (attachments, photographs, schedules)."""

    name: str
    media_type: str
    sha256: str
    size: int
    span: Span
    pages: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """What was read of a contract. Every place given anywhere is a span of `text`.

    `text` is made of blocks separated by line breaks; a paragraph's wrapped lines are joined by single spaces.
    `raw` is the text as the file held it and `map` leads from `text` back to it.
    `pages` is empty for files that have none (Word, web pages, plain text): `page_count` is then None.
    `reader` names the reader and the library versions that made the text.
    """

    name: str
    media_type: str
    sha256: str
    size: int
    text: str
    reader: str
    blocks: tuple[Block, ...] = ()
    pages: tuple[Page, ...] = ()
    marks: tuple[Mark, ...] = ()
    revisions: tuple[Revision, ...] = ()
    problems: tuple[Problem, ...] = ()
    parts: tuple[Part, ...] = ()
    raw: str = ""
    map: TextMap = field(default_factory=TextMap)

    @property
    def text_sha256(self) -> str:
        """The sha256 of the canonical text in UTF-8, hexadecimal."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    @property
    def page_count(self) -> int | None:
        return len(self.pages) or None

    def boxes(self, span: Span) -> tuple[Place, ...]:
        """Where `span` is to be seen: for each page it touches, a box for each line, in reading order."""
        places = []
        for page in self.pages:
            boxes = tuple(line.box_of(span) for line in _lines_at(page, span))
            if boxes:
                places.append(Place(page.number, boxes))
        return tuple(places)


def original(document: Document) -> str:
    """The text as it stood before the pending changes: insertions taken out, deletions put back.

    Deletions at one place are put back in the order in which `revisions` holds them; one inside an insertion is put back too.
    """
    pieces, at = [], 0
    for revision in sorted(document.revisions, key=lambda change: (change.span, change.kind)):
        pieces.append(document.text[at : revision.span.start])
        pieces.append(revision.removed)
        at = max(at, revision.span.end)
    return "".join((*pieces, document.text[at:]))


def _lines_at(page: Page, span: Span) -> tuple[Line, ...]:
    """The lines of `page` that share a character with `span`; lines stand in the order of their spans."""
    first = bisect_right(page.lines, span.start, key=lambda line: line.span.end)
    last = bisect_left(page.lines, span.end, key=lambda line: line.span.start)
    return page.lines[first:last]
