"""A text folded to one form, character for character, with the places of the words and figures that quantities are read from."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

_WORD = re.compile("[a-zß-öø-ÿœ]{2,}")
_FIGURES = re.compile(r"[0-9](?:[0-9.,']*[0-9])?")
_FOLDS = {"’": "'", "‘": "'", "´": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u2010": "-", "\u2011": "-", "\u2212": "-"}
_FOLDS |= dict.fromkeys("\u00a0\u202f\u2009\u2007\t\n\r*", " ")


@dataclass(frozen=True, slots=True)
class Folded:
    """`text` folded (`plain`); `telling` says where each telling word begins, `figures` where each run of figures begins and ends."""

    text: str
    plain: str
    telling: Mapping[str, list[int]]
    figures: list[tuple[int, int]]

    def places(self, words: Iterable[str]) -> list[int]:
        """Where any of the telling `words` begins, in the order of the text."""
        return sorted(at for word in words for at in self.telling.get(word, ()))


def fold(text: str, words: frozenset[str], starts: Iterable[int] | None = None) -> Folded:
    """`text` folded, with the places of the telling `words` (folded); looked for only where a word may begin, where `starts` says that."""
    plain = folded(text)
    places: dict[str, list[int]] = defaultdict(list)
    found = _WORD.finditer(plain) if starts is None else filter(None, (_WORD.match(plain, at) for at in starts))
    for word in found:
        if word[0] in words:
            places[word[0]].append(word.start())
    return Folded(text, plain, dict(places), figures_in(plain))


def figures_in(plain: str) -> list[tuple[int, int]]:
    """Where each run of figures ("1,500.00", "12.3.2026") begins and ends."""
    return [match.span() for match in _FIGURES.finditer(plain)]


def word_at(plain: str, at: int) -> str:
    """The word that begins at `at`."""
    match = _WORD.match(plain, at)
    return match[0] if match else ""


def telling(words: str) -> frozenset[str]:
    """The telling words in `words`, parted by spaces."""
    return frozenset(words.split())


def folded(text: str) -> str:
    """`text` in lower case, with one kind of quote, dash and space, and exactly as long: every offset means the same in both."""
    low = text.lower()
    if len(low) != len(text):
        low = "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)
    if not low.isascii():
        for mark, plain in _FOLDS.items():
            low = low.replace(mark, plain)
        return low
    return low.replace("\n", " ").replace("\t", " ").replace("\r", " ").replace("*", " ")
