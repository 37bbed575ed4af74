"""Tells table rows that hold facts side by side ("Territory | Universe") from tables that only place clauses on the page."""

from __future__ import annotations

import re
from collections.abc import Sequence

from contract_registry.reading.word.joining import Settled

LONGEST_CELL = 40
"""A cell of more words than this is prose, which stands in blocks of its own."""

_NUMBER = re.compile(r"\s*(?:[(\[]?(?:\d{1,3}(?:\.\d{1,3}){0,4}[a-z]?|[a-zA-Z]|[ivxlc]{1,6}|[IVXLC]{1,6})[.)\]:]{0,2}|§+\s?\d{1,4}\w?)\s*")


def holds_facts(cells: Sequence[Sequence[Settled]]) -> bool:
    """Whether the cells of a row belong side by side: more than one says something, and none of them in several paragraphs or at length."""
    printed = [[paragraph for paragraph in cell if not is_empty(paragraph)] for cell in cells]
    filled = [cell for cell in printed if cell]
    if len(filled) < 2 or any(len(cell) > 1 for cell in filled):  # noqa: PLR2004  side by side
        return False
    return all(len(cell[0].text.split()) <= LONGEST_CELL for cell in filled) and not (len(filled) == 2 and is_number(filled[0][0]))  # noqa: PLR2004


def is_number(paragraph: Settled) -> bool:
    """Whether a cell's only paragraph is a clause's number, typed or automatic, that belongs before the words of the next cell."""
    return bool(paragraph.label) if paragraph.is_blank else not paragraph.label and _NUMBER.fullmatch(paragraph.text) is not None


def is_empty(paragraph: Settled) -> bool:
    """Whether a paragraph in a table prints neither words nor a number."""
    return paragraph.is_blank and not paragraph.label
