"""Leads from places in the raw text to places in the canonical text: the way back along a TextMap."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from contract_registry.core.text import Span, TextMap


class Places:
    """The runs of a map, in the order of the raw text."""

    def __init__(self, map_: TextMap) -> None:
        runs = sorted(zip(map_.raw_starts, map_.starts, map_.lengths, strict=True))
        self._raw = [raw for raw, _, _ in runs]
        self._runs = runs

    def span(self, start: int, end: int) -> Span | None:
        """The smallest span that holds every character of the raw text from `start` to `end`; None where the text holds none of them."""
        low, high = max(bisect_right(self._raw, start) - 1, 0), bisect_left(self._raw, end)
        ends = [
            (at + max(start - raw, 0), at + min(end - raw, length))
            for raw, at, length in self._runs[low:high]
            if raw + length > start and raw < end
        ]
        return Span(min(first for first, _ in ends), max(last for _, last in ends)) if ends else None

    def point(self, raw: str, at: int) -> Span:
        """The empty span at a place in the raw text: after the character before it, unless that ended a paragraph."""
        before = bisect_left(self._raw, at) - 1
        after = min(before + 1, len(self._runs) - 1)
        if after < 0:
            return Span(0, 0)
        starts_paragraph = before < 0 or "\n" in raw[self._end(before) : at]
        if starts_paragraph and self._raw[after] >= at:
            return Span(self._runs[after][1], self._runs[after][1])
        run_start, place, length = self._runs[max(before, 0)]
        offset = place + min(max(at - run_start, 0), length)
        return Span(offset, offset)

    def _end(self, run: int) -> int:
        start, _, length = self._runs[run]
        return start + length
