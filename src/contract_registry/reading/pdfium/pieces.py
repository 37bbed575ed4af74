"""Puts a page's characters together to pieces: what is printed side by side on one baseline, with its letters' size and weight."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from operator import sub

from contract_registry.reading.letters import SOFT_HYPHEN, evened, is_plain, plain
from contract_registry.reading.pdfium.characters import LINE_END_HYPHEN, UNMAPPED, Characters
from contract_registry.reading.pdfium.frame import Column, Frame
from contract_registry.reading.pdfium.note_calls import note_calls
from contract_registry.reading.pdfium.styles import Style, Styles
from contract_registry.reading.printed import Piece

_STRETCHES = re.compile(f"[^\r\n{LINE_END_HYPHEN}]+{LINE_END_HYPHEN}?")
_WORD = re.compile(r"\S+")
_BULLET = "•"
"""What is taken for a sign that stands alone and has no letter: fonts of signs seldom tell."""
_WIDE_GAP = 1.0
"""A gap wider than this many letter heights divides two pieces; justified text stays below."""
_BACKWARDS = -2.0
_OTHER_BASELINE = 0.7
_ASCENT, _DESCENT = 1.1, 0.4
"""How far a line's box may reach above and below its baseline, in letter heights, whatever the font claims."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A piece with what its letters look like."""

    piece: Piece
    style: Style


@dataclass(frozen=True, slots=True)
class Columns:
    """The places of all characters of a page as it is read: `upper` and `lower` still need `sign` and `shift` to run down the page."""

    text: str
    left: Column
    right: Column
    upper: Column
    lower: Column
    sign: int
    shift: float

    @classmethod
    def of(cls, characters: Characters, frame: Frame) -> Columns:
        sides = characters.left, characters.bottom, characters.right, characters.top
        left, right = frame.across(*sides)
        return cls(characters.text, left, right, *frame.down(*sides))

    def height(self, at: int) -> float:
        return abs(self.upper[at] - self.lower[at])


def pieces(characters: Characters, frame: Frame, styles: Styles) -> Iterator[Placed]:
    """The pieces of a page in the order of the file, in points of `frame`."""
    columns = Columns.of(characters, frame)
    order = 0
    for stretch in _STRETCHES.finditer(characters.text):
        start, end = _stripped(characters.text, *stretch.span())
        if start >= end:
            continue
        for first, after in _even(columns, start, end) or _parts(columns, start, end, styles.turns(start, frame)):
            main = _main(characters.text, first, after)
            style = styles.at(first, after - 1, main, frame)
            if piece := _piece(columns, first, after, main, style, order):
                yield Placed(piece, style)
                order += 1


def _main(text: str, start: int, end: int) -> int:
    """A character in the middle, which looks as most of them do: numbers and note marks at the ends may be smaller."""
    middle = (start + end) // 2
    return next((at for at in range(middle, end) if not text[at].isspace()), start)


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())


def _even(columns: Columns, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """The whole stretch, when it runs along one baseline without wide gaps or steps backwards, as it nearly always does; else nothing."""
    if end - start == 1:
        return ((start, end),)
    height = columns.height(start) or 1.0
    gaps = list(map(sub, columns.left[start + 1 : end], columns.right[start : end - 1]))
    lower = columns.lower[start:end]
    is_even = (
        max(gaps) <= _WIDE_GAP * height
        and min(gaps) >= _BACKWARDS * height
        and max(lower) - min(lower) <= _OTHER_BASELINE * height
        and "   " not in columns.text[start:end]
    )
    return ((start, end),) if is_even else ()


def _parts(columns: Columns, start: int, end: int, turns: int | None) -> Iterator[tuple[int, int]]:
    """The parts of a stretch between wide gaps, steps backwards and changes of baseline; letters that stand across the page stay together."""
    if turns != 0:
        yield start, end
    else:
        yield from _divided(columns, start, end)


def _divided(columns: Columns, start: int, end: int) -> Iterator[tuple[int, int]]:
    begin, last = start, start
    for word in _WORD.finditer(columns.text, start, end):
        first = word.start()
        if first > begin:
            height = max(columns.height(begin), columns.height(first), 1.0)
            gap = columns.left[first] - columns.right[last]
            step = abs(columns.lower[first] - columns.lower[begin])
            if not _BACKWARDS * height <= gap <= _WIDE_GAP * height or step > _OTHER_BASELINE * height:
                yield begin, last + 1
                begin = first
        last = word.end() - 1
    yield begin, last + 1


def _piece(columns: Columns, start: int, end: int, main: int, style: Style, order: int) -> Piece | None:
    left, right = columns.left[start:end], columns.right[start:end]
    top, bottom = _heights(columns, *((start, end) if style.turns != 0 else (main, main + 1)))
    size = style.size or bottom - top or 1.0
    if style.turns == 0:
        top, bottom = _near(style.baseline, top, bottom, size)
    piece = Piece(
        columns.text[start:end],
        left,
        right,
        min(left),
        max(right),
        top,
        bottom,
        style.baseline,
        size,
        start,
        style.starts_bold,
        style.ends_bold,
        order,
    )
    if calls := note_calls(piece.text, size, lambda at: _heights(columns, start + at, start + at + 1)):
        return _without(piece, calls, start)
    if piece.text == UNMAPPED:
        return replace(piece, text=_BULLET)
    if is_plain(piece.text):
        return piece
    even = evened(piece.text)
    return replace(piece, text=even) if is_plain(even) else _made_plain(piece, start)


def _near(baseline: float, top: float, bottom: float, size: float) -> tuple[float, float]:
    """The height of a line's box near its baseline, whatever the font claims its letters' height to be."""
    high, low = baseline - _ASCENT * size, baseline + _DESCENT * size
    return min(max(top, high), baseline), min(max(bottom, baseline), low)


def _heights(columns: Columns, start: int, end: int) -> tuple[float, float]:
    """How far the characters reach up and down the page; mirrored ones stand on their heads."""
    edges = [columns.shift + columns.sign * edge for side in (columns.upper, columns.lower) for edge in side[start:end]]
    return min(edges), max(edges)


def _without(piece: Piece, calls: Sequence[tuple[int, int]], start: int) -> Piece | None:
    """The piece without the footnote calls in it, which are remembered by their places."""
    called = {at for first, after in calls for at in range(first, after)}
    kept = [(letter, at) for letter, at in plain(piece.text) if at not in called]
    labels = tuple((sum(0 <= at < first for _, at in kept), piece.text[first:after]) for first, after in calls)
    made = _spelt(piece, kept, start) if kept else None
    return replace(made, calls=labels) if made else None


def _made_plain(piece: Piece, start: int) -> Piece | None:
    """The piece with its letters made plain and a hyphen, hard or soft, at its end told apart; None when it prints nothing."""
    kept = plain(piece.text)
    if piece.text[-1] == LINE_END_HYPHEN:
        kept.append(("-", len(piece.text) - 1))
    elif piece.text[-1] == SOFT_HYPHEN:
        kept.append((SOFT_HYPHEN, len(piece.text) - 1))
    return _spelt(piece, kept, start) if kept else None


def _spelt(piece: Piece, kept: Sequence[tuple[str, int]], start: int) -> Piece:
    """The piece with the letters `kept`, each with its place in the piece's text (-1 for an added one)."""
    places = [at for _, at in kept]
    shown = list(accumulate(places, max))
    return replace(
        piece,
        text="".join(letter for letter, _ in kept),
        left=array("f", [piece.left[at] for at in shown]),
        right=array("f", [piece.right[at] for at in shown]),
        raws=array("l", [start + at if at >= 0 else -1 for at in places]),
    )
