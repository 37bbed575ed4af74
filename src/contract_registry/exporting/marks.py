"""Where the report's passages are marked: boxes on the images of pages, or stretches of the text where there are no pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from contract_registry.core.document import Box, Document, Page
from contract_registry.core.text import Span
from contract_registry.exporting.inert import inert
from contract_registry.exporting.report import Entry


@dataclass(frozen=True, slots=True)
class Mark:
    """The boxes of one entry on one page, in points: `around` its sentence, `on` the deciding words. `tag` is where its number goes."""

    entry: Entry
    around: tuple[Box, ...]
    on: tuple[Box, ...]
    is_first: bool

    @property
    def tag(self) -> Box:
        return (self.on or self.around)[0]


@dataclass(frozen=True, slots=True)
class MarkedPage:
    """One page with its marks, and its text for those who cannot see the image."""

    page: Page
    marks: tuple[Mark, ...]
    text: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that belongs to one entry, or to none; `is_first` on the entry's first piece."""

    text: str
    entry: Entry | None = None
    is_focus: bool = False
    is_first: bool = False


@dataclass(frozen=True, slots=True)
class MarkedBlock:
    """A paragraph, heading, item or row of the text in pieces."""

    kind: str
    pieces: tuple[Piece, ...]


def marked_pages(document: Document, entries: Sequence[Entry]) -> tuple[MarkedPage, ...]:
    """Every page of the document with the entries that stand on it."""
    placed = [(entry, _boxes(document, entry.quote_at), _boxes(document, entry.focus_at)) for entry in entries]
    pages = []
    for page in document.pages:
        marks = tuple(
            Mark(entry, around[page.number], on.get(page.number, ()), page.number == min(around))
            for entry, around, on in placed
            if page.number in around
        )
        pages.append(MarkedPage(page, marks, tuple(inert(line.span.of(document.text)) for line in page.lines)))
    return tuple(pages)


def _boxes(document: Document, span: Span | None) -> dict[int, tuple[Box, ...]]:
    return {place.page: place.boxes for place in document.boxes(span)} if span else {}


def marked_blocks(document: Document, entries: Sequence[Entry]) -> tuple[MarkedBlock, ...]:
    """The whole text, block by block, with the entries' words marked in it. Entries that stand earlier in `entries` win where two overlap."""
    begun: set[str] = set()
    blocks = []
    for block in document.blocks:
        here = [entry for entry in entries if entry.quote_at and entry.quote_at.overlaps(block.span)]
        blocks.append(MarkedBlock(block.kind, tuple(_pieces(block.span, here, document.text, begun))))
    return tuple(blocks)


def _pieces(block: Span, entries: Sequence[Entry], text: str, begun: set[str]) -> list[Piece]:
    cuts = {block.start, block.end}
    for entry in entries:
        for span in (entry.quote_at, entry.focus_at):
            if span:
                cuts |= {span.clipped(block).start, span.clipped(block).end}
    pieces = []
    for start, end in pairwise(sorted(cuts)):
        owner = _owner(Span(start, end), entries)
        is_first = owner is not None and owner.id not in begun
        if owner:
            begun.add(owner.id)
        is_focus = owner is not None and owner.focus_at is not None and owner.focus_at.overlaps(Span(start, end))
        pieces.append(Piece(inert(text[start:end]), owner, is_focus=is_focus, is_first=is_first))
    return pieces


def _owner(span: Span, entries: Sequence[Entry]) -> Entry | None:
    """The entry whose deciding words these are, else the one whose sentence they are in."""
    deciding = (entry for entry in entries if entry.focus_at and entry.focus_at.contains(span))
    around = (entry for entry in entries if entry.quote_at and entry.quote_at.contains(span))
    return next(deciding, None) or next(around, None)
