"""Where the report's passages are marked: boxes on the images of pages, or stretches of the text where there are no pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from contract_registry.core.document import Box, Document, Page
from contract_registry.core.text import Span
from contract_registry.exporting.entry import Entry
from contract_registry.exporting.inert import inert

TAG_WIDTH, TAG_HEIGHT = 18.0, 13.0


@dataclass(frozen=True, slots=True)
class Mark:
    """The boxes of one entry on one page, in points: `around` its sentence, `on` the words that decided it and its points, `tag` in the margin for its number."""

    entry: Entry
    around: tuple[Box, ...]
    on: tuple[Box, ...]
    tag: Box
    is_first: bool


@dataclass(frozen=True, slots=True)
class MarkedPage:
    """One page with its marks, and its text for those who cannot see the image."""

    page: Page
    marks: tuple[Mark, ...]
    text: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text; `is_focus` where its words decided."""

    text: str
    is_focus: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring pieces that belong to one entry, or to none; `is_first` on the entry's first run in the document."""

    pieces: tuple[Piece, ...]
    entry: Entry | None = None
    is_first: bool = False


@dataclass(frozen=True, slots=True)
class MarkedBlock:
    """A paragraph, heading, item or row of the text in runs."""

    kind: str
    runs: tuple[Run, ...]


def marked_pages(document: Document, entries: Sequence[Entry]) -> tuple[MarkedPage, ...]:
    """Every page of the document with the entries that stand on it."""
    placed = [(entry, _boxes(document, entry.quote_at), _boxes(document, *entry.focuses_at)) for entry in entries]
    pages = []
    for page in document.pages:
        marks: list[Mark] = []
        for entry, around, on in placed:
            if page.number in around:
                tag = _tag((on.get(page.number) or around[page.number])[0], _left_edge(page, entry), [mark.tag for mark in marks])
                marks.append(Mark(entry, around[page.number], on.get(page.number, ()), tag, page.number == min(around)))
        pages.append(MarkedPage(page, tuple(marks), tuple(inert(line.span.of(document.text)) for line in page.lines)))
    return tuple(pages)


def _left_edge(page: Page, entry: Entry) -> float:
    """Where the lines of the sentence begin, a printed number before it included."""
    return min(line.box.x0 for line in page.lines if entry.quote_at and line.span.overlaps(entry.quote_at))


def _tag(level: Box, edge: float, taken: Sequence[Box]) -> Box:
    """A place left of the `edge` of the lines, level with the deciding words, and below the tags that are there already."""
    top = level.y0 - 1
    left = max(1.0, edge - TAG_WIDTH - 3)
    tag = Box(left, top, left + TAG_WIDTH, top + TAG_HEIGHT)
    while any(tag.x0 < other.x1 and other.x0 < tag.x1 and tag.y0 < other.y1 and other.y0 < tag.y1 for other in taken):
        tag = Box(tag.x0, tag.y0 + TAG_HEIGHT + 1, tag.x1, tag.y1 + TAG_HEIGHT + 1)
    return tag


def _boxes(document: Document, *spans: Span | None) -> dict[int, tuple[Box, ...]]:
    """By page the boxes of what stands at `spans`."""
    found: dict[int, tuple[Box, ...]] = {}
    for span in filter(None, spans):
        for place in document.boxes(span):
            found[place.page] = (*found.get(place.page, ()), *place.boxes)
    return found


def marked_blocks(document: Document, entries: Sequence[Entry]) -> tuple[MarkedBlock, ...]:
    """The whole text, block by block, with the entries' words marked in it. Entries that stand earlier in `entries` win where two overlap."""
    begun: set[str] = set()
    blocks = []
    for block in document.blocks:
        here = [entry for entry in entries if entry.quote_at and entry.quote_at.overlaps(block.span)]
        blocks.append(MarkedBlock(block.kind, tuple(_runs(block.span, here, document.text, begun))))
    return tuple(blocks)


def _runs(block: Span, entries: Sequence[Entry], text: str, begun: set[str]) -> Iterator[Run]:
    stretches = [Span(start, end) for start, end in pairwise(sorted(_cuts(block, entries)))]
    for owner, group in groupby(stretches, key=lambda span: _owner(span, entries) if span.of(text).strip() else None):
        pieces = tuple(Piece(inert(span.of(text)), is_focus=_decides(owner, span)) for span in group)
        yield Run(pieces, owner, is_first=owner is not None and owner.id not in begun)
        if owner:
            begun.add(owner.id)


def _cuts(block: Span, entries: Sequence[Entry]) -> set[int]:
    """Where one stretch ends and another begins: the two ends of every sentence and of every deciding part."""
    spans = [block, *(span.clipped(block) for entry in entries for span in (entry.quote_at, *entry.focuses_at) if span)]
    return {end for span in spans for end in (span.start, span.end)}


def _decides(owner: Entry | None, span: Span) -> bool:
    return owner is not None and any(focus.contains(span) for focus in owner.focuses_at)


def _owner(span: Span, entries: Sequence[Entry]) -> Entry | None:
    """The entry whose deciding words these are, else the one whose sentence they are in."""
    deciding = (entry for entry in entries if any(focus.contains(span) for focus in entry.focuses_at))
    around = (entry for entry in entries if entry.quote_at and entry.quote_at.contains(span))
    return next(deciding, None) or next(around, None)
