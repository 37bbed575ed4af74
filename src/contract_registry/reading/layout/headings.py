"""Tells what a paragraph is by its looks: a heading, an item of a list, or running text."""

from __future__ import annotations

import re

from contract_registry.core.clauses.numbering import PrintedNumber
from contract_registry.core.document import BlockKind
from contract_registry.reading.layout.lines import PrintedLine

_MOST_LINES, _MOST_WORDS, _FEW_WORDS = 3, 16, 8
_LARGER = 1.12
_SENTENCE_END = re.compile(r"[.;,!][\"'”’)\]]*$")
_BLANK = re.compile(r"_{3,}|\.{5,}|^[\[<{(].*[\]>})]$")
_LABEL = re.compile(r"^\S+:$")
_HANG = 1.0


class Numbers:
    """The numbers seen so far, by which a doubtful one ("B." after "A.") is believed."""

    def __init__(self) -> None:
        self._seen: set[tuple[str, str, int]] = set()

    def at(self, line: PrintedLine) -> PrintedNumber | None:
        """The number at the start of `line`.

        A doubtful one ("B. Jones") counts only when it follows another or hangs clear of its words.
        """
        number = line.number
        if number is None or (number.is_doubtful and not self._follows(number) and not _hangs(line, number)):
            return None
        self._seen.update((number.wrap, reading.alphabet, reading.value) for reading in number.readings)
        return number

    def _follows(self, number: PrintedNumber) -> bool:
        return any((number.wrap, reading.alphabet, reading.value - 1) in self._seen for reading in number.readings)


def _hangs(line: PrintedLine, number: PrintedNumber) -> bool:
    apart = len(line.pieces) > 1 and len(line.pieces[0].text) < number.end
    return apart and line.pieces[1].x0 - line.pieces[0].x1 >= _HANG * line.size


def kind_of(lines: list[PrintedLine], text: str, body: float, numbers: Numbers) -> tuple[BlockKind, PrintedNumber | None]:
    """What the block of `lines` is, and the number printed at its start; `body` is the size of the text around it, in points."""
    number = numbers.at(lines[0])
    words = text[number.end :] if number else text
    if len(lines) <= _MOST_LINES and _is_title(lines, words, number, body):
        return "heading", number
    return ("item" if number else "paragraph"), number


def _is_title(lines: list[PrintedLine], words: str, number: PrintedNumber | None, body: float) -> bool:
    count = len(words.split())
    if count > _MOST_WORDS or _BLANK.search(words) or not any(map(str.isalpha, words or lines[0].text)):
        return False
    if not words:
        return number is not None and number.form == "label"
    ends_sentence = _SENTENCE_END.search(words) is not None
    if words.isupper() and len(words) > 3:  # noqa: PLR2004
        return not (ends_sentence and count > _FEW_WORDS)
    if number is not None and number.form == "label" and count <= _FEW_WORDS and not ends_sentence and words[0].isupper():
        return True
    if _LABEL.match(words) or (ends_sentence and (number is None or count > _FEW_WORDS or not words.endswith("."))):
        return False
    return all(line.is_bold for line in lines) or min(line.size for line in lines) >= _LARGER * body
