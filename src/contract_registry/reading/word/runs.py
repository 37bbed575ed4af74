"""Reads one paragraph: its words as printed, with changes, hidden words, fields, notes, comments and the boxes anchored in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, TypeAlias

from contract_registry.reading.blocks import prints_nothing
from contract_registry.reading.word.controls import control_tick, field_choice, field_tick, note_control
from contract_registry.reading.word.drawings import ALTERNATIVE, chosen
from contract_registry.reading.word.fields import BEGINS, CONTENTS, ENDS, PAGE_NUMBERS, code_of
from contract_registry.reading.word.names import Element, child, elements, tag, tags
from contract_registry.reading.word.paragraphs import facts, mark_of
from contract_registry.reading.word.record import Record
from contract_registry.reading.word.setting import Setting
from contract_registry.reading.word.story import LINE_BREAK, PAGE_BREAK, Box, NoteKind, NoteReference, Paragraph, Standing
from contract_registry.reading.word.symbols import sign
from contract_registry.reading.word.wording import Wording

BoxReader: TypeAlias = Callable[[Element, Standing], tuple[Box, ...]]

_FIXED = {
    tag("w:tab"): "\t",
    tag("w:ptab"): "\t",
    tag("w:cr"): LINE_BREAK,
    tag("w:noBreakHyphen"): "-",
    tag("w:softHyphen"): "\N{SOFT HYPHEN}",
}
INSERTIONS = tags("w", "ins moveTo cellIns")
_DRAWINGS = tags("w", "drawing pict object")
_PROPERTIES = tags("w", "pPr rPr sdtPr sdtEndPr fldData instrText delInstrText footnoteRef endnoteRef annotationRef pgNum rt") | tags(
    "m", "ctrlPr"
)


class ParagraphReader:
    """Reads the elements of one paragraph in order. Mutable, and private to that paragraph."""

    def __init__(self, setting: Setting, properties: Element | None, boxes: BoxReader) -> None:
        self._setting, self._record = setting, setting.record
        self._properties, self._read_boxes = properties, boxes
        self._wording = Wording(setting, properties)
        self._notes: list[NoteReference] = []
        self._drawings: list[tuple[Element, Standing, tuple[Element, ...]]] = []
        self._changes: list[Element] = []
        self._readers: dict[str, Callable[[Element, Standing], None]] = {
            tag("w:r"): self._read_run,
            tag("w:t"): self._read_text,
            tag("w:delText"): self._read_text,
            tag("m:t"): self._read_text,
            tag("w:sym"): self._read_sign,
            tag("w:br"): self._read_break,
            tag("w:ins"): self._read_inserted,
            tag("w:moveTo"): self._read_inserted,
            tag("w:del"): self._read_deleted,
            tag("w:moveFrom"): self._read_deleted,
            tag("w:sdt"): self._read_control,
            tag("w:fldSimple"): self._read_simple_field,
            tag("w:fldChar"): self._read_field,
            tag("w:footnoteReference"): self._read_note,
            tag("w:endnoteReference"): self._read_note,
            tag("w:commentRangeStart"): self._read_comment,
            tag("w:commentRangeEnd"): self._read_comment,
            tag("w:commentReference"): self._read_comment,
            tag("w:ruby"): self._read_ruby,
            tag("w:subDoc"): self._read_other_file,
            tag("m:den"): self._read_denominator,
            ALTERNATIVE: self._read_alternatives,
            **dict.fromkeys(_FIXED, self._read_fixed),
            **dict.fromkeys(_DRAWINGS, self._read_drawing),
            **dict.fromkeys(_PROPERTIES, self._pass_over),
        }

    def read(self, element: Element, standing: Standing) -> Paragraph:
        """The paragraph in `element`, or the one that a loose run makes."""
        start = self._record.length
        self._read_any(element, standing) if element.tag == tag("w:r") else self._read_all(element, standing)
        what = facts(self._properties, self._setting.styles, self._setting.lists)
        if what.is_contents:
            self._record.mark("contents", start)
        if what.numbering is not None:
            note_change(what.numbering, self._record.length, self._record)
        mark = self._end(standing)
        boxes = tuple(box for drawing in self._drawings for box in self._boxes_of(*drawing))
        joint = "" if what.is_drop_capital else " " if what.ends_hidden and self._wording.shows else None
        return Paragraph(tuple(self._wording.words), what.rank, what.numbered, what.numbered_before, mark, joint, tuple(self._notes), boxes)

    def _end(self, standing: Standing) -> Standing:
        at = self._record.add("\n")
        mark, changes = mark_of(self._properties, standing)
        for change in changes:
            note_change(change, at, self._record)
        return mark

    def _read_all(self, parent: Element, standing: Standing) -> None:
        for each in elements(parent):
            self._read_any(each, standing)

    def _read_any(self, element: Element, standing: Standing) -> None:
        self._readers.get(element.tag, self._read_all)(element, standing)

    def _pass_over(self, element: Element, standing: Standing) -> None:
        """Properties, instructions and what Word numbers anew itself print nothing here."""

    def _read_run(self, run: Element, standing: Standing) -> None:
        self._wording.begin_run(child(run, "w:rPr"))
        self._read_all(run, standing)

    def _read_text(self, element: Element, standing: Standing) -> None:
        text = "".join(map(str, element.itertext()))
        if text and element not in self._setting.fields.silent:
            self._wording.say(text, standing, element)

    def _read_sign(self, element: Element, standing: Standing) -> None:
        code = element.get(tag("w:char"), "")
        if element not in self._setting.fields.silent and code.isalnum() and len(code) <= 4:  # noqa: PLR2004  hexadecimal, as Word writes it
            self._wording.say(sign(_hexadecimal(code), element.get(tag("w:font"), "")), standing)

    def _read_break(self, element: Element, standing: Standing) -> None:
        self._wording.say(PAGE_BREAK if element.get(tag("w:type")) in {"page", "column"} else LINE_BREAK, standing)

    def _read_fixed(self, element: Element, standing: Standing) -> None:
        if element not in self._setting.fields.silent:
            self._wording.say(_FIXED[element.tag], standing)

    def _read_inserted(self, element: Element, standing: Standing) -> None:
        self._read_change(element, standing.inserted())

    def _read_deleted(self, element: Element, standing: Standing) -> None:
        self._read_change(element, standing.deleted())

    def _read_change(self, element: Element, standing: Standing) -> None:
        start = self._record.length
        self._changes.append(element)
        self._read_all(element, standing)
        self._changes.pop()
        note_change(element, start, self._record)

    def _read_control(self, element: Element, standing: Standing) -> None:
        start, count = self._record.length, len(self._wording.words)
        content = child(element, "w:sdtContent")
        if content is not None:
            self._read_all(content, standing)
        if prints_nothing("".join(each.text for each in self._wording.words[count:])):
            self._say_if_any(control_tick(element), standing)
        note_control(element, start, self._record)

    def _read_simple_field(self, element: Element, standing: Standing) -> None:
        start, code = self._record.length, code_of(element.get(tag("w:instr"), ""))
        if not (self._setting.is_furniture and code in PAGE_NUMBERS):
            self._read_all(element, standing)
        self._note_field(code, start)

    def _read_field(self, element: Element, standing: Standing) -> None:
        turn = element.get(tag("w:fldCharType"))
        if turn == BEGINS:
            self._record.begun[element] = self._record.length
            self._say_field(field_tick(element), standing)
        elif turn == ENDS and element in self._setting.fields.begins:
            begin = self._setting.fields.begins[element]
            start = self._record.begun.get(begin, self._record.length)
            if start == self._record.length:
                self._say_field(field_choice(begin), standing)
                self._say_field(self._setting.fields.prompts.get(element, ""), standing, "placeholder")
            self._note_field(self._setting.fields.codes[element], start)

    def _say_field(self, shown: str, standing: Standing, note: str = "") -> None:
        start = self._record.length
        self._say_if_any(shown, standing)
        self._record.mark("form field", start, note or shown)

    def _say_if_any(self, shown: str, standing: Standing) -> None:
        if shown:
            self._wording.say(shown, standing)

    def _note_field(self, code: str, start: int) -> None:
        if code in CONTENTS:
            self._record.mark("contents", start)
        elif code == "FORMTEXT":
            self._record.mark("form field", start)

    def _read_note(self, element: Element, standing: Standing) -> None:
        kind: NoteKind = "footnote" if element.tag == tag("w:footnoteReference") else "endnote"
        own = element.get(tag("w:customMarkFollows"), "0") in {"1", "true", "on"}
        self._notes.append(NoteReference(kind, element.get(tag("w:id"), ""), self._record.length, standing, own))
        self._record.notes.append(self._notes[-1])

    def _read_comment(self, element: Element, _standing: Standing) -> None:
        note_comment(element, self._record)

    def _read_ruby(self, element: Element, standing: Standing) -> None:
        """The base text, then its reading in round brackets, which the reader adds."""
        for part, (before, after) in (("w:rubyBase", ("", "")), ("w:rt", ("(", ")"))):
            content = child(element, part)
            if content is not None:
                self._wording.add(before, standing)
                self._read_all(content, standing)
                self._wording.add(after, standing)

    def _read_denominator(self, element: Element, standing: Standing) -> None:
        self._wording.add("/", standing)
        self._read_all(element, standing)

    def _read_other_file(self, _element: Element, _standing: Standing) -> None:
        self._record.trouble("part not read", "This file draws in another file, whose text is not in it. Ask for that file too.")

    def _read_alternatives(self, element: Element, standing: Standing) -> None:
        branch = chosen(element)
        if branch is not None:
            self._read_all(branch, standing)

    def _read_drawing(self, element: Element, standing: Standing) -> None:
        self._drawings.append((element, standing, tuple(self._changes)))

    def _boxes_of(self, drawing: Element, standing: Standing, changes: tuple[Element, ...]) -> tuple[Box, ...]:
        """The boxes of a drawing, read when the paragraph is done, so that its raw text stands together."""
        start = self._record.length
        boxes = self._read_boxes(drawing, standing)
        for change in changes:
            note_change(change, start, self._record)
        return boxes


def note_change(element: Element, start: int, record: Record) -> None:
    """Note that what was read since `start` is the pending change `element`."""
    kind: Literal["inserted", "deleted"] = "inserted" if element.tag in INSERTIONS else "deleted"
    record.change(kind, start, element.get(tag("w:author"), ""), element.get(tag("w:date"), ""))


def note_comment(element: Element, record: Record) -> None:
    """Note where the words of a comment begin or end, or that it stands here."""
    id_ = element.get(tag("w:id"), "")
    if element.tag == tag("w:commentRangeStart"):
        record.open_comment(id_)
    else:
        record.close_comment(id_)


def _hexadecimal(code: str) -> int:
    try:
        return int(code, 16)
    except ValueError:
        return 0
