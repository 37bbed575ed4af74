"""Documents as bytes: nothing is lost on the way, and nonsense is refused."""

from __future__ import annotations

import json
import struct
from array import array
from dataclasses import replace
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import a_document
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
from contract_registry.reading.wire import NotADocument, decode, encode

numbers = st.floats(allow_nan=False, allow_infinity=False, width=32)
boxes = st.builds(Box, numbers, numbers, numbers, numbers)
words = st.text(max_size=12)
sums = st.text("0123456789abcdef", min_size=64, max_size=64)


def spans(within: Span) -> st.SearchStrategy[Span]:
    ends = st.integers(within.start, within.end)
    return st.tuples(ends, ends).map(lambda pair: Span(min(pair), max(pair)))


def in_turn(length: int) -> st.SearchStrategy[list[Span]]:
    """Spans of a text that do not overlap, in order."""
    cuts = st.lists(st.integers(0, length), max_size=8).map(sorted)
    return cuts.map(lambda places: [Span(start, end) for start, end in zip(places[::2], places[1::2], strict=False)])


@st.composite
def blocks(draw: st.DrawFn, length: int) -> tuple[Block, ...]:
    return tuple(
        Block(
            span,
            draw(st.sampled_from(get_args(BlockKind))),
            draw(st.none() | st.integers(0, 9)),
            draw(st.sampled_from(get_args(Source))),
            draw(st.none() | spans(span)),
            tuple(draw(st.lists(spans(span), max_size=2))),
        )
        for span in draw(in_turn(length))
    )


@st.composite
def pages(draw: st.DrawFn, length: int) -> tuple[Page, ...]:
    made, number = [], 0
    for _ in range(draw(st.integers(0, 2))):
        number += draw(st.integers(1, 3))
        lines = []
        for span in draw(in_turn(length)):
            places = draw(st.lists(numbers, min_size=len(span), max_size=len(span))) if draw(st.booleans()) else []
            lines.append(Line(span, draw(boxes), array("f", places), array("f", places)))
        beside = draw(st.lists(st.builds(Furniture, st.sampled_from(["head", "foot", "page number"]), words, boxes), max_size=1))
        made.append(
            Page(number, draw(numbers), draw(numbers), tuple(lines), tuple(beside), draw(st.sampled_from(["unread", "recognised"])))
        )
    return tuple(made)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    text, raw = draw(st.text(max_size=60)), draw(st.text(max_size=60))
    whole = Span(0, len(text))
    runs = [span for span in draw(in_turn(min(len(text), len(raw)))) if len(span)]
    return Document(
        name=draw(words),
        media_type=draw(words),
        sha256=draw(sums),
        size=draw(st.integers(0, 10**12)),
        text=text,
        reader=draw(words),
        blocks=draw(blocks(len(text))),
        pages=draw(pages(len(text))),
        marks=tuple(draw(st.lists(st.builds(Mark, st.sampled_from(get_args(MarkKind)), spans(whole), words), max_size=2))),
        revisions=tuple(
            draw(st.lists(st.builds(Revision, st.sampled_from(["inserted", "deleted"]), spans(whole), words, words, words), max_size=2))
        ),
        problems=tuple(
            draw(st.lists(st.builds(Problem, st.sampled_from(get_args(ProblemKind)), words, st.none() | st.integers(1, 99)), max_size=2))
        ),
        parts=tuple(draw(st.lists(st.builds(Part, words, words, sums, st.integers(0, 99), spans(whole), st.just((1, 2))), max_size=2))),
        raw=raw,
        map=TextMap(tuple(run.start for run in runs), tuple(run.start for run in runs), tuple(len(run) for run in runs), len(raw)),
    )


@given(documents())
def test_a_document_comes_back_as_it_was(document: Document) -> None:
    data = encode(document)

    assert decode(data) == document
    assert encode(decode(data)) == data


def test_lone_surrogates_survive() -> None:
    document = a_document("odd \ud800 letter")

    assert decode(encode(document)).text == "odd \ud800 letter"


