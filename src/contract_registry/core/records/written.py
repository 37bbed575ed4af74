"""What somebody writes for others to read, a reason above all: without signs that nobody sees, so that what says nothing is nothing."""

from __future__ import annotations

from unicodedata import category

_JOINERS = frozenset({"\u200c", "\u200d"})
"""Signs that nobody sees, and that belong into words of some scripts and into pictures."""
_BLANK = frozenset({"\u115f", "\u1160", "\u2800", "\u3164", "\uffa0"})
"""Signs that count as letters or pictures, and are blank."""
_SEEN = frozenset("LNPS")
"""The kinds of signs that are seen by themselves: letters, numbers, punctuation, pictures."""


def readable(words: str) -> str:
    """The words as they can be read, with their lines; empty where there is nothing to read in them."""
    plain = "".join(map(_plain, words.replace("\r\n", "\n"))).strip()
    return plain if any(category(each)[0] in _SEEN for each in plain) else ""


def _plain(sign: str) -> str:
    """The sign, a blank for one that breaks words, or nothing for one that nobody sees."""
    kind = category(sign)
    if kind in {"Cc", "Cs", "Zl", "Zp"} or sign in _BLANK:
        return sign if sign == "\n" else " "
    return "" if kind == "Cf" and sign not in _JOINERS else sign
