"""Tells which lines of a plain text were broken only to fit the page, and so belong to one paragraph.

A line is *full* when the next line's first word would not have fitted on it any more. Full lines run on; short lines (headings,
addresses, verse, lists) stand alone, unless a sentence is plainly under way.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from contract_registry.reading.lines import Line

NARROWEST, WIDEST = 40, 110
"""The columns between which text is wrapped by hand or by a mail program; longer lines are whole paragraphs."""
_ENOUGH_LINES, _MOST, _NEARLY_ALL = 4, 0.8, 0.9
_INDENT = 2
_MAIL_WIDTH = 60
"""Lines that a mail program breaks are longer than this."""

ITEM = re.compile(
    r"(?:[-*+•◦▪▫●○■□‣⁃·–—]|\(?\d{1,3}[.)]|\d{1,3}(?:\.\d{1,3})+[.):]?|\([a-zA-Z]{1,5}\)|[a-zA-Z][.)]|[ivxIVX]{1,5}[.)]|§+ ?\d+\w?[.)]?"
    r"|(?:ARTICLE|Article|SECTION|Section|SCHEDULE|Schedule|EXHIBIT|Exhibit|ANNEX|Annex|APPENDIX|Appendix|Clause|CLAUSE) [\dA-Z]+[.:)]?)(?=\s)"
)
"""The start of a numbered clause or list item."""

MARKED = re.compile(r"(?:[-*•◦▪▫●○■□‣⁃·☐☑☒]|\[[ xX✓✔]?\]|\([ xX]?\))(?=\s)")
"""The mark of a list item or a tick box, which no line that only goes on begins with."""

_CLOSED = re.compile(r"(?:[.;:!?…][\"'”’»)\]]*|[;,] (?:and|or|and/or|et|ou|und|oder|y|o))$")
_LABEL = re.compile(r"\w[\w .-]{0,30}:(?:\s|$)")
"""A line that names what follows: "Fee: 500"."""

_SENTENCES = re.compile(r"[.!?][\"'”’)]* +[\"'“‘(]?[^\W\d_a-zà-öø-ÿ]")
_DANGLING = re.compile(
    r"\b(?:the|of|and|or|to|an?|in|by|for|with|from|any|its|his|her|their|your|our|this|that|shall|will|may|le|la|les|des|du|der|die|das|und|el|los|de)$"
)
_TO_FILL_IN = re.compile(r"(?:_{3}|\.{4})")


def margin(stanza: Sequence[Line], usual: int | None) -> int | None:
    """The column at which `stanza` was wrapped: by its own lines where they agree, else as is `usual` in the text; None when it was not."""
    widest = max(line.right for line in stanza)
    if len(stanza) >= _ENOUGH_LINES and NARROWEST <= widest <= WIDEST:
        full = sum(is_full(above, below, widest) for above, below in pairwise(stanza))
        if full >= _MOST * (len(stanza) - 1):
            return widest
    return usual


def usual_margin(every: Sequence[Sequence[Line]]) -> int | None:
    """The column at which most of a text was wrapped; None when its lines are whole paragraphs."""
    edges = sorted(line.right for stanza in every for line in stanza[:-1] if line.right > NARROWEST)
    wrapped = [edge for edge in edges if edge <= WIDEST]
    if len(wrapped) < _ENOUGH_LINES - 1 or len(wrapped) < _MOST * len(edges):
        return None
    return wrapped[int(_NEARLY_ALL * (len(wrapped) - 1))]


def is_full(above: Line, below: Line, edge: int) -> bool:
    """Whether the first word of `below` would have run past the column `edge` on the line `above`."""
    return above.right + 1 + len(below.text.split(maxsplit=1)[0]) > edge


def runs_on(paragraph: Sequence[Line], below: Line, edge: int | None) -> bool:
    """Whether `below` continues the paragraph that the lines `paragraph` make so far."""
    above = paragraph[-1]
    if above.flows:
        return True
    if MARKED.match(below.text) or _are_labels(paragraph[0].text, below.text):
        return False
    closed = _CLOSED.search(above.text) is not None
    full = edge is not None and is_full(above, below, edge)
    if ITEM.match(below.text):
        return full and not closed and len(paragraph[0].text) > NARROWEST
    if _TO_FILL_IN.search(above.text) and _LABEL.match(below.text):
        return False
    if full:
        return not (closed and _indents_anew(paragraph, below))
    goes_on = below.text[0].islower() and not closed and not _LABEL.match(below.text) and not _is_typed_small(paragraph)
    under_way = goes_on or _DANGLING.search(above.text) is not None
    return under_way and above.right >= max(NARROWEST, (edge or 0) // 2)


def splits_off(above: Line, below: Line, edge: int | None, *, typed_break: bool = False) -> bool:
    """Whether `below` begins a block of its own although the format (Markdown) would let it run on.

    That is so after a break that was typed on purpose, unless it cuts a sentence; before a numbered clause or a label ("Fee: …");
    and after a line of several sentences, which is a paragraph by itself.
    """
    if not above.text or not below.text:
        return False
    closed = _CLOSED.search(above.text) is not None
    if typed_break:
        return closed or not below.text[0].islower()
    if edge is not None and is_full(above, below, edge):
        return False
    labelled = _LABEL.match(above.text) is not None and _LABEL.match(below.text) is not None
    return labelled or ITEM.match(below.text) is not None or (closed and _SENTENCES.search(above.text) is not None)


def _are_labels(first: str, below: str) -> bool:
    """Whether a line names what follows it, as the first of its paragraph does, and in the same letters ("Fee: 500" / "Term: for ever")."""
    return _LABEL.match(first) is not None and _LABEL.match(below) is not None and first[0].islower() == below[0].islower()


def _is_typed_small(paragraph: Sequence[Line]) -> bool:
    """Whether a paragraph begins with a small letter and its last line is short, so that a small letter on the next line does not tell that it goes on."""
    return paragraph[0].text[0].islower() and paragraph[-1].right < _MAIL_WIDTH


def _indents_anew(paragraph: Sequence[Line], below: Line) -> bool:
    """Whether `below` is set further in than the line above it (a new paragraph's first line), or back out to where an item would start."""
    step = below.indent - paragraph[-1].indent
    hangs = len(paragraph) == 1 and ITEM.match(paragraph[0].text) is not None
    return (step >= _INDENT and not hangs) or (step <= -_INDENT and len(paragraph) > 1)
