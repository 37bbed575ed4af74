"""Makes the values of a document from decoded facts, refusing with ValueError whatever no reader could have meant."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any, Literal, cast, get_args

from contract_registry.core.document import (
    Block,
    BlockKind,
    Box,
    Document,
    Furniture,
    Line,
    Mark,
    MarkKind,
    Page,
    Part,
    Problem,
    ProblemKind,
    Revision,
    Source,
)
from contract_registry.core.text import Span, TextMap
from contract_registry.reading.wire_columns import ColumnReader

_SHA256 = re.compile(r"[0-9a-f]{64}\Z")
_CORNERS = 4
Origin = Literal["text layer", "recognised", "unread"]
FurnitureKind = Literal["head", "foot", "page number"]
RevisionKind = Literal["inserted", "deleted"]


def document_from(facts: dict[str, Any], columns: ColumnReader) -> Document:
    """The document that `facts` and `columns` describe."""
    text, raw = _words(facts["text"]), _words(facts["raw"])
    whole = Span(0, len(text))
    mapped = _map(columns, len(text), raw, _count(facts["raw_length"]))
    lines = _lines(columns, whole)
    pages = tuple(_page(fields, lines) for fields in facts["pages"])
    if next(lines, None) is not None or any(one.number >= next_one.number for one, next_one in pairwise(pages)):
        raise ValueError("pages that do not follow one another")
    return Document(
        name=_words(facts["name"]),
        media_type=_words(facts["media_type"]),
        sha256=_sha256(facts["sha256"]),
        size=_count(facts["size"]),
        text=text,
        reader=_words(facts["reader"]),
        blocks=_in_order(tuple(_block(fields, whole) for fields in facts["blocks"])),
        pages=pages,
        marks=tuple(
            Mark(cast("MarkKind", _one_of(kind, MarkKind)), _span(start, end, whole), _words(note))
            for kind, start, end, note in facts["marks"]
        ),
        revisions=tuple(_revision(fields, whole) for fields in facts["revisions"]),
        problems=tuple(_problem(fields) for fields in facts["problems"]),
        parts=tuple(_part(fields, whole) for fields in facts["parts"]),
        raw=raw,
        map=mapped,
    )


def _map(columns: ColumnReader, length: int, raw: str, raw_length: int) -> TextMap:
    starts, raw_starts, lengths = columns.whole(), columns.whole(), columns.whole()
    ends = [start + count for start, count in zip(starts, lengths, strict=True)]
    if any(end > start for end, start in zip(ends, starts[1:], strict=False)) or (ends and ends[-1] > length):
        raise ValueError("a map whose runs overlap or leave the text")
    if any(start + count > raw_length for start, count in zip(raw_starts, lengths, strict=True)):
        raise ValueError("a map that leaves the raw text")
    if starts and raw and raw_length != len(raw):
        raise ValueError("a map into a raw text of another length")
    return TextMap(tuple(starts), tuple(raw_starts), tuple(lengths), raw_length)


def _lines(columns: ColumnReader, whole: Span) -> Iterator[Line]:
    """All lines of all pages, one after the other; the columns are taken off at once."""
    starts, ends, boxes, counts, left, right = (
        columns.whole(),
        columns.whole(),
        columns.real(),
        columns.whole(),
        columns.floats(),
        columns.floats(),
    )
    if not len(starts) == len(ends) == len(counts) == len(boxes) / _CORNERS or not sum(counts) == len(left) == len(right):
        raise ValueError("lines with too few or too many places")
    if not math.isfinite(
        sum(boxes) + sum(left) + sum(right)
    ):  # one that is not finite makes the sum so, at a fraction of the cost of asking each
        raise ValueError("a line that is nowhere")

    def made() -> Iterator[Line]:
        at = 0
        for place, (start, end, count) in enumerate(zip(starts, ends, counts, strict=True)):
            if count not in {0, end - start}:
                raise ValueError("a line with places for other characters than its own")
            box = Box(*boxes[place * _CORNERS : (place + 1) * _CORNERS])
            yield Line(_span(start, end, whole), box, left[at : at + count], right[at : at + count])
            at += count

    return made()


def _page(fields: Sequence[Any], lines: Iterator[Line]) -> Page:
    number, width, height, origin, count, furniture = fields
    own = tuple(next(lines) for _ in range(_count(count)))
    if _count(number) < 1 or any(
        one.span.start > next_one.span.start or one.span.end > next_one.span.end for one, next_one in pairwise(own)
    ):
        raise ValueError("a page whose lines are out of order")
    beside = tuple(
        Furniture(cast("FurnitureKind", _one_of(kind, FurnitureKind)), _words(text), _box(corners)) for kind, text, corners in furniture
    )
    return Page(number, _real(width), _real(height), own, beside, cast("Origin", _one_of(origin, Origin)))


def _block(fields: Sequence[Any], whole: Span) -> Block:
    start, end, kind, level, source, number, cells = fields
    span = _span(start, end, whole)
    return Block(
        span,
        cast("BlockKind", _one_of(kind, BlockKind)),
        None if level is None else _count(level),
        cast("Source", _one_of(source, Source)),
        None if number is None else _pair(number, span),
        tuple(_pair(cell, span) for cell in cells),
    )


def _revision(fields: Sequence[Any], whole: Span) -> Revision:
    kind, start, end, removed, author, date = fields
    return Revision(
        cast("RevisionKind", _one_of(kind, RevisionKind)), _span(start, end, whole), _words(removed), _words(author), _words(date)
    )


def _problem(fields: Sequence[Any]) -> Problem:
    kind, message, page = fields
    return Problem(cast("ProblemKind", _one_of(kind, ProblemKind)), _words(message), None if page is None else _count(page))


def _part(fields: Sequence[Any], whole: Span) -> Part:
    name, media_type, sha256, size, start, end, pages = fields
    numbers = tuple(_count(page) for page in pages)
    return Part(_words(name), _words(media_type), _sha256(sha256), _count(size), _span(start, end, whole), numbers)


def _in_order(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    if any(one.span.end > next_one.span.start for one, next_one in pairwise(blocks)):
        raise ValueError("blocks that overlap")
    return blocks


def _pair(ends: Sequence[object], inside: Span) -> Span:
    start, end = ends
    return _span(start, end, inside)


def _span(start: object, end: object, inside: Span) -> Span:
    span = Span(_count(start), _count(end))
    if not inside.contains(span):
        raise ValueError(f"a place outside its text: {span}")
    return span


def _box(corners: Iterable[object]) -> Box:
    return Box(*map(_real, corners))


def _one_of(value: object, literal: object) -> object:
    if value not in get_args(literal):
        raise ValueError(f"{value!r} is none of {get_args(literal)}")
    return value


def _words(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("text expected")
    return value


def _count(value: object) -> int:
    if type(value) is not int or value < 0:
        raise ValueError(f"a whole number expected, not {value!r}")
    return value


def _real(value: object) -> float:
    if not isinstance(value, (int, float)) or not math.isfinite(value):
        raise ValueError(f"a number expected, not {value!r}")
    return float(value)


def _sha256(value: object) -> str:
    words = _words(value)
    if not _SHA256.match(words):
        raise ValueError("no sha256")
    return words
