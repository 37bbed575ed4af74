"""Documents as bytes and back: how a child process answers, and how documents are kept.

A document is the mark `CRD`, a version byte, the length of a JSON text (four bytes, little-endian), the JSON text in UTF-8, and columns of numbers
(places of lines, characters and mapped runs) for which JSON would be slow. The same document always gives the same bytes. Decoding trusts nothing:
what does not make a possible document is refused, so that no place ever lies outside the text.
"""

from __future__ import annotations

import json
import struct
from itertools import chain
from typing import Any

from contract_registry.core.document import Block, Document, Page
from contract_registry.core.text import Span
from contract_registry.reading.wire_columns import ColumnReader, ColumnWriter
from contract_registry.reading.wire_values import document_from

MARK = b"CRD"
VERSION = 1
_HEAD = struct.Struct("<3sBI")


class NotADocument(ValueError):
    """These bytes are no document of a version known here."""


def encode(document: Document) -> bytes:
    """`document` as bytes."""
    columns = ColumnWriter()
    _add_columns(document, columns)
    facts = _facts(document) | {"columns": columns.counts}
    words = json.dumps(facts, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    return b"".join((_HEAD.pack(MARK, VERSION, len(words)), words, columns.packed))


def decode(data: bytes | bytearray | memoryview) -> Document:
    """The document in `data`; NotADocument when it holds anything else."""
    view = memoryview(data)
    try:
        words = _words_in(view)
        facts = json.loads(str(words, "utf-8", "surrogatepass"), parse_constant=_refuse)
        columns = ColumnReader(view[_HEAD.size + len(words) :], facts["columns"])
        document = document_from(facts, columns)
        columns.done()
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError, RecursionError, struct.error) as error:
        raise NotADocument(str(error)) from error
    return document


def _words_in(view: memoryview) -> memoryview:
    """The JSON text behind the head."""
    mark, version, length = _HEAD.unpack_from(view)
    if mark != MARK or version != VERSION or _HEAD.size + length > len(view):
        raise ValueError(f"no document of version {VERSION}")
    return view[_HEAD.size : _HEAD.size + length]


def _refuse(constant: str) -> float:
    raise ValueError(f"{constant} is no number")


def _add_columns(document: Document, columns: ColumnWriter) -> None:
    """Everything that comes in thousands, in the order in which `document_from` takes it off."""
    lines = [line for page in document.pages for line in page.lines]
    columns.add_whole(document.map.starts)
    columns.add_whole(document.map.raw_starts)
    columns.add_whole(document.map.lengths)
    columns.add_whole(line.span.start for line in lines)
    columns.add_whole(line.span.end for line in lines)
    columns.add_real(chain.from_iterable((line.box.x0, line.box.y0, line.box.x1, line.box.y1) for line in lines))
    columns.add_whole(len(line.left) for line in lines)
    columns.add_floats(line.left for line in lines)
    columns.add_floats(line.right for line in lines)


def _facts(document: Document) -> dict[str, Any]:
    return {
        "name": document.name,
        "media_type": document.media_type,
        "sha256": document.sha256,
        "size": document.size,
        "reader": document.reader,
        "text": document.text,
        "raw": document.raw,
        "raw_length": document.map.raw_length,
        "blocks": [_block(block) for block in document.blocks],
        "pages": [_page(page) for page in document.pages],
        "marks": [[mark.kind, *_span(mark.span), mark.note] for mark in document.marks],
        "revisions": [[one.kind, *_span(one.span), one.removed, one.author, one.date] for one in document.revisions],
        "problems": [[problem.kind, problem.message, problem.page] for problem in document.problems],
        "parts": [[part.name, part.media_type, part.sha256, part.size, *_span(part.span), list(part.pages)] for part in document.parts],
    }


def _block(block: Block) -> list[Any]:
    number = None if block.number is None else _span(block.number)
    return [*_span(block.span), block.kind, block.level, block.source, number, [_span(cell) for cell in block.cells]]


def _page(page: Page) -> list[Any]:
    furniture = [
        [one.kind, one.text, [float(corner) for corner in (one.box.x0, one.box.y0, one.box.x1, one.box.y1)]] for one in page.furniture
    ]
    return [page.number, float(page.width), float(page.height), page.origin, len(page.lines), furniture]


def _span(span: Span) -> list[int]:
    return [span.start, span.end]
