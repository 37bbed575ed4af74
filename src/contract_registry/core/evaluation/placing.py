"""Where a quote stands in a text, by letters and digits alone, so that markup, white space and hyphens make no difference."""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from contract_registry.core.text import Span

_MARKUP = re.compile(r"(?<=\])\([^)]*\)|&(?:nbsp|ensp|emsp|thinsp|shy|zwj|zwnj|#160|#xa0);", re.IGNORECASE)
"""The targets of Markdown's links, and blanks and hyphens by their names, all of which have letters that nobody reads."""
_BETWEEN_LETTERS = re.compile(r"[\W_]+")
_JOINED = re.compile(r"[\x00-\x7f][^\x00-\x7f]*|[^\x00-\x7f]+")
"""A character of ASCII with what may join it in its plainest form, such as an accent of its own: what follows cannot."""


def letters_of(text: str) -> str:
    """The letters and digits of `text` in lower case and their plainest form; the targets of Markdown's links and the names of blanks are left out."""
    return _plain(_MARKUP.sub("", text))


@dataclass(frozen=True)
class Placed:
    """A text in which quotes are looked for."""

    text: str

    @cached_property
    def letters(self) -> str:
        return letters_of(self.text)

    def places(self, quote: str) -> tuple[Span, ...]:
        """Every place of `quote`, counted in letters; none where it does not stand in the text or has no letter."""
        return tuple(_every(letters_of(quote), self.letters))

    def spans(self, quote: str) -> tuple[Span, ...]:
        """Every place of `quote` as a slice of the text itself."""
        return tuple(Span(self._origins[at.start].start, self._origins[at.end - 1].end) for at in self.places(quote))

    def words(self, start: int, end: int) -> str:
        """The slice of the text that holds its letters from `start` up to `end`."""
        return self.span(start, end).of(self.text)

    def span(self, start: int, end: int) -> Span:
        """Where the letters from `start` up to `end` stand in the text."""
        return Span(self._origins[start].start, self._origins[end - 1].end)

    @cached_property
    def _origins(self) -> Sequence[Span]:
        return tuple(_origins(self.text))


def overlapping(some: Sequence[Span], others: Sequence[Span]) -> bool:
    """Whether any of `some` shares a character with any of `others`."""
    return any(one.overlaps(other) for one in some for other in others)


def _plain(text: str) -> str:
    return _BETWEEN_LETTERS.sub("", unicodedata.normalize("NFKC", text).lower())


def _every(quote: str, letters: str) -> Iterator[Span]:
    at = letters.find(quote) if quote else -1
    while at >= 0:
        yield Span(at, at + len(quote))
        at = letters.find(quote, at + 1)


def _origins(text: str) -> Iterator[Span]:
    """For each letter of `letters_of(text)` what it was made from."""
    pieces, offsets, start = [], array("L"), 0
    for match in (*_MARKUP.finditer(text), None):
        until = match.start() if match else len(text)
        pieces.append(text[start:until])
        offsets.extend(range(start, until))
        start = match.end() if match else until
    kept = "".join(pieces)
    for piece in _JOINED.finditer(kept):
        singly = [_plain(letter) for letter in piece[0]]
        if "".join(singly) == (whole := _plain(piece[0])):
            yield from (Span(at, at + 1) for at, made in zip(offsets[piece.start() : piece.end()], singly, strict=True) for _ in made)
        else:
            yield from (Span(offsets[piece.start()], offsets[piece.end() - 1] + 1) for _ in whole)