def changed(document: Document, **facts: object) -> bytes:
    """The bytes of `document` with some of its JSON facts replaced."""
    data = encode(document)
    length = struct.unpack_from("<I", data, 4)[0]
    head = json.dumps({**json.loads(data[8 : 8 + length]), **facts}).encode()
    return data[:4] + struct.pack("<I", len(head)) + head + data[8 + length :]


DOCUMENT = a_document("Two lines\nof text", lines_on_a_page=1, raw="", map=TextMap())


@pytest.mark.parametrize(
    "facts",
    [
        {"blocks": [[0, 99, "paragraph", None, "body", None, []]]},
        {"blocks": [[5, 2, "paragraph", None, "body", None, []]]},
        {"blocks": [[-1, 2, "paragraph", None, "body", None, []]]},
        {"blocks": [[0, 5, "poem", None, "body", None, []]]},
        {"blocks": [[0, 5, "paragraph", None, "body", [4, 8], []]]},
        {"blocks": [[0, 5, "paragraph", None, "body", None, []], [3, 8, "paragraph", None, "body", None, []]]},
        {"blocks": [[0.0, 5, "paragraph", None, "body", None, []]]},
        {"blocks": [[True, 5, "paragraph", None, "body", None, []]]},
        {"pages": []},
        {"pages": [[1, 1.0, 1.0, "unread", 2, []], [1, 1.0, 1.0, "unread", 0, []]]},
        {"pages": [[0, 1.0, 1.0, "unread", 1, []], [1, 1.0, 1.0, "unread", 1, []]]},
        {"problems": [["too bad", "", None]]},
        {"problems": [["hidden text", 5, None]]},
        {"marks": [["hidden", 0, 99, ""]]},
        {"parts": [["a", "b", "not a sum", 1, 0, 1, []]]},
        {"sha256": "x"},
        {"size": -1},
        {"text": None},
        {"columns": [10**9] * 9},
        {"columns": []},
        {"columns": "abc"},
        {"name": ["a"]},
    ],
)
def test_what_no_reader_could_have_meant_is_refused(facts: dict[str, object]) -> None:
    with pytest.raises(NotADocument):
        decode(changed(DOCUMENT, **facts))


@pytest.mark.parametrize(
    "wrong",
    [
        TextMap((0, 3), (0, 0), (5, 2), 17),
        TextMap((15,), (0,), (5,), 17),
        TextMap((0,), (15,), (5,), 17),
    ],
)
def test_a_map_that_leaves_its_texts_is_refused(wrong: TextMap) -> None:
    with pytest.raises(NotADocument):
        decode(encode(replace(DOCUMENT, raw="x" * 17, map=wrong)))


@pytest.mark.parametrize(
    "data", [b"", b"CRD", b"CRD\x02\0\0\0\0", b"PDF\x01\x02\0\0\0{}", b"CRD\x01\x02\0\0\0{}", b"CRD\x01\xff\xff\xff\xff{}"]
)
def test_other_bytes_are_no_document(data: bytes) -> None:
    with pytest.raises(NotADocument):
        decode(data)


def test_a_bomb_of_brackets_is_refused() -> None:
    head = b"[" * 1_000_000

    with pytest.raises(NotADocument):
        decode(b"CRD\x01" + struct.pack("<I", len(head)) + head)


@given(documents(), st.data())
def test_damage_is_refused_or_harmless(document: Document, data: st.DataObject) -> None:
    damaged = bytearray(encode(document))
    damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))

    try:
        read = decode(damaged)
    except NotADocument:
        return
    assert all(block.span.end <= len(read.text) for block in read.blocks)
    assert all(line.span.end <= len(read.text) for page in read.pages for line in page.lines)


@pytest.mark.parametrize("nowhere", [float("nan"), float("inf"), float("-inf")])
def test_a_letter_that_is_nowhere_is_refused(nowhere: float) -> None:
    line = Line(Span(0, 2), Box(0, 0, 1, 1), array("f", [0, nowhere]), array("f", [1, 2]))

    with pytest.raises(NotADocument):
        decode(encode(replace(DOCUMENT, pages=(Page(1, 10, 10, (line,)),))))
