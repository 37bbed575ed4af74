"""Finds the block of facts about a file ("---", then "title: …") that some put before its text, and keeps it apart from the contract."""

from __future__ import annotations

import re

from contract_registry.reading.blocks import BlockWriter, Piece
from contract_registry.reading.lines import lines

_OPENING = re.compile(r"\ufeff?(?P<mark>---|\+\+\+)[ \t]*\r?\n")
_FACT = re.compile(r"[\w\"'][\w .\"'-]*\s*[:=](?:\s|$)|\s|[-#\]}]|$")
_LONGEST = 20_000


def front_matter(text: str) -> int:
    """Where the text after its front matter begins; 0 when it has none."""
    opening = _OPENING.match(text)
    if not opening:
        return 0
    closing = re.compile(rf"^(?:{re.escape(opening['mark'])}|\.\.\.)[ \t]*\r?$\n?", re.MULTILINE).search(text, opening.end(), _LONGEST)
    if not closing or not all(_FACT.match(line) for line in text[opening.end() : closing.start()].splitlines()):
        return 0
    return closing.end()


def write_front_matter(text: str, end: int, writer: BlockWriter) -> None:
    """Write the facts of the front matter, which ends at `end`, line by line, as belonging to the head of the file."""
    for line in lines(text[:end]):
        if line.text.strip("-+."):
            writer.write([Piece(line.text, line.start)], source="header")
