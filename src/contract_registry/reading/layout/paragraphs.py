"""Tells which lines make one paragraph, within a column and over the break to the next column or page.

Joining two clauses is worse than cutting one in two: where the signs disagree, a new block begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from contract_registry.core.clauses.numbering import PrintedNumber, readings
from contract_registry.reading.layout.lines import PrintedLine
from contract_registry.reading.layout.spacing import Leading, indent_of, local_edges, room

_ENDING = 40
_LOOKS_BACK = 60
_LOOSE = 0.35
"""A step down larger than the usual one by this many letter heights is a space between paragraphs."""
_LOOSE_RECOGNISED = 0.6
_OTHER_SIZE = 0.12
_INDENT = 0.8
_DEEPEST_INDENT = 0.35
"""No first line is set in further than this share of its column."""
_CENTRED = 3.0
_TO_FILL_IN = re.compile(r"(?:_{3,}|\.{5,})$")
_SLACK_CLOSED, _SLACK_OPEN = 0.5, 1.5
"""The room, in letter heights, that a line must leave to count as ended on purpose, after a closed sentence and within one."""
_SLACK_MIDWAY = 0.3
"""The same where a sentence is under way in small letters, as a share of the column's width."""
_FEW_WORDS, _TITLE_WORDS = 6, 16
_POINTS_ON = re.compile(
    r"(?:\b(?:sections?|sec|clauses?|paragraphs?|para|articles?|art|parts?|schedules?|exhibits?|annex|appendix|rules?|items?|nos?|numbers?|page|pages|"
    r"and|or|of|to|in|under|with|by|from|than|least|most|the|a|an|und|oder|et|ou|ziffern?|abschnitt|absatz|clauses?|cláusulas?|artículos?)\.?|[§,&(–—-])$",
    re.IGNORECASE,
)
"""Ends after which a number is part of the sentence ("under clause" / "4.2")."""
_DANGLING = re.compile(
    r"(?:,|\b(?:of|the|to|and|or|an?|in|on|by|for|with|from|as|at|any|all|that|which|its|his|her|their|your|our|this|these|such|shall|will|may|not|be|is|are|"
    r"de|du|des|la|le|les|et|ou|à|der|die|das|und|oder|von|zu|el|los|las|y|o|del))$"
)
"""Ends that leave a sentence hanging."""
_INLINE_MARK = re.compile(r"(?<=\s)\(?(?P<mark>\d{1,2}|[a-z]{1,4}|[A-Z])\)")


@dataclass(frozen=True, slots=True)
class Flow:
    """Lines that are read from top to bottom in one column, with its edges in points."""

    lines: Sequence[PrintedLine]
    x0: float
    x1: float


@dataclass(slots=True)
class Paragraph:
    """Lines that were found to belong together; `edge` is where a full line of it ends, `column` its column's edges.

    `indents` are the places at which first lines begin in its column.
    """

    lines: list[PrintedLine]
    edge: float
    column: tuple[float, float]
    indents: frozenset[int] = frozenset()

    @property
    def text(self) -> str:
        """What its last lines say, which is enough to judge by."""
        return " ".join(line.text for line in self.lines[-_LOOKS_BACK:])

    @property
    def last(self) -> PrintedLine:
        """The last line that holds words, where one does."""
        return next((line for line in reversed(self.lines) if not line.is_rule), self.lines[-1])


def paragraphs(flow: Flow, steps: Leading, indents: frozenset[int] = frozenset()) -> Iterator[Paragraph]:
    """The paragraphs of one column; `indents` are the places at which first lines begin in this document."""
    edges = local_edges(flow.lines, steps, flow.x1)
    paragraph: Paragraph | None = None
    for line, edge in zip(flow.lines, edges, strict=True):
        if paragraph is None or begins(paragraph, line, steps):
            if paragraph:
                yield paragraph
            paragraph = Paragraph([line], edge, (flow.x0, flow.x1), indents)
        else:
            paragraph.lines.append(line)
    if paragraph:
        yield paragraph


def begins(paragraph: Paragraph, line: PrintedLine, steps: Leading) -> bool:
    """Whether `line`, printed under `paragraph`, begins a new one."""
    above = paragraph.last
    if _stands_off(paragraph.lines[-1], line, steps) or _looks_other(above, line) or above.has_leaders:
        return True
    if above.is_spread or line.is_spread:
        return True
    if line.is_rule or above.is_rule:
        return above.is_closed or above.is_rule
    if _TO_FILL_IN.search(above.text[-_ENDING:]) and not line.starts_small:
        return True
    full = _is_full(paragraph, line)
    if line.number and _is_item(paragraph, line, line.number, full=full):
        return True
    return not full or _is_set_anew(paragraph, line)


