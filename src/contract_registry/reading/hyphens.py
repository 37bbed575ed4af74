"""Decides what a hyphen at the end of a line is: put in to break a word, or part of it.

The document itself is asked first: a word that it prints whole elsewhere is whole, one that it prints with a hyphen keeps it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Protocol

from contract_registry.reading.letters import SOFT_HYPHEN

_WORD = re.compile(r"[^\W\d_]+(?:[-‐][^\W\d_]+)*")
_LAST = re.compile(r"[^\W_]+(?:[-‐][^\W_]+)*(?=[-‐]$)")
_FIRST = re.compile(r"[^\W_]+(?:[-‐][^\W_]+)*")
_LONGEST_WORD = 60
_HYPHENS = "-‐"
_ALWAYS = frozenset({"non", "self", "ex", "quasi", "well", "half", "all", "e"})
"""First members that keep their hyphen wherever they stand."""
_SUSPENDED = frozenset({"and", "or", "und", "oder", "bzw", "et", "ou", "y", "o", "e", "to"})
""" "pre- and post-production": the hyphen is the word's, and a space follows."""


_LAST_MEMBERS = frozenset({"free", "exclusive", "party", "based", "related", "hire"})
_AMID = ("for-", "of-", "to-", "and-", "in-")
"""What keeps the hyphen before it: "royalty-free", "work-for-hire"."""


class _Line(Protocol):
    """A line that is not empty."""

    @property
    def text(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of a document in lower case: `whole` as printed, compounds included; `first` the first members of compounds.

    `breaks_words` tells whether its lines seem to end in words broken to fit; many documents are never hyphenated.
    """

    whole: frozenset[str] = frozenset()
    first: frozenset[str] = frozenset()
    breaks_words: bool = True


def vocabulary(lines: Sequence[_Line]) -> Vocabulary:
    """The words of `lines`, without those that a line's end cuts in two."""
    whole: set[str] = set()
    cut = False
    for line in lines:
        found = _WORD.findall(line.text.lower())
        ends_cut = line.text[-1] in _HYPHENS or line.text[-1] == SOFT_HYPHEN
        whole.update(found[cut : len(found) - ends_cut])
        cut = ends_cut
    known = Vocabulary(frozenset(whole), frozenset(word.split("-")[0] for word in whole if "-" in word))
    return replace(known, breaks_words=_breaks_words(lines, known))


def _breaks_words(lines: Sequence[_Line], known: Vocabulary) -> bool:
    """Whether of the hyphens at line ends that the document itself explains, no fewer break a word than belong to one."""
    broken = kept = 0
    for above, below in pairwise(lines):
        if above.text[-1] in _HYPHENS and (last := _LAST.search(above.text[-_LONGEST_WORD:])) and (first := _FIRST.match(below.text)):
            left, right = last.group().lower(), first.group().lower()
            broken += f"{left}{right}" in known.whole
            kept += _is_known_compound(left, right, known)
    return broken >= kept


def _is_compound(left: str, right: str, known: Vocabulary) -> bool:
    """Whether the two parts are a word with a hyphen, by the document or by what commonly has one."""
    is_common = left.rpartition("-")[2] in _ALWAYS or right in _LAST_MEMBERS or right.startswith(_AMID)
    return is_common or _is_known_compound(left, right, known)


def _is_known_compound(left: str, right: str, known: Vocabulary) -> bool:
    """Whether the document knows the two parts as a word with a hyphen, or each as a word of its own."""
    member = left.rpartition("-")[2]
    return f"{left}-{right}" in known.whole or ((member in known.first or member in known.whole) and right.partition("-")[0] in known.whole)


def has_hyphen(lines: Iterable[_Line]) -> bool:
    return any(line.text[-1] in _HYPHENS for line in lines)


def joint(above: str, below: str, known: Vocabulary) -> tuple[str, int]:
    """What stands between two lines of a paragraph, and how many characters at the end of `above` give way to it."""
    if above[-1] == SOFT_HYPHEN:
        return "", 1
    if above[-1] in "—–/" and len(above) > 1 and not above[-2].isspace():
        return ("", 0) if above[-1] == "—" or above[-2].isdigit() or above[-1] == "/" else (" ", 0)
    if above[-1] not in _HYPHENS:
        return ("", 0) if _is_wide(above[-1]) and _is_wide(below[0]) else (" ", 0)
    last, first = _LAST.search(above[-_LONGEST_WORD:]), _FIRST.match(below)
    if last is None:
        return " ", 0
    if first is None:
        return "", 0
    return _within_word(last.group(), first.group(), known)


def _within_word(left: str, right: str, known: Vocabulary) -> tuple[str, int]:
    """The joint of the two parts of what may be one word, of which the second begins a line."""
    if right.lower() in _SUSPENDED and f"{left}{right}".lower() not in known.whole:
        return " ", 0
    if not (right[0].islower() and left[-1].isalpha()) or len(left) == 1:
        return "", 0
    low_left, low_right = left.lower(), right.lower()
    member = low_left.rpartition("-")[2]
    if f"{low_left}{low_right}" in known.whole or f"{member}{low_right}" in known.whole:
        return "", 1
    keeps = _is_compound(low_left, low_right, known) or not known.breaks_words
    return ("", 0) if keeps else ("", 1)


def _is_wide(letter: str) -> bool:
    """Whether `letter` belongs to a script written without spaces (Chinese, Japanese)."""
    return "\u2e80" <= letter <= "\u9fff" or "\uff00" <= letter <= "\uff60"
