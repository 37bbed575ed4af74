"""Writes the canonical text block by block, with the map back to the raw text and the place of every character on its page."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from contract_registry.core.document import Block, Box, Line, Mark, MarkKind
from contract_registry.core.text import Span, TextBuilder
from contract_registry.reading.blocks import CELL_SEPARATOR
from contract_registry.reading.hyphens import Vocabulary, joint
from contract_registry.reading.layout.drafts import Draft
from contract_registry.reading.layout.lines import PrintedLine
from contract_registry.reading.printed import Note, Piece, PieceOrigin

_MARKS: dict[PieceOrigin, tuple[MarkKind, str]] = {
    "form field": ("form field", ""),
    "typed on": ("inserted", "typed onto the page"),
    "hidden": ("hidden", "cannot be seen on the page"),
}


@dataclass(slots=True)
class Writer:
    """Collects the canonical text; `raw_starts` is where each page's raw text begins in the document's."""

    raw_starts: dict[int, int]
    known: Vocabulary
    out: TextBuilder = field(default_factory=TextBuilder)
    blocks: list[Block] = field(default_factory=list)
    lines: dict[int, list[Line]] = field(default_factory=lambda: defaultdict(list))
    marks: list[Mark] = field(default_factory=list)

    def write(self, draft: Draft) -> None:
        """Adds a block, after a line break."""
        if self.out.length:
            self.out.add("\n")
        start = self.out.length
        cells = []
        for lines in draft.cells:
            if lines and self.out.length > start:
                self.out.add(CELL_SEPARATOR)
            cells.append(self._cell(lines))
        span = Span(start, self.out.length)
        number = Span(start, start + _number_length(draft)) if draft.number else None
        self.blocks.append(Block(span, draft.kind, None, draft.source, number, tuple(cells) if draft.kind == "row" else ()))

    def write_remark(self, note: Note, page: int) -> Span:
        """Adds the words of a remark on `page` as a block of its own, and returns their place."""
        if self.out.length:
            self.out.add("\n")
        span = self.out.add(note.text, self.raw_starts[page] + note.raw)
        self.blocks.append(Block(span, source="comment"))
        return span

    def _cell(self, lines: Sequence[PrintedLine]) -> Span:
        start = self.out.length
        for at, line in enumerate(lines):
            between, less = joint(line.text, lines[at + 1].text, self.known) if at + 1 < len(lines) else ("", 0)
            self._line(line, less)
            self.out.add(between)
        return Span(start, self.out.length)

    def _line(self, line: PrintedLine, less: int) -> None:
        """Adds a printed line without its last `less` characters (a hyphen that only broke a word)."""
        start, raw_start = self.out.length, self.raw_starts[line.page]
        left, right = array("f"), array("f")
        for at, piece in enumerate(line.pieces):
            if at:
                self.out.add(" ")
                left.append(min(right[-1], piece.x0) if right else piece.x0)
                right.append(max(piece.x0, left[-1]))
            keep = len(piece.text) - (less if at == len(line.pieces) - 1 else 0)
            span = self._piece(piece, keep, raw_start)
            left.extend(piece.left[:keep])
            right.extend(piece.right[:keep])
            self.marks.extend(
                Mark("footnote mark", Span(span.start + at, span.start + at), label) for at, label in piece.calls if at <= len(span)
            )
            if piece.origin in _MARKS:
                kind, note = _MARKS[piece.origin]
                self.marks.append(Mark(kind, span, note))
        span = Span(start, self.out.length)
        placed = len(left) == len(span)
        box = Box(line.x0, line.top, line.x1, line.bottom)
        self.lines[line.page].append(Line(span, box, left, right) if placed else Line(span, box))

    def _piece(self, piece: Piece, keep: int, raw_start: int) -> Span:
        start = self.out.length
        if not isinstance(piece.raws, array):
            self.out.add(piece.text[:keep], raw_start + piece.raws if piece.raws >= 0 else None)
            return Span(start, self.out.length)
        at = 0
        while at < keep:
            end = at + 1
            while end < keep and piece.raws[at] >= 0 and piece.raws[end] == piece.raws[end - 1] + 1:
                end += 1
            self.out.add(piece.text[at:end], raw_start + piece.raws[at] if piece.raws[at] >= 0 else None)
            at = end
        return Span(start, self.out.length)


def _number_length(draft: Draft) -> int:
    """How much of the block's first line its printed number takes, without the space after it."""
    line = draft.cells[0][0]
    return len(line.text[: draft.number.end].rstrip()) if draft.number else 0
