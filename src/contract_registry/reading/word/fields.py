"""Tells a field's printed result from its instruction ("REF clause_4"), which is never printed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from contract_registry.reading.word.names import Element, tag, tags

BEGINS, ENDS, SEPARATES = "begin", "end", "separate"
FIELD = tag("w:fldChar")
_INSTRUCTION = tags("w", "instrText delInstrText")
_PRINTED = tags("w", "t delText sym tab ptab br cr noBreakHyphen softHyphen")

PAGE_NUMBERS = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES", "SECTION"})
_BUTTONS = frozenset({"MACROBUTTON", "GOTOBUTTON"})
CONTENTS = frozenset({"TOC", "TOA", "INDEX"})


@dataclass(frozen=True, slots=True)
class Fields:
    """The fields of one story: `silent` are the elements in instructions, `codes` a field's code ("TOC") by its first and by its last element.

    `begins` leads from a field's last element to its first, `prompts` to the words that a button shows ("[Click here]"), which stand in its
    instruction. A field without an end is none: all its words are printed.
    """

    silent: frozenset[Element] = frozenset()
    codes: Mapping[Element, str] = field(default_factory=dict)
    begins: Mapping[Element, Element] = field(default_factory=dict)
    prompts: Mapping[Element, str] = field(default_factory=dict)


def code_of(instruction: str) -> str:
    """The first word of an instruction in capitals, which is the field's code."""
    return next(iter(instruction.split(maxsplit=1)), "").upper()


def read_fields(story: Element, without: frozenset[str] = frozenset()) -> Fields:
    """The fields of a story (the body, a header, a note), nested ones too; the results of those whose code is in `without` are silent."""
    walk = _Walk(without)
    for element in story.iter(FIELD, *_INSTRUCTION, *_PRINTED):
        walk.meet(element)
    return Fields(frozenset(walk.silent), walk.codes, walk.begins, walk.prompts)


@dataclass(slots=True, eq=False)
class _Open:
    begin: Element
    instruction: str = ""
    held: list[Element] = field(default_factory=list)


class _Walk:
    """The fields that are open while a story is walked, the innermost last; `_silent` are those of them whose words are held back just now."""

    def __init__(self, without: frozenset[str]) -> None:
        self._without = without
        self._open: list[_Open] = []
        self._silent: dict[_Open, None] = {}
        self.silent: set[Element] = set()
        self.codes: dict[Element, str] = {}
        self.begins: dict[Element, Element] = {}
        self.prompts: dict[Element, str] = {}

    def meet(self, element: Element) -> None:
        if element.tag == FIELD:
            self._turn(element, element.get(tag("w:fldCharType"), ""))
        elif element.tag in _INSTRUCTION:
            if self._open:
                self._open[-1].instruction += element.text or ""
        elif self._silent:
            next(reversed(self._silent)).held.append(element)

    def _turn(self, element: Element, turn: str) -> None:
        if turn == BEGINS:
            self._open.append(_Open(element))
            self._silent[self._open[-1]] = None
        elif turn == SEPARATES and self._open:
            if code_of(self._open[-1].instruction) not in self._without:
                self._silent.pop(self._open[-1], None)
        elif turn == ENDS and self._open:
            self._close(self._open.pop(), element)

    def _close(self, one: _Open, end: Element) -> None:
        self._silent.pop(one, None)
        self.silent.update(one.held)
        self.codes[one.begin] = self.codes[end] = code_of(one.instruction)
        self.begins[end] = one.begin
        if self.codes[end] in _BUTTONS:
            self.prompts[end] = "".join(one.instruction.split(maxsplit=2)[2:]).strip()
