"""Finds the notes at the foot of a page, so that the sentence above them can run on to the next page."""

from __future__ import annotations

import re
from collections.abc import Sequence

from contract_registry.reading.layout.rows import Row
from contract_registry.reading.printed import Ruling

NOTE_MARK = re.compile(r"(?:\[\d{1,3}\]|\(\d{1,3}\)|\d{1,3}(?![\d.)]|,\d)|[*†‡§¶]{1,6})\s?(?=[^\s\d])")
_SMALLER = 0.92
_MOST = 0.6
"""The share of a page's rows that can be notes."""
_LONGEST_RULE = 0.5
_SHORTEST_RULE = 20.0
_UNDERLINE = 0.5
_NEAR = 3.0


def notes_start(rows: Sequence[Row], rulings: Sequence[Ruling], body: float, width: float) -> int:
    """The place among `rows`, which run from top to bottom, of the first that is a footnote; their number when there is none.

    Notes begin with a mark, under a short rule or in letters smaller than the text's (`body`, in points), and run to the end of the page.
    """
    end = len(rows)
    earliest = int(len(rows) * (1 - _MOST))
    for at in range(end - 1, earliest - 1, -1):
        if NOTE_MARK.match(rows[at].text) and _under_rule(rows, at, rulings, width):
            return at
    small = end
    while small > earliest and rows[small - 1].size <= _SMALLER * body:
        small -= 1
    return small if earliest < small < end and NOTE_MARK.match(rows[small].text) else len(rows)


def _under_rule(rows: Sequence[Row], at: int, rulings: Sequence[Ruling], width: float) -> bool:
    """Whether a short rule that underlines nothing lies between row `at` and the row above it."""
    row = rows[at]
    above = rows[at - 1].baseline if at else 0.0
    for rule in rulings:
        long_enough = _SHORTEST_RULE <= rule.x1 - rule.x0 <= _LONGEST_RULE * width
        if rule.lies and long_enough and above < rule.y0 < row.baseline and row.top - rule.y0 <= _NEAR * row.size:
            return at > 0 and rule.y0 - above > _UNDERLINE * row.size
    return False
