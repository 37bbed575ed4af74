"""Writes the canonical text block by block: white space made even, invisible characters left out, every letter mapped to the raw text."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from contract_registry import __version__
from contract_registry.core.document import Block, BlockKind, Document, Problem, Source
from contract_registry.core.text import Span, TextBuilder
from contract_registry.errors import EmptyFile
from contract_registry.reading.limits import Limits

CELL_SEPARATOR = " | "
"""What stands between the cells of a row in the canonical text."""

INVISIBLE = (
    "\\x00-\\x08\\x0e-\\x1b\\x7f-\\x84\\x86-\\x9f\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180e\\u200b-\\u200f\\u202a-\\u202e"
    "\\u2060-\\u206f\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0\\ufff9-\\ufffb\\U000e0000-\\U000e0fff"
)
"""Characters that print nothing (controls, soft hyphens, zero-width and direction marks, tags), as the inside of a regular expression's class."""

_RUNS = re.compile(rf"(?P<words>[^\s{INVISIBLE}]+(?: [^\s{INVISIBLE}]+)*)|(?P<blank>\s+)")
_PRINTED = re.compile(rf"[^\s{INVISIBLE}]")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words as the file held them; `at` is where they stand in the raw text, None for words the reader adds; `bold` is how they are printed."""

    text: str
    at: int | None = None
    bold: bool = False


class BlockWriter:
    """Collects blocks and their text; readers fill it and ask once for the document.

    Pieces may hold any characters: runs of white space come out as one space, invisible characters not at all,
    and a block without a printed character is not written.
    """

    def __init__(self) -> None:
        self._text = TextBuilder()
        self.blocks: list[Block] = []

    def write(
        self,
        pieces: Iterable[Piece],
        kind: BlockKind = "paragraph",
        *,
        level: int | None = None,
        source: Source = "body",
        number: Piece | None = None,
    ) -> Block | None:
        """The block just written, or None when `pieces` print nothing; `number` is the printed number put before them."""
        counted = self._put([number], self._break) if number else None
        words = self._put(pieces, " " if counted else self._break)
        whole = Span(counted.start, words.end) if counted and words else counted or words
        return self._keep(Block(whole, kind, level, source, counted)) if whole else None

    def write_row(self, cells: Sequence[Iterable[Piece]], source: Source = "table") -> Block | None:
        """The table row just written, its cells between bars, or None when no cell prints anything."""
        spans, start = [], None
        for cell in cells:
            words = self._put(cell, self._break if start is None else CELL_SEPARATOR)
            start = words.start if words and start is None else start
            spans.append(words or Span(self._text.length, self._text.length))
        if start is None:
            return None
        row = Span(start, self._text.length)
        return self._keep(Block(row, "row", None, source, None, tuple(span.clipped(row) for span in spans)))

    def document(
        self, *, name: str, media_type: str, data: bytes, raw: str, reader: str, limits: Limits, problems: Iterable[Problem] = ()
    ) -> Document:
        """Everything written so far as a Document; EmptyFile when that is nothing, TooLarge past the limit on characters."""
        text = self._text.text
        if not text:
            raise EmptyFile("This file holds no words.")
        limits.check_characters(len(text))
        return Document(
            name=name,
            media_type=media_type,
            sha256=hashlib.sha256(data).hexdigest(),
            size=len(data),
            text=text,
            reader=reader,
            blocks=tuple(self.blocks),
            problems=tuple(problems),
            raw=raw,
            map=self._text.map(len(raw)),
        )

    @property
    def _break(self) -> str:
        return "\n" if self._text.length else ""

    def _keep(self, block: Block) -> Block:
        self.blocks.append(block)
        return block

    def _put(self, pieces: Iterable[Piece], lead: str) -> Span | None:
        """The place of the printed characters of `pieces`, written after `lead`; None, and nothing written, when there are none."""
        start: int | None = None
        gap: Piece | None = None
        for piece in pieces:
            for run in _RUNS.finditer(piece.text):
                at = None if piece.at is None else piece.at + run.start()
                if run.lastgroup == "blank":
                    gap = Piece(" ", at)
                    continue
                if start is None:
                    start = self._text.add(lead).end
                elif gap:
                    self._text.add(gap.text, gap.at)
                gap = None
                self._text.add(run.group(), at)
        return None if start is None else Span(start, self._text.length)


def prints_nothing(text: str) -> bool:
    """Whether `text` shows no mark at all on paper."""
    return _PRINTED.search(text) is None


def reader_name(reader: str, *libraries: str) -> str:
    """The name under which a reader signs its documents: "plain text 0.1.0" or "web page 0.1.0 (lxml 6.1.3)"."""
    return f"{reader} {__version__}" + (f" ({', '.join(libraries)})" if libraries else "")
