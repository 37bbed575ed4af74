"""Words as poor recognition reads them: digits for letters ("a11", "c0pyright") and letters for others that look like them ("rnoral")."""

from __future__ import annotations

import re
from functools import lru_cache

SHORTEST, SHORTEST_MEANT = 6, 5
"""Letters of the shortest word that is known by its outline, and of the shortest that it may be: shorter ones look too much alike ("hands", "bands")."""
_WITH_DIGITS = re.compile(r"[A-Za-z]?[a-z]+(?:[01]+[a-z]*)+|0[a-z]+|1[a-z]{3,}|[A-Z]+(?:0[A-Z]{2,})+")
_LETTERS = str.maketrans("01", "ol")
_ALIKE = (("rn", "m"), ("vv", "w"), ("cl", "d"), ("c", "e"), ("b", "h"), ("l", "i"))


def with_letters(word: str) -> str:
    """`word` with the digits that stand among its letters read as the letters they look like; "205C", "1st" and "H264" stay."""
    return word.translate(_LETTERS) if ("0" in word or "1" in word) and _WITH_DIGITS.fullmatch(word) else word


@lru_cache(maxsize=1 << 14)
def outlines(word: str) -> tuple[str, ...]:
    """The outlines of what a misread word may be; an "h" may be an "li" that ran together."""
    return (outline(word), outline(word.replace("h", "li"))) if "h" in word else (outline(word),)


def outline(word: str) -> str:
    """A form that is the same for words which recognition may take for each other."""
    for letters, instead in _ALIKE:
        word = word.replace(letters, instead)
    return word
