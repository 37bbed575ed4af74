"""Where the remarks that somebody attached to a page belong in the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from contract_registry.core.document import Box, Line
from contract_registry.core.text import Span
from contract_registry.reading.printed import Note


def words_under(note: Note, lines: Iterable[Line]) -> Span | None:
    """The words that the note's boxes lie on, from the first to the last; None when it lies on none."""
    found = [span for line in lines for box in note.boxes if (span := _under(box, line))]
    return Span(min(span.start for span in found), max(span.end for span in found)) if found else None


def _under(box: Box, line: Line) -> Span | None:
    middle = (line.box.y0 + line.box.y1) / 2
    if not box.y0 <= middle <= box.y1 or box.x1 < line.box.x0 or box.x0 > line.box.x1:
        return None
    if not line.left:
        return line.span
    inside = list(_inside(box, line))
    return Span(line.span.start + inside[0], line.span.start + inside[-1] + 1) if inside else None


def _inside(box: Box, line: Line) -> Iterator[int]:
    for at, (left, right) in enumerate(zip(line.left, line.right, strict=True)):
        if box.x0 <= (left + right) / 2 <= box.x1:
            yield at
