"""Tells table rows that hold facts side by side ("Territory | Universe") from tables that only place clauses on the page."""

from __future__ import annotations

import re
from collections.abc import Sequence

from contract_registry.reading.word.joining import Settled

LONGEST_CELL = 40
"""A cell of more words than this is prose, which stands in blocks of its own."""

_NUMBER = re.compile(
    r"\s*(?:[(\[]?(?:\d{1,3}|[a-zA-Z]|[ivxlc]{2,6}|[IVXLC]{2,6})[.)\]:]{1,2}|\d{1,3}(?:\.\d{1,3}){1,4}[a-z]?[.)]?|§+\s?\d{1,4}\w?)\s*"
)
_BARE = re.compile(r"\s*\d{1,3}\s*")
_SHORTEST_CLAUSE = 3


def holds_facts(cells: Sequence[Sequence[Settled]]) -> bool:
    """Whether the cells of a row belong side by side: more than one says something, and none of them in several paragraphs or at length."""
    printed = [[paragraph for paragraph in cell if not is_empty(paragraph)] for cell in cells]
    filled = [cell for cell in printed if cell]
    if len(filled) < 2 or any(len(cell) > 1 for cell in filled):  # noqa: PLR2004  side by side
        return False
    (first,), (second,), *more = filled
    if not more and numbers(first, second):
        return False
    return all(len(cell[0].text.split()) <= LONGEST_CELL for cell in filled)


def numbers(paragraph: Settled, clause: Settled) -> bool:
    """Whether the only paragraph of a cell is the number, typed or automatic, of the clause in the next cell."""
    if clause.label:
        return False
    if paragraph.is_blank or paragraph.label:
        return paragraph.is_blank and bool(paragraph.label)
    bare = _BARE.fullmatch(paragraph.text) and len(clause.text.split()) >= _SHORTEST_CLAUSE
    return bool(bare) or _NUMBER.fullmatch(paragraph.text) is not None


def is_empty(paragraph: Settled) -> bool:
    """Whether a paragraph in a table prints neither words nor a number."""
    return paragraph.is_blank and not paragraph.label
