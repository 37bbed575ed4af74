"""The pieces that become clauses: a document's blocks in order, with the gaps between them and several clauses run together in one block told apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from contract_registry.core.clauses.boxes import Box, boxes, divided, left_empty
from contract_registry.core.clauses.numbering import PrintedNumber, parse_number
from contract_registry.core.clauses.recitals import turn
from contract_registry.core.document import Block, Document, Source
from contract_registry.core.text import Span, trimmed

_LONG = 240
"""A block shorter than this is not searched for clauses run together."""
_INLINE = re.compile(
    r"[.;:!?)\"”’]\s{1,3}(?=(?:(?:Article|ARTICLE|Section|SECTION|Clause|CLAUSE)\s)?\d{1,3}(?:\.\d{1,3}){0,3}\.?\s{1,3}[A-ZÀ-Þ\"“])"
)
_LINE = re.compile(r"[^\n]*\S[^\n]*")


_BESIDE: frozenset[Source] = frozenset({"header", "footer", "footnote", "endnote", "text box", "comment", "mail header"})
"""Sources whose blocks stand out of the run of the contract's text."""
_PAGE_NUMBER = re.compile(
    r"[-–—\s\[(]{0,4}(?:(?:page|seite|página|p\.)\s{0,2})?\d{1,4}(?:\s{0,2}(?:of|/|von|de|sur)\s{0,2}\d{1,4})?[-–—\s\])]{0,4}",
    re.IGNORECASE,
)
_REVISION = re.compile(r"\b(?:rev(?:ision)?|v(?:ersion)?|form)\b\.?\s?#[#./-]*\W{0,2}\Z", re.IGNORECASE)
"""The end of a line that says which issue of a form this is ("(rev. 03/26)"), as the foot of a page does."""
_FURNITURE_LENGTH = 120
_OFTEN = 3
_DIGITS = re.compile(r"\d+")


class Piece(NamedTuple):
    """A stretch of the text that becomes one clause, the block it stands in, the number printed before it, and whether it is out of the text's run.

    `box` is the tick box before its words, `is_unticked` when that was left empty while another of its group is ticked.
    """

    span: Span
    block: Block
    number: PrintedNumber | None = None
    is_aside: bool = False
    box: Box | None = None
    is_unticked: bool = False


def pieces(document: Document) -> Iterator[Piece]:
    """Everything in the text, in order: each block, or each clause or tick box of a block that holds several, and any words outside all blocks."""
    every = tuple(_pieces(document))
    if not any(piece.box for piece in every):
        yield from every
        return
    of_block = Counter(piece.block.span.start for piece in every)
    groups = [piece.block.span.start if of_block[piece.block.span.start] > 1 else -1 for piece in every]
    empty = left_empty([(group, piece.box.is_ticked if piece.box else None) for group, piece in zip(groups, every, strict=True)])
    for at, piece in enumerate(every):
        yield piece._replace(is_unticked=True) if at in empty else piece


def _pieces(document: Document) -> Iterator[Piece]:
    every = tuple(_blocks(document))
    repeated = _furniture(document.text, every)
    for block in every:
        if block.source in _BESIDE or _line(document.text, block) in repeated:
            yield Piece(block.span, block, parse_number(document.text, block.span.start, block.span.end), is_aside=True)
            continue
        for piece in _divided(document.text, block):
            yield from _boxed(document.text, piece)


def _boxed(text: str, piece: Piece) -> Iterator[Piece]:
    """A piece as it is, or its parts where it holds several tick boxes."""
    every = () if piece.block.kind == "row" and len(piece.block.cells) > 1 else boxes(text, piece.span)
    if len(every) < 2:  # noqa: PLR2004
        yield piece._replace(box=every[0]) if every else piece
        return
    for at, (box, span) in enumerate(zip(every, divided(text, piece.span, every), strict=True)):
        yield Piece(span, piece.block, None if at else piece.number, box=box)


