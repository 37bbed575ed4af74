"""Writes the stories of a Word file, in one of its two texts, as blocks of the canonical text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from contract_registry.core.document import Block, BlockKind, Source
from contract_registry.reading.blocks import BlockWriter, Piece
from contract_registry.reading.word.counting import Counts
from contract_registry.reading.word.joining import Settled, settled
from contract_registry.reading.word.manual_breaks import parts
from contract_registry.reading.word.numbering import List
from contract_registry.reading.word.rows import holds_facts, is_empty, numbers
from contract_registry.reading.word.story import Box, Flow, NoteReference, Row, Table, View

_LONGEST_HEADING = 25
_SHORTEST_SENTENCE = 5
_PAGE_WORDS = re.compile(r"\W*(?:(?:page|p|pg|seite|s|página|pagina|pág|blad)\W*)?(?:(?:of|von|de|sur|di|van)\W*)?", re.IGNORECASE)
"""What is left of "Page 3 of 14" in a header or footer once its numbers are left out."""
_SENTENCE_ENDS = re.compile(r"[.;:,][\"'”’)\]]*\s*$")


class StoryWriter:
    """Writes stories one after the other, counting their lists as it goes. Mutable, and private to one view of one file.

    `notes` are the footnotes and endnotes called so far, in the order in which they are called.
    """

    def __init__(self, view: View, lists: Mapping[str, List]) -> None:
        self.view = view
        self.writer = BlockWriter()
        self.notes: list[NoteReference] = []
        self._lists = lists
        self._counts = Counts(lists)

    def write(self, flows: Iterable[Flow], source: Source, label: str = "") -> list[Block]:
        """The blocks of a story, just written; `label` is the number printed before its first words (a note's)."""
        start = len(self.writer.blocks)
        for flow in settled(flows, self.view, self._counts):
            if isinstance(flow, Table):
                self._table(flow, source)
            else:
                label = "" if self._paragraph(flow, source, label) else label
        return self.writer.blocks[start:]

    def begin(self) -> None:
        """Count the lists of the next story from their start."""
        self._counts = Counts(self._lists)

    def _paragraph(self, paragraph: Settled, source: Source, label: str = "") -> bool:
        """Whether a paragraph printed anything; its text boxes are written after it."""
        self.notes.extend(paragraph.notes)
        if source in ("header", "footer") and _PAGE_WORDS.fullmatch(paragraph.text):
            paragraph = replace(paragraph, pieces=())
        kind, level = _kind(paragraph)
        number = label or paragraph.label
        written = False
        for part in (parts(paragraph.pieces) if kind != "heading" else [paragraph.pieces]) if not paragraph.is_blank else []:
            first = Piece(number) if number and not written else None
            self.writer.write(part, "paragraph" if written else kind, level=None if written else level, source=source, number=first)
            written = True
        self._boxes(paragraph.boxes, source)
        return written

    def _boxes(self, boxes: Sequence[Box], source: Source) -> None:
        for box in boxes:
            self.write(box.flows, "text box" if source in ("body", "table") else source)

    def _table(self, table: Table, source: Source) -> None:
        inside: Source = "table" if source == "body" else source
        for row in table.rows:
            if row.standing.within(self.view):
                self._row(row, inside)

    def _row(self, row: Row, source: Source) -> None:
        standing = [cell for cell in row.cells if cell.standing.within(self.view)]
        if any(isinstance(flow, Table) for cell in standing for flow in cell.flows):
            for cell in standing:
                self.write(cell.flows, source)
            return
        cells = [[each for each in settled(cell.flows, self.view, self._counts) if isinstance(each, Settled)] for cell in standing]
        if holds_facts(cells):
            self._facts(cells, source)
        else:
            self._prose([paragraph for cell in cells for paragraph in cell], source)

    def _facts(self, cells: Sequence[Sequence[Settled]], source: Source) -> None:
        self.writer.write_row([[piece for paragraph in cell for piece in _with_label(paragraph)] for cell in cells], source)
        for paragraph in (paragraph for cell in cells for paragraph in cell):
            self.notes.extend(paragraph.notes)
            self._boxes(paragraph.boxes, source)

    def _prose(self, paragraphs: Sequence[Settled], source: Source) -> None:
        """Write the paragraphs of a row one below the other, a number in a cell of its own before the words beside it."""
        printed = [paragraph for paragraph in paragraphs if not is_empty(paragraph) or paragraph.boxes]
        if len(printed) > 1 and numbers(printed[0], printed[1]):
            printed = [_numbered(printed[0], printed[1]), *printed[2:]]
        for paragraph in printed:
            self._paragraph(paragraph, source)


def _kind(paragraph: Settled) -> tuple[BlockKind, int | None]:
    """What block a paragraph makes: a heading style on a whole sentence makes no heading, but an item of the heading's depth."""
    if paragraph.rank is not None and not _is_sentence(paragraph.text):
        return "heading", paragraph.rank
    if paragraph.depth is not None:
        return "item", paragraph.depth
    return "paragraph", None


def _is_sentence(text: str) -> bool:
    words = len(text.split())
    return words > _LONGEST_HEADING or (words >= _SHORTEST_SENTENCE and _SENTENCE_ENDS.search(text) is not None)


def _with_label(paragraph: Settled) -> tuple[Piece, ...]:
    return (Piece(f"{paragraph.label} "), *paragraph.pieces) if paragraph.label else paragraph.pieces


def _numbered(number: Settled, paragraph: Settled) -> Settled:
    """`paragraph` with the number of the cell before it, typed or automatic."""
    pieces = paragraph.pieces if number.is_blank else (*number.pieces, Piece(" "), *paragraph.pieces)
    label, rank = (number.label, number.rank or paragraph.rank) if number.is_blank else ("", paragraph.rank)
    depth = number.depth if paragraph.depth is None else paragraph.depth
    return Settled(pieces, label, rank, depth, (*number.notes, *paragraph.notes), (*number.boxes, *paragraph.boxes))
