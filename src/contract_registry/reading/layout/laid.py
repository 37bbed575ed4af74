"""The last step of the layout: printed pages in, the document's text, blocks, pages and marks out."""

from __future__ import annotations

import hashlib
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, groupby

from contract_registry.core.document import Block, Box, Document, Furniture, Line, Mark, Page, Problem
from contract_registry.core.text import Span, TextMap
from contract_registry.reading.hyphens import Vocabulary, has_hyphen, vocabulary
from contract_registry.reading.layout.assemble import Writer
from contract_registry.reading.layout.drafts import Draft, drafts
from contract_registry.reading.layout.lines import leads_to_page
from contract_registry.reading.layout.remarks import words_under
from contract_registry.reading.layout.rows import body_size, row_of
from contract_registry.reading.layout.sheets import ordered
from contract_registry.reading.printed import PrintedPage

_CONTENTS_LINES = 3
_STAMPED_PAGES = 3
"""Words that stand aslant on this many pages are a stamp, not a clause."""


@dataclass(frozen=True, slots=True)
class Laid:
    """What the pages of a document hold: the canonical text and everything that has its place in it."""

    text: str
    raw: str
    map: TextMap
    blocks: tuple[Block, ...]
    pages: tuple[Page, ...]
    marks: tuple[Mark, ...]


def document_of(laid: Laid, *, name: str, media_type: str, data: bytes, reader: str, problems: Iterable[Problem]) -> Document:
    """The document that pages laid out make, read from the file `data`."""
    return Document(
        name=name,
        media_type=media_type,
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        text=laid.text,
        reader=reader,
        blocks=laid.blocks,
        pages=laid.pages,
        marks=laid.marks,
        problems=tuple(problems),
        raw=laid.raw,
        map=laid.map,
    )


def lay_out(pages: Sequence[PrintedPage]) -> Laid:
    """The canonical text of printed pages, in the order of their numbers."""
    stamps = _stamps(pages)
    unstamped = [replace(page, slanted=tuple(piece for piece in page.slanted if piece.text not in stamps)) for page in pages]
    in_order = ordered(unstamped)
    body = body_size(row_of([piece]) for page in pages for piece in page.pieces)
    written = list(drafts(in_order, body))
    writer = Writer(_raw_starts(pages), _known(written))
    for draft in written:
        writer.write(draft)
    for page in pages:
        _remark(page, writer)
    writer.marks.extend(_contents(writer.blocks, writer.out.text))
    beside = {one.page.number: one.furniture for one in in_order}
    return Laid(
        writer.out.text,
        "".join(page.raw for page in pages),
        writer.out.map(sum(len(page.raw) for page in pages)),
        tuple(writer.blocks),
        tuple(_page(page, writer.lines.get(page.number, ()), [*beside[page.number], *_stamped(page, stamps)]) for page in pages),
        tuple(sorted(writer.marks, key=lambda mark: mark.span)),
    )


def _contents(blocks: Sequence[Block], text: str) -> Iterator[Mark]:
    """Marks on tables of contents: several lines one after another that lead to page numbers."""
    for leads, group in groupby(blocks, key=lambda block: leads_to_page(block.span.of(text))):
        lines = list(group) if leads else []
        if len(lines) >= _CONTENTS_LINES:
            yield Mark("contents", Span(lines[0].span.start, lines[-1].span.end))


def _raw_starts(pages: Sequence[PrintedPage]) -> dict[int, int]:
    starts = accumulate((len(page.raw) for page in pages), initial=0)
    return {page.number: start for page, start in zip(pages, starts, strict=False)}


def _known(written: Iterable[Draft]) -> Vocabulary:
    """The document's words, when a hyphen at a line's end asks for them."""
    lines = [line for draft in written for cell in draft.cells for line in cell]
    return vocabulary(lines) if has_hyphen(lines) else Vocabulary()


def _stamps(pages: Iterable[PrintedPage]) -> frozenset[str]:
    """What is printed aslant on several pages, word for word."""
    seen: dict[str, set[int]] = defaultdict(set)
    for page in pages:
        for piece in page.slanted:
            if piece.origin == "print":
                seen[piece.text].add(page.number)
    return frozenset(text for text, numbers in seen.items() if len(numbers) >= _STAMPED_PAGES)


def _stamped(page: PrintedPage, stamps: frozenset[str]) -> Iterator[Furniture]:
    for piece in page.slanted:
        if piece.text in stamps:
            yield Furniture("head", piece.text, Box(piece.x0, piece.top, piece.x1, piece.bottom))


def _remark(page: PrintedPage, writer: Writer) -> None:
    """Adds the page's remarks after the text, and marks the words they are about."""
    for note in page.notes:
        words = words_under(note, writer.lines.get(page.number, ()))
        said = writer.write_remark(note, page.number) if note.text else None
        about = ": ".join(part for part in (note.author, "struck out" if note.kind == "struck out" else "", note.text) if part)
        if at := words or said:
            writer.marks.append(Mark("commented", at, about))


def _page(page: PrintedPage, lines: Sequence[Line], beside: Sequence[Furniture]) -> Page:
    return Page(
        page.number,
        page.width,
        page.height,
        tuple(_shown(line, page) for line in lines),
        tuple(Furniture(one.kind, one.text, page.shown(one.box)) for one in beside),
        page.origin,
    )


def _shown(line: Line, page: PrintedPage) -> Line:
    """The line on the page as shown: on a turned page its characters do not run across."""
    if page.turn:
        return Line(line.span, page.shown(line.box))
    box = page.shown(line.box)
    if box == line.box:
        return line
    clipped = (array("f", [min(max(x, 0.0), page.width) for x in side]) for side in (line.left, line.right))
    return Line(line.span, box, *clipped)