def runs_over(paragraph: Paragraph, line: PrintedLine, steps: Leading) -> bool:
    """Whether `line`, the first of the next column or page, continues `paragraph`, the last of the one before."""
    above = paragraph.last
    if line.page == above.page and line.baseline > above.baseline:
        return not begins(paragraph, line, steps)
    if _looks_other(above, line) or above.has_leaders or (line.number and _is_item(paragraph, line, line.number, full=True)):
        return False
    if above.is_closed:
        return line.starts_small and not above.text.endswith((".", "!", "?", ":"))
    if line.starts_small:
        return True
    words = paragraph.text.count(" ") + 1
    if words < _FEW_WORDS or ((above.is_bold or above.text.isupper()) and words < _TITLE_WORDS):
        return False
    return _is_full(paragraph, line) or _DANGLING.search(above.text[-_ENDING:]) is not None


def _stands_off(above: PrintedLine, line: PrintedLine, steps: Leading) -> bool:
    step = line.baseline - above.baseline
    loose = _LOOSE_RECOGNISED if line.is_recognised else _LOOSE
    return step > steps.of(max(above.size, line.size)) + loose * above.size or step < -above.size


def _looks_other(above: PrintedLine, line: PrintedLine) -> bool:
    """Whether the letters change from one line to the next as they do between a heading and its text."""
    if abs(above.size - line.size) > _OTHER_SIZE * max(above.size, line.size):
        return True
    if above.is_bold and not line.starts_bold:
        return not line.starts_small or above.is_closed
    return line.is_bold and not above.pieces[-1].ends_bold and (above.is_closed or not line.starts_small)


def _is_full(paragraph: Paragraph, line: PrintedLine) -> bool:
    """Whether the line above was ended by its edge: the next word had no room on it."""
    above = paragraph.last
    left = room(above, line, paragraph.edge)
    if _is_centred(above, paragraph.column) and _is_centred(line, paragraph.column):
        left = (paragraph.column[1] - paragraph.column[0]) - (above.x1 - above.x0) - line.first_width
    if above.is_closed:
        return left <= _SLACK_CLOSED * above.size
    if line.starts_small and (line.number is None or line.number.is_doubtful):
        return left <= _SLACK_MIDWAY * (paragraph.edge - paragraph.column[0])
    return left <= _SLACK_OPEN * above.size


def _is_centred(line: PrintedLine, column: tuple[float, float]) -> bool:
    left, right = line.x0 - column[0], column[1] - line.x1
    return left > 2 * line.size and abs(left - right) <= _CENTRED


def _is_set_anew(paragraph: Paragraph, line: PrintedLine) -> bool:
    """Whether a line after a full one is set in or out as the first of a new paragraph is."""
    first, above = paragraph.lines[0], paragraph.last
    indent = _INDENT * above.size
    if _is_centred(above, paragraph.column) and _is_centred(line, paragraph.column):
        return False
    if indent_of(line, paragraph.column[0]) in paragraph.indents and (above.is_closed or not line.starts_small):
        return True
    if line.x0 > above.x0 + indent:
        hangs = len(paragraph.lines) == 1 and first.number is not None
        return not hangs and not line.starts_small
    if line.x0 < above.x0 - indent:
        if len(paragraph.lines) == 1:
            return above.x0 - line.x0 > _DEEPEST_INDENT * (paragraph.column[1] - paragraph.column[0])
        return above.is_closed or not line.starts_small
    return False


def _is_item(paragraph: Paragraph, line: PrintedLine, number: PrintedNumber, *, full: bool) -> bool:
    """Whether the number at the start of `line` numbers a block, rather than standing in a sentence that happened to wrap there."""
    above = paragraph.last
    if not full:
        return not number.is_doubtful
    if number.form == "bullet":
        return True
    if not above.is_closed and _POINTS_ON.search(above.text[-_ENDING:]):
        return False
    first = paragraph.lines[0]
    if first.number and _follows(first.number, number) and (above.is_closed or line.page != first.page or _is_level(line, first)):
        return True
    if number.is_doubtful:
        return False
    set_in = abs(line.x0 - above.x0) if len(paragraph.lines) > 1 else line.x0 - above.words_x0
    return set_in > _INDENT * line.size or (above.is_closed and not _is_inline(paragraph, number))


def _is_level(line: PrintedLine, first: PrintedLine) -> bool:
    return abs(line.x0 - first.x0) <= _INDENT * line.size


def _follows(before: PrintedNumber, number: PrintedNumber) -> bool:
    """Whether `number` is the next of the same series."""
    known = {(reading.alphabet, reading.value + 1) for reading in before.readings}
    return before.wrap == number.wrap and any((reading.alphabet, reading.value) in known for reading in number.readings)


def _is_inline(paragraph: Paragraph, number: PrintedNumber) -> bool:
    """Whether the number before this one of its series stands inside the paragraph, not at its start."""
    before = {(reading.alphabet, reading.value - 1) for reading in number.readings}
    if number.form not in ("paren", "single") or all(value < 1 for _, value in before):
        return False
    marks = _INLINE_MARK.finditer(paragraph.text)
    return any((reading.alphabet, reading.value) in before for mark in marks for reading in readings(mark["mark"]))
