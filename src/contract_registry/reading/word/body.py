"""Walks a story of a Word file (its body, a header, a note, a text box) and takes up its paragraphs and tables in order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

from contract_registry.errors import CorruptFile, TooSlow
from contract_registry.reading.word.chunks import chunk
from contract_registry.reading.word.controls import note_control
from contract_registry.reading.word.drawings import ALTERNATIVE, Sight, chosen, lines_of, sights
from contract_registry.reading.word.hidden import is_ground, table_is_dark
from contract_registry.reading.word.names import Element, R, child, elements, tag, tags
from contract_registry.reading.word.package import root_of, target
from contract_registry.reading.word.paragraphs import DELETED, INSERTED
from contract_registry.reading.word.runs import INSERTIONS, ParagraphReader, note_change, note_comment
from contract_registry.reading.word.setting import Setting
from contract_registry.reading.word.story import STANDS, Box, Cell, Flow, Paragraph, Row, Standing, Table, Words

Piece = TypeVar("Piece", Flow, Row, Cell)

_CHANGES = frozenset(map(tag, (*INSERTED, *DELETED)))
_PARAGRAPH, _RUN, _TABLE, _ROW, _CELL = (tag(f"w:{name}") for name in ("p", "r", "tbl", "tr", "tc"))
_PROPERTIES = tags("w", "sectPr tblPr tblGrid trPr tcPr tblPrEx sdtPr sdtEndPr customXmlPr pPr rPr")
_COMMENTS = tags("w", "commentRangeStart commentRangeEnd")


@dataclass(frozen=True, slots=True)
class StoryReader:
    """Reads one story against its setting."""

    setting: Setting

    def flows(self, parent: Element, standing: Standing = STANDS) -> tuple[Flow, ...]:
        """The paragraphs and tables below `parent`, whatever wraps them."""
        return tuple(self._gathered(parent, standing, self._flow))

    def _flow(self, element: Element, standing: Standing) -> Iterable[Flow] | None:
        if element.tag in (_PARAGRAPH, _RUN):
            return (self._paragraph(element, standing),)
        if element.tag == _TABLE:
            return (self._table(element, standing),)
        if element.tag == tag("w:altChunk"):
            return chunk(element.get(f"{{{R}}}id", ""), self.setting, standing)
        return None

    def _row(self, element: Element, standing: Standing) -> Iterable[Row] | None:
        if element.tag != _ROW:
            loose = self._flow(element, standing)
            return None if loose is None else (Row((Cell(tuple(loose)),)),)
        start, properties = self.setting.record.length, child(element, "w:trPr")
        standing = _changed(properties, standing)
        row = Row(tuple(self._gathered(element, standing, self._cell)), standing)
        self._note_changes(properties, start)
        return (row,)

    def _cell(self, element: Element, standing: Standing) -> Iterable[Cell] | None:
        if element.tag != _CELL:
            loose = self._flow(element, standing)
            return None if loose is None else (Cell(tuple(loose)),)
        start, properties = self.setting.record.length, child(element, "w:tcPr")
        standing = _changed(properties, standing)
        cell = Cell(self._on_ground(is_dark=is_ground(child(properties, "w:shd"))).flows(element, standing), standing)
        self._note_changes(properties, start)
        return (cell,)

    def _gathered(
        self, parent: Element, standing: Standing, read: Callable[[Element, Standing], Iterable[Piece] | None]
    ) -> Iterator[Piece]:
        """What `read` makes of the elements below `parent`; what it makes nothing of is taken for a wrapper and looked into."""
        for each in elements(parent):
            if each.tag in _COMMENTS:
                note_comment(each, self.setting.record)
            elif each.tag not in _PROPERTIES:
                made = read(each, standing)
                yield from self._wrapped(each, standing, read) if made is None else made

    def _wrapped(
        self, wrapper: Element, standing: Standing, read: Callable[[Element, Standing], Iterable[Piece] | None]
    ) -> Iterator[Piece]:
        record, start = self.setting.record, self.setting.record.length
        content = (
            chosen(wrapper) if wrapper.tag == ALTERNATIVE else child(wrapper, "w:sdtContent") if wrapper.tag == tag("w:sdt") else wrapper
        )
        if content is not None:
            yield from self._gathered(content, _inside(wrapper, standing), read)
        if wrapper.tag == tag("w:sdt"):
            note_control(wrapper, start, record)
        elif wrapper.tag in _CHANGES:
            note_change(wrapper, start, record)

    def _paragraph(self, element: Element, standing: Standing) -> Paragraph:
        if self.setting.budget.spent:
            raise TooSlow
        return ParagraphReader(self.setting, child(element, "w:pPr"), self._boxes).read(element, standing)

    def _table(self, element: Element, standing: Standing) -> Table:
        reader = self._on_ground(is_dark=table_is_dark(element, self.setting.styles))
        return Table(tuple(reader._gathered(element, standing, reader._row)))  # noqa: SLF001  the same reader on another ground

    def _boxes(self, drawing: Element, standing: Standing) -> tuple[Box, ...]:
        return tuple(box for sight in sights(drawing) for box in self._box(sight, standing))

    def _box(self, sight: Sight, standing: Standing) -> Iterator[Box]:
        if sight.kind == "box" and sight.element is not None:
            yield Box(self._on_ground(is_dark=True).flows(sight.element, standing), standing)
        elif sight.kind == "words":
            yield Box((self._line(sight.said, standing),), standing)
        elif sight.kind == "part":
            yield Box(tuple(self._line(line, standing) for line in self._lines_of_part(sight.said)), standing)
        else:
            what = f" ({sight.said})" if sight.said else ""
            message = f"This file holds an embedded object{what} whose contents were not read. Open it and send it as a file of its own."
            self.setting.record.trouble("part not read", message)

    def _lines_of_part(self, id_: str) -> Iterator[str]:
        part = target(self.setting.part, id_)
        if part is None or part.partname in self.setting.record.parts_read:
            return
        self.setting.record.parts_read.add(part.partname)
        try:
            yield from lines_of(root_of(part))
        except CorruptFile:
            self.setting.record.trouble("part not read", "A diagram or chart in this file is damaged and was not read.")

    def _line(self, text: str, standing: Standing) -> Paragraph:
        at = self.setting.record.add(text)
        self.setting.record.add("\n")
        return Paragraph((Words(text, at, standing),), mark=standing)

    def _note_changes(self, properties: Element | None, start: int) -> None:
        for change in _changes(properties):
            note_change(change, start, self.setting.record)

    def _on_ground(self, *, is_dark: bool) -> StoryReader:
        return StoryReader(replace(self.setting, is_dark=True)) if is_dark and not self.setting.is_dark else self


def _inside(wrapper: Element, standing: Standing) -> Standing:
    if wrapper.tag not in _CHANGES:
        return standing
    return standing.inserted() if wrapper.tag in INSERTIONS else standing.deleted()


def _changes(properties: Element | None) -> list[Element]:
    return [each for name in (*INSERTED, "w:cellIns", *DELETED, "w:cellDel") if (each := child(properties, name)) is not None]


def _changed(properties: Element | None, standing: Standing) -> Standing:
    """Where a table row or cell with these properties stands."""
    for change in _changes(properties):
        standing = standing.inserted() if change.tag in INSERTIONS else standing.deleted()
    return standing
