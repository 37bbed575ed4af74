"""Plain text as lines: where each stands, how far it is indented and quoted, and whether a page ends before it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, zip_longest
from statistics import median

_BREAK = re.compile(r"(?:\r\n|[\n\r])?\x0c(?:\r\n|[\n\r])?|\r\n|[\n\r\x0b\x85\u2028\u2029]")
_QUOTED = re.compile(r"(?:>[ \t]?)+")
_PAGE_TAG = re.compile(r"\s*<page>\s*(?:[ivxlc\d]{1,6}\s*)?$", re.IGNORECASE)
_TAB = 8
_FEWEST, _CLOSE, _MOSTLY, _LONG = 20, 0.1, 0.55, 45
_STOPS = ".:;!?"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a text: its words (`text`, trimmed), where they stand in the raw text, and the columns before them.

    `quoted` counts the marks of quotation before it (">> " is 2). `flows` says that the sender broke the line only to fit (format=flowed).
    """

    start: int
    text: str
    indent: int = 0
    quoted: int = 0
    after_page: bool = False
    flows: bool = False

    @property
    def right(self) -> int:
        """The column in which the line ends."""
        return self.indent + len(self.text)


def lines(text: str, *, at: int = 0, flowed: bool = False, quotes: bool = False) -> list[Line]:
    """The lines of `text`, which stands at `at` in the raw text; blank ones have no words."""
    found, start, after_page = [], 0, False
    for end, stop, mark in _breaks(text):
        words = text[start:end]
        if _PAGE_TAG.match(words):
            after_page, words = True, ""
        line = _line(words, at + start, after_page, flowed=flowed, quotes=quotes)
        found.append(line)
        after_page = "\f" in mark or (after_page and not line.text)
        start = stop
    return found


def stanzas(every: Sequence[Line]) -> Iterator[list[Line]]:
    """Runs of lines without a blank line or a change of quotation between them."""
    run: list[Line] = []
    for line in every:
        if run and (not line.text or line.quoted != run[-1].quoted):
            yield run
            run = []
        if line.text:
            run.append(line)
    if run:
        yield run


def single_spaced(every: Sequence[Line]) -> list[Line]:
    """`every` without the blank line that stands between any two lines of a text set double; other texts as they are.

    Such texts come out of PDFs: each printed line by itself, two blank lines or more where a paragraph ends.
    """
    if not is_double_spaced(every):
        return list(every)
    kept: list[Line] = []
    for line, after in zip_longest(every, every[1:]):
        is_single = not line.text and bool(kept) and bool(kept[-1].text) and after is not None and bool(after.text) and not line.after_page
        if not is_single:
            kept.append(line)
    return kept


def is_double_spaced(every: Sequence[Line]) -> bool:
    """Whether single blank lines stand between the lines of one paragraph, and not between paragraphs."""
    worded = [place for place, line in enumerate(every) if line.text]
    if len(worded) < _FEWEST:
        return False
    gaps = [after - before - 1 for before, after in pairwise(worded)]
    broken = [every[place].text for place, gap in zip(worded, gaps, strict=False) if gap == 1]
    if gaps.count(0) > _CLOSE * len(gaps) or len(broken) < _MOSTLY * len(gaps):
        return False
    return median(map(len, broken)) >= _LONG and sum(text[-1] not in _STOPS for text in broken) > _MOSTLY * len(broken)


def _breaks(text: str) -> Iterator[tuple[int, int, str]]:
    for found in _BREAK.finditer(text):
        yield found.start(), found.end(), found.group()
    yield len(text), len(text), ""


def _line(words: str, start: int, after_page: bool, *, flowed: bool, quotes: bool) -> Line:
    marks = _QUOTED.match(words) if quotes else None
    if marks:
        start, words = start + marks.end(), words[marks.end() :]
    elif flowed and words.startswith(" "):
        start, words = start + 1, words[1:]
    text = words.strip()
    blank = words[: len(words) - len(words.lstrip())] if text else ""
    flows = flowed and words.endswith(" ") and words != "-- "
    return Line(start + len(blank), text, len(blank.expandtabs(_TAB)), marks.group().count(">") if marks else 0, after_page, flows)
