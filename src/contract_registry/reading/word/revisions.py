"""Compares the two texts of a file with pending changes, and says which words go in and which come out, by whom and when.

Both texts were made from one raw text, so what they share is known character by character; whatever else differs (a number that a
deleted clause has moved up, a break between two joined paragraphs) is found between what they share.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import NamedTuple

from contract_registry.core.document import Revision
from contract_registry.core.text import Span, TextMap
from contract_registry.reading.word.record import Change


@dataclass(frozen=True, slots=True)
class Reading:
    """One of the two texts, and the way from it to the raw text."""

    text: str
    map: TextMap


class _Shared(NamedTuple):
    """A stretch that stands in both texts."""

    accepted: int
    original: int
    length: int


def revisions(accepted: Reading, original: Reading, changes: Sequence[Change]) -> tuple[Revision, ...]:
    """What leads from one text to the other, in the order of the text; taking it back makes `original` of `accepted` to the letter."""
    found: list[Revision] = []
    authors = {kind: _Authors([change for change in changes if change.kind == kind]) for kind in ("inserted", "deleted")}
    at, before = 0, 0
    for shared in (*_in_order(_shared(accepted.map, original.map)), _Shared(len(accepted.text), len(original.text), 0)):
        new, old = _differing(accepted, Span(at, shared.accepted), original, Span(before, shared.original))
        for span, change in _by_author(original, old, authors["deleted"]):
            found.append(Revision("deleted", Span(new.start, new.start), span.of(original.text), change.author, change.date))
        for span, change in _by_author(accepted, new, authors["inserted"]):
            found.append(Revision("inserted", span, "", change.author, change.date))
        at, before = shared.accepted + shared.length, shared.original + shared.length
    return tuple(found)


def _shared(accepted: TextMap, original: TextMap) -> Iterator[_Shared]:
    """Where both texts hold the same characters of the raw text."""
    ours, theirs = _by_raw(accepted), _by_raw(original)
    one = other = 0
    while one < len(ours) and other < len(theirs):
        (raw, start, length), (raw_, start_, length_) = ours[one], theirs[other]
        low, high = max(raw, raw_), min(raw + length, raw_ + length_)
        if low < high:
            yield _Shared(start + low - raw, start_ + low - raw_, high - low)
        if raw + length <= raw_ + length_:
            one += 1
        else:
            other += 1


def _by_raw(map_: TextMap) -> list[tuple[int, int, int]]:
    return sorted(zip(map_.raw_starts, map_.starts, map_.lengths, strict=True))


def _in_order(stretches: Iterator[_Shared]) -> list[_Shared]:
    """The most stretches that follow each other in both texts (a text box may have changed places with the words around it)."""
    every = sorted(stretches)
    ends: list[int] = []  # for each length of a series, the stretch with which the one that leaves most room ends
    tops: list[int] = []
    before: list[int] = []
    for place, stretch in enumerate(every):
        rank = bisect_left(tops, stretch.original)
        before.append(ends[rank - 1] if rank else -1)
        ends[rank : rank + 1], tops[rank : rank + 1] = [place], [stretch.original]
    kept = []
    at = ends[-1] if ends else -1
    while at >= 0:
        kept.append(every[at])
        at = before[at]
    return kept[::-1]


def _differing(accepted: Reading, new: Span, original: Reading, old: Span) -> tuple[Span, Span]:
    """What differs between two stretches, without the characters that the reader put at the ends of both (breaks, parts of numbers)."""
    while new and old and _same_added(accepted, new.start, original, old.start):
        new, old = Span(new.start + 1, new.end), Span(old.start + 1, old.end)
    while new and old and _same_added(accepted, new.end - 1, original, old.end - 1):
        new, old = Span(new.start, new.end - 1), Span(old.start, old.end - 1)
    return new, old


def _same_added(accepted: Reading, at: int, original: Reading, before: int) -> bool:
    return accepted.text[at] == original.text[before] and _is_added(accepted, at) and _is_added(original, before)


def _is_added(reading: Reading, at: int) -> bool:
    run = bisect_right(reading.map.starts, at) - 1
    return run < 0 or at >= reading.map.starts[run] + reading.map.lengths[run]


class _Authors:
    """Who changed what, by place in the raw text."""

    def __init__(self, changes: Sequence[Change]) -> None:
        self._changes = sorted(changes, key=lambda change: (change.start, -change.end))
        self._starts = [change.start for change in self._changes]
        self._reach = list(accumulate((change.end for change in self._changes), max))
        self.edges = sorted({edge for change in changes for edge in (change.start, change.end)})

    def of(self, start: int, end: int) -> Change:
        """The innermost change that touches the raw text from `start` to `end`; an unsigned one where there is none."""
        place = bisect_left(self._starts, end) - 1
        while place >= 0 and self._reach[place] > start:
            if self._changes[place].end > start:
                return self._changes[place]
            place -= 1
        return _UNSIGNED


_UNSIGNED = Change("inserted", 0, 0)


def _by_author(reading: Reading, span: Span, authors: _Authors) -> Iterator[tuple[Span, Change]]:
    """`span` in stretches of one author and date each; what the reader added goes with the words before it."""
    if not span:
        return
    start, hand = span.start, None
    for at, raw, end in _pieces(reading.map, span, authors.edges):
        change = authors.of(raw, end)
        if hand is not None and (change.author, change.date) != (hand.author, hand.date):
            yield Span(start, at), hand
            start = at
        hand = change
    yield Span(start, span.end), hand or _nearest(reading.map, span, authors)


def _pieces(map_: TextMap, span: Span, edges: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """The mapped stretches of `span`, cut where changes of the raw text begin and end: place, raw start and raw end."""
    for run in range(max(bisect_right(map_.starts, span.start) - 1, 0), bisect_left(map_.starts, span.end)):
        low, high = max(span.start, map_.starts[run]), min(span.end, map_.starts[run] + map_.lengths[run])
        offset = map_.raw_starts[run] - map_.starts[run]
        cuts = [low + offset, *edges[bisect_right(edges, low + offset) : bisect_left(edges, high + offset)], high + offset]
        if low < high:
            yield from ((cut - offset, cut, following) for cut, following in pairwise(cuts))


def _nearest(map_: TextMap, span: Span, authors: _Authors) -> Change:
    """Who made a change of nothing but what the reader added: whoever changed the raw text between the words around it."""
    before, after = map_.raw(Span(max(span.start - 1, 0), span.start)), map_.raw(Span(span.end, span.end + 1))
    return authors.of(before.end, max(after.start, before.end + 1))
