"""The words of a part of a web page: where they part into blocks, which are bold, and what a cell shows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from lxml import etree
from lxml.etree import _Element

from contract_registry.reading.blocks import Piece
from contract_registry.reading.lines import Line
from contract_registry.reading.titles import is_title
from contract_registry.reading.web_visibility import UNSEEN_TAGS, is_hidden, style_of
from contract_registry.reading.wrapping import splits_off

BLOCKS = frozenset(
    {"address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dir", "div", "dl", "dt", "fieldset"}
    | {"figcaption", "figure", "footer", "form", "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "legend", "li", "main"}
    | {"menu", "ol", "p", "search", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"}
)  # fmt: skip
"""Elements that begin and end a block."""

BREAK = Piece("\n")
"""A line break that was typed."""

_BOLD = re.compile(r"font-weight:(?:bold|[6-9]00)")


def words_in(pieces: list[Piece]) -> str:
    return "".join(piece.text for piece in pieces).strip()


def parts_of(pieces: list[Piece]) -> Iterator[list[Piece]]:
    """`pieces` parted at the line breaks that set lines apart; breaks inside a sentence become blanks."""
    lines: list[list[Piece]] = [[]]
    for piece in pieces:
        if piece is BREAK:
            lines.append([])
        else:
            lines[-1].append(piece)
    part = lines[0]
    for above, below in pairwise(lines):
        if is_title(part) or _sets_apart(words_in(above), words_in(below)):
            yield part
            part = below
        else:
            part += [Piece(" "), *below]
    yield part


def seen_text(element: _Element) -> Iterator[str]:
    """The words of a cell that a reader sees, with a blank wherever a paragraph in it begins or ends."""
    walk = etree.iterwalk(element, events=("start", "end"))
    for event, inner in walk:
        edge = " " if inner.tag in BLOCKS or inner.tag == "br" else ""
        if event == "end":
            yield edge + (inner.tail or "" if inner is not element else "")
        elif inner.tag in UNSEEN_TAGS or is_hidden(inner):
            walk.skip_subtree()
        else:
            yield edge + (inner.text or "")


def is_bold(element: _Element) -> bool:
    return element.tag in {"b", "strong"} or _BOLD.search(style_of(element)) is not None


def _sets_apart(above: str, below: str) -> bool:
    return not above or not below or splits_off(Line(0, above), Line(0, below), None, typed_break=True)
