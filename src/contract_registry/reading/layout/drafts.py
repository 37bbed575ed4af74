"""Puts blocks together over columns and pages: what they are made of, before their text is written."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass

from contract_registry.core.clauses.numbering import PrintedNumber
from contract_registry.core.document import BlockKind, Source
from contract_registry.reading.layout.footnotes import NOTE_MARK
from contract_registry.reading.layout.headings import Numbers, kind_of
from contract_registry.reading.layout.lines import PrintedLine, line_of
from contract_registry.reading.layout.paragraphs import Flow, Paragraph, paragraphs, runs_over
from contract_registry.reading.layout.sheets import Cells, Lines, OrderedPage, Table
from contract_registry.reading.layout.spacing import Leading, first_line_indents, leading, right_edge
from contract_registry.reading.printed import Piece

_LONG_CELL = 3
_LONG_CELL_WORDS = 40
"""A cell of more paragraphs or words than these is read paragraph by paragraph."""
_MANY_LINES = 8
_WIDE = 0.6


@dataclass(frozen=True, slots=True)
class Draft:
    """A block to be: its lines, cell by cell where it is the row of a table."""

    cells: Cells
    kind: BlockKind = "paragraph"
    source: Source = "body"
    number: PrintedNumber | None = None


@dataclass(frozen=True, slots=True)
class Setting:
    """How a document is set: its leading, the size of most of its letters, where its full lines end and where its first lines begin."""

    leading: Leading
    body: float
    edge: float
    indents: frozenset[int]
    numbers: Numbers


def drafts(pages: Sequence[OrderedPage], body: float) -> Iterator[Draft]:
    """The blocks of a document in reading order.

    What stands beside the text of a page (footnotes, stamps) comes after the paragraph that runs over the page's end.
    """
    setting = _setting(pages, body)
    last: Paragraph | None = None
    beside: list[Draft] = []
    for page in pages:
        for part in page.parts:
            if isinstance(part, Lines):
                last = yield from _joined(last, part, setting, beside)
            else:
                yield from _ended(last, setting, beside)
                last = None
                yield from _table(part, setting)
        beside.extend(_notes(page.notes, setting))
        beside.extend(Draft(((_standing(piece, page.page.number),),), source="text box") for piece in page.page.slanted)
    yield from _ended(last, setting, beside)


def _setting(pages: Iterable[OrderedPage], body: float) -> Setting:
    flows = [part for page in pages for part in page.parts if isinstance(part, Lines)]
    indents = first_line_indents([flow.lines for flow in flows])
    edges = sorted(right_edge(flow.lines) for flow in flows if not flow.in_column and len(flow.lines) >= _MANY_LINES)
    return Setting(leading([flow.lines for flow in flows]), body, edges[len(edges) // 2] if edges else 0.0, indents, Numbers())


def _joined(last: Paragraph | None, part: Lines, setting: Setting, beside: list[Draft]) -> Generator[Draft, None, Paragraph | None]:
    """Yields the paragraphs of `part` that are complete, and returns the last, which may run on; `last` is the one before `part`."""
    for number, paragraph in enumerate(paragraphs(_flow(part, setting), setting.leading, setting.indents)):
        if number == 0 and last is not None and runs_over(last, paragraph.lines[0], setting.leading):
            last.lines.extend(paragraph.lines)
            last.edge, last.column = paragraph.edge, paragraph.column
        else:
            yield from _ended(last, setting, beside)
            last = paragraph
    return last


def _flow(part: Lines, setting: Setting) -> Flow:
    """The flow with its edges; a short one is as wide as the document's are."""
    x0, x1 = min(line.x0 for line in part.lines), right_edge(part.lines)
    if not part.in_column and x1 < setting.edge and (x1 - x0) < setting.edge:
        x1 = setting.edge
    return Flow(part.lines, x0, x1)


def _ended(last: Paragraph | None, setting: Setting, beside: list[Draft]) -> Iterator[Draft]:
    if last is not None:
        yield _block(last, setting)
    yield from beside
    beside.clear()


def _block(paragraph: Paragraph, setting: Setting, source: Source = "body") -> Draft:
    kind, number = kind_of(paragraph.lines, paragraph.text, setting.body, setting.numbers)
    return Draft((tuple(paragraph.lines),), kind, source, number)


def _notes(lines: Sequence[PrintedLine], setting: Setting) -> Iterator[Draft]:
    """The footnotes of a page: each begins with its mark."""
    note: list[PrintedLine] = []
    for line in lines:
        if note and NOTE_MARK.match(line.text) and line.x0 <= note[0].x0 + setting.body:
            yield Draft((tuple(note),), source="footnote")
            note = []
        note.append(line)
    if note:
        yield Draft((tuple(note),), source="footnote")


def _standing(piece: Piece, page: int) -> PrintedLine:
    return line_of([piece], page)


def _table(table: Table, setting: Setting) -> Iterator[Draft]:
    """The rows of a table; one that is a clause with its number, or holds long texts, is read as paragraphs."""
    for record in table.rows:
        cells = _merged(record)
        split = [
            list(paragraphs(Flow(cell, min(line.x0 for line in cell), max(line.x1 for line in cell)), setting.leading))
            for cell in cells
            if cell
        ]
        if len(cells) > 1 and all(map(_is_cell, split)):
            yield Draft(cells, "row", "table")
        else:
            yield from (_block(paragraph, setting, "table") for paragraphs in split for paragraph in paragraphs)


def _is_cell(held: Sequence[Paragraph]) -> bool:
    """Whether a cell holds little enough to be read with the others of its row; longer texts are clauses that a table only places."""
    return len(held) <= _LONG_CELL and sum(len(line.text.split()) for paragraph in held for line in paragraph.lines) <= _LONG_CELL_WORDS


def _merged(record: Cells) -> Cells:
    """The cells of a row, but as one where the first just holds the number of the other."""
    filled = [cell for cell in record if cell]
    if len(filled) != 2 or len(filled[0]) != 1:  # noqa: PLR2004
        return record
    number, words = filled[0][0], filled[1]
    if number.number is None or number.number.end < len(number.text):
        return record
    return ((line_of((*number.pieces, *words[0].pieces), number.page), *words[1:]),)