def _blocks(document: Document) -> Iterator[Block]:
    text, at = document.text, 0
    for block in document.blocks:
        span = block.span
        if span.start < at or span.end > len(text):
            span = Span(min(max(span.start, at), len(text)), min(max(span.end, at), len(text)))
        if span.start > at:
            yield from _strays(text, Span(at, span.start))
        if span.start < span.end:
            yield block if span == block.span else replace(block, span=span)
            at = span.end
    if at < len(text):
        yield from _strays(text, Span(at, len(text)))


def _strays(text: str, gap: Span) -> Iterator[Block]:
    """Lines that belong to no block, as paragraphs."""
    if not text[gap.start : gap.end].isspace():
        for line in _LINE.finditer(text, gap.start, gap.end):
            yield Block(Span(line.start(), line.end()))


def _furniture(text: str, blocks: Sequence[Block]) -> frozenset[str]:
    """The short lines that come again and again but for a number (running heads, page numbers), which no reader took away."""
    lines = Counter(line for block in blocks if (line := _line(text, block)))
    late = {_line(text, block) for block in blocks[_OFTEN:]}
    return frozenset(line for line, count in lines.items() if line == "#" or count >= _OFTEN or (line in late and _REVISION.search(line)))


def _line(text: str, block: Block) -> str:
    """A paragraph's words with every number made alike; "#" for a page number alone, empty for what is no furniture."""
    span = block.span
    if (
        block.kind not in ("paragraph", "heading")
        or block.level is not None
        or len(span) > _FURNITURE_LENGTH
        or text[span.end - 1] in ":,;"
        or text[span.start] in "([•"
    ):
        return ""
    if _PAGE_NUMBER.fullmatch(text, span.start, span.end):
        return "#"
    return _DIGITS.sub("#", span.of(text))


def _divided(text: str, block: Block) -> Iterator[Piece]:
    span = block.span
    number = _number(text, block, span)
    if (at := turn(text, span)) is not None:
        yield Piece(trimmed(Span(span.start, at), text), block, number)
        yield Piece(Span(at, span.end), block)
        return
    if block.kind == "row" or len(span) < _LONG:
        yield Piece(span, block, number)
        return
    start = span.start
    for at, found in _run_together(text, span, number):
        yield Piece(trimmed(Span(start, at), text), block, number)
        start, number = at, found
    yield Piece(Span(start, span.end), block, number)


def _number(text: str, block: Block, span: Span) -> PrintedNumber | None:
    number = parse_number(text, span.start, span.end)
    if number is not None and block.cells and number.end < block.cells[0].end:
        return None
    return number


def _run_together(text: str, span: Span, number: PrintedNumber | None) -> list[tuple[int, PrintedNumber]]:
    """Where further numbered clauses begin inside a block, each the next after the one before it; a lone number is none unless the block's own leads to it."""
    found: list[tuple[int, PrintedNumber]] = []
    last = number
    for match in _INLINE.finditer(text, span.start, span.end):
        following = parse_number(text, match.end(), span.end)
        if following is not None and _succeeds(last, following):
            found.append((match.end(), following))
            last = following
    return found if number is not None or len(found) > 1 else []


def _succeeds(last: PrintedNumber | None, following: PrintedNumber) -> bool:
    """Whether `following` is the next number after `last`: its first child, its next sibling, or an ancestor's."""
    if (
        following.form not in ("single", "dotted", "label")
        or following.is_doubtful
        or not all(part.isdecimal() for part in following.parts)
    ):
        return False
    new = tuple(int(part) for part in following.parts)
    if last is None:
        return all(part == 1 for part in new)
    if last.division != following.division or not all(part.isdecimal() for part in last.parts):
        return False
    old = tuple(int(part) for part in last.parts)
    return new == (*old, 1) or any(new == (*old[: size - 1], old[size - 1] + 1) for size in range(1, len(old) + 1))
