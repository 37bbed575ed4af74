"""Tells tables that hold facts from tables that only place text on a web page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.etree import _Element

from contract_registry.reading.web_visibility import words_of

_HEAVY = ("h1", "h2", "h3", "h4", "h5", "h6", "table", "form", "blockquote", "pre")
"""What a cell holds only where the table merely places it."""
_LONGEST_CELL = 1_000
_MOST_PARAGRAPHS = 3
_MARKER = re.compile(r"(?:[•◦▪■□·–—*o-]|\(?[a-zA-Z0-9]{1,5}[.)]|\d{1,3}(?:\.\d{1,3})*\.?|§ ?\d+)$")


def holds_facts(table: _Element) -> bool:
    """Whether the rows of `table` belong together cell by cell, as in a schedule of rates."""
    if (table.get("role") or "").lower() in {"presentation", "none"} or any(inner is not table for inner in table.iter(*_HEAVY)):
        return False
    rows = [list(cells(row)) for row in table.iter("tr")]
    if not any(len(row) > 1 for row in rows):
        return False
    return not any(_is_long(cell) for row in rows for cell in row) and not all(marker_and_text(row) for row in rows)


def cells(row: _Element) -> Iterator[_Element]:
    return (child for child in row if child.tag in {"td", "th"})


def marker_and_text(row: list[_Element]) -> tuple[_Element, _Element] | None:
    """The two cells of a row that sets a clause's number beside the clause; None for other rows."""
    filled = [cell for cell in row if words_of(cell).strip()]
    if len(filled) != len(("marker", "text")) or not _MARKER.match(words_of(filled[0]).strip()):
        return None
    return filled[0], filled[1]


def marker_of(cell: _Element) -> str | None:
    """The number in a marker's cell; None when it is a bullet."""
    words = words_of(cell).strip()
    return words if any(character.isalnum() for character in words) and words != "o" else None


def _is_long(cell: _Element) -> bool:
    return len(words_of(cell)) > _LONGEST_CELL or sum(1 for _ in cell.iter("p", "li")) > _MOST_PARAGRAPHS
