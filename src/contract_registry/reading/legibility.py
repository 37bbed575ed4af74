"""Judges whether the text that a page carries is the text that is printed on it."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from itertools import chain, pairwise
from types import MappingProxyType
from typing import Literal

Legibility = Literal["good", "none", "rubbish"]

_BAD = re.compile("[\ue000-\uf8ff\ufffd\x00-\x08\x0e-\x1f\x7f-\x9f]|\\(cid:\\d+\\)")
_MOST_BAD = 0.2
_FILLING = re.compile(r"[-_.…*=~·•,;:\"'“”‘’()$€£%/|□☐☒]+")
_ENOUGH_SIGNS = 60
_FEWEST_LETTERS = 0.6
_ACCENTS = re.compile("[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+")
_LATIN_WORD = re.compile(r"[a-z]{2,}")
_SAMPLE = 600
_ENOUGH_PAIRS = 80
_COMMON, _PLAINLY_COMMON = 0.75, 0.84
_MOST_VOWELLESS = 0.05
_LONG_WORD = 4
_VOWELS = frozenset("aeiouy")

_FOLLOWERS = MappingProxyType(
    {
        "a": "abcdfghijklmnprstuvwyz", "b": "aeijlorsuy", "c": "acehiklortuyz", "d": "adeijlorsuyz", "e": "abcdefghijklmnprstuvwxyz", "f": "aefilortu",
        "g": "aehilnorstuy", "h": "aceilmnoprtuy", "i": "abcdefghjklmnopqrstuvz", "j": "aeou", "k": "aeiklnorstuy", "l": "acdeijklmostuvy", "m": "abeimnopsuy",
        "n": "acdefghijklnostuvyz", "o": "abcdefghiklmnoprstuvwyz", "p": "aehilnoprstuy", "q": "u", "r": "abcdefghijklmnoprstuvwyz", "s": "acehijkloprstuvwyz",
        "t": "aehijklorstuvwyz", "u": "abcdefghijklmnoprstvxz", "v": "aeiorny", "w": "aehinorsy", "x": "acept", "y": "acdeklmnoprstwz", "z": "aceijnouyz",
    }
)  # fmt: skip
"""Which letters commonly follow which, without accents, in the languages of Europe that are written in Latin letters."""


def legibility(text: str) -> Legibility:
    """Whether `text`, a page's text layer, can be read: "none" when nothing is printed in it, "rubbish" when its letters are not the page's.

    A few characters without a letter condemn no page; a script other than Latin is not judged by its letters.
    """
    printed = "".join(text.split())
    if not printed:
        return "none"
    bad = sum(len(match.group()) for match in _BAD.finditer(printed))
    if bad > _MOST_BAD * len(printed):
        return "rubbish"
    signs = _FILLING.sub("", printed)
    if len(signs) >= _ENOUGH_SIGNS and sum(map(str.isalnum, signs)) < _FEWEST_LETTERS * len(signs):
        return "rubbish"
    return "good" if is_plausible(text) else "rubbish"


def is_plausible(text: str) -> bool:
    """Whether the Latin letters of `text` follow one another as they do in words; short texts are given the benefit of the doubt."""
    words = _LATIN_WORD.findall(_without_accents(_sampled(text).lower()))
    pairs = Counter(chain.from_iterable(map(pairwise, words)))
    if pairs.total() < _ENOUGH_PAIRS:
        return True
    common = sum(times for (first, second), times in pairs.items() if second in _FOLLOWERS[first]) / pairs.total()
    return common >= _PLAINLY_COMMON or (common >= _COMMON and _vowelless(words) <= _MOST_VOWELLESS)


def _sampled(text: str) -> str:
    """Enough of a long text to judge it by: from its beginning, its middle and its end."""
    if len(text) <= 3 * _SAMPLE:
        return text
    middle = (len(text) - _SAMPLE) // 2
    return f"{text[:_SAMPLE]} {text[middle : middle + _SAMPLE]} {text[-_SAMPLE:]}"


def _vowelless(words: Iterable[str]) -> float:
    """The share of the longer words that have no vowel."""
    long = [word for word in words if len(word) >= _LONG_WORD]
    return sum(_VOWELS.isdisjoint(word) for word in long) / len(long) if long else 0.0


def _without_accents(text: str) -> str:
    if text.isascii():
        return text
    return _ACCENTS.sub("", unicodedata.normalize("NFD", text))
