"""Places in a text: spans, and the map from the canonical text back to the text as the file held it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a text, in characters: `start` is in it, `end` is not."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"a span cannot run from {self.start} to {self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The words themselves: the slice of `text` at this place."""
        return text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def shifted(self, by: int) -> Span:
        return Span(self.start + by, self.end + by)

    def clipped(self, to: Span) -> Span:
        """What of this span lies inside `to`; an empty span at its nearer edge where nothing does."""
        start = min(max(self.start, to.start), to.end)
        return Span(start, max(start, min(self.end, to.end)))


def covering(spans: Iterable[Span]) -> Span:
    """The smallest span that holds all of `spans`; ValueError when there are none."""
    every = list(spans)
    if not every:
        raise ValueError("no spans to cover")
    return Span(min(span.start for span in every), max(span.end for span in every))


def trimmed(span: Span, text: str) -> Span:
    """`span` without the white space at its two ends; empty at its start when it holds nothing else."""
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start, span.end - (len(words) - len(words.rstrip()))))


def opening(text: str, span: Span, most: int = 60) -> str:
    """The first words of `text` at `span`, on one line, of `most` characters and a dot or three at most."""
    words = " ".join(text[span.start : min(span.end, span.start + 2 * most)].split())
    return words if len(words) <= most and len(span) <= 2 * most else f"{words[:most].rsplit(' ', 1)[0]} …"


@dataclass(frozen=True, slots=True)
class TextMap:
    """Where each character of the canonical text stood in the raw text.

    Kept as runs: `starts[i]` begins a run in the canonical text whose characters stand, one for one,
    at `raw_starts[i]` onwards in the raw text, for `lengths[i]` characters. What lies between runs was added by
    the reader (a space for a line break, a printed list number) and has no raw character of its own.
    """

    starts: tuple[int, ...] = ()
    raw_starts: tuple[int, ...] = ()
    lengths: tuple[int, ...] = ()
    raw_length: int = field(default=0)

    def raw(self, span: Span) -> Span:
        """The stretch of the raw text that `span` came from: from its first mapped character to its last."""
        first = max(bisect_right(self.starts, span.start) - 1, 0)
        last = bisect_right(self.starts, max(span.end - 1, span.start)) - 1
        begin: int | None = None
        end = 0
        for run in range(first, last + 1):
            low = max(span.start, self.starts[run])
            high = min(span.end, self.starts[run] + self.lengths[run])
            if low < high:
                offset = self.raw_starts[run] - self.starts[run]
                begin = low + offset if begin is None else min(begin, low + offset)
                end = max(end, high + offset)
        if begin is None:
            at = self._nearest_raw(span.start)
            return Span(at, at)
        return Span(begin, end)

    def _nearest_raw(self, offset: int) -> int:
        run = bisect_right(self.starts, offset) - 1
        if run < 0:
            return self.raw_starts[0] if self.raw_starts else 0
        return self.raw_starts[run] + min(offset - self.starts[run], self.lengths[run])


class TextBuilder:
    """Collects pieces of canonical text, remembering where in the raw text each came from.

    The one mutable thing of this module: readers fill it and ask once for `text` and `map`.
    """

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._runs: list[tuple[int, int, int]] = []
        self.length = 0

    def add(self, piece: str, raw_start: int | None = None) -> Span:
        """Append `piece` and return its span; `raw_start` is where it stands in the raw text, None when added by the reader."""
        span = Span(self.length, self.length + len(piece))
        if not piece:
            return span
        self._pieces.append(piece)
        if raw_start is not None:
            if self._runs:
                start, raw, length = self._runs[-1]
                if start + length == self.length and raw + length == raw_start:
                    self._runs[-1] = (start, raw, length + len(piece))
                    self.length = span.end
                    return span
            self._runs.append((self.length, raw_start, len(piece)))
        self.length = span.end
        return span

    @property
    def text(self) -> str:
        return "".join(self._pieces)

    def map(self, raw_length: int) -> TextMap:
        starts, raw_starts, lengths = (tuple(column) for column in zip(*self._runs, strict=True)) if self._runs else ((), (), ())
        return TextMap(starts, raw_starts, lengths, raw_length)
