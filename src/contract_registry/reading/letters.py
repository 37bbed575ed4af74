"""Makes the letters of a printed page plain: ligatures taken apart, invisible and private characters removed or named, spaces made equal."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from contract_registry.reading.blocks import INVISIBLE

SOFT_HYPHEN = "\u00ad"

_SYMBOLS = {
    "\uf020": " ", "\uf02d": "–", "\uf06c": "●", "\uf06e": "■", "\uf06f": "□", "\uf071": "□", "\uf075": "◆", "\uf076": "❖", "\uf078": "☒",
    "\uf09f": "•", "\uf0a7": "▪", "\uf0a8": "□", "\uf0b7": "•", "\uf0d8": "➢", "\uf0e0": "→", "\uf0fb": "✗", "\uf0fc": "✓", "\uf0fd": "☒",
    "\uf0fe": "☑",
}  # fmt: skip
"""Signs of the Symbol and Wingdings fonts that word processors leave in the private area."""
_TWINS = {"\u037e": ";", "\u2010": "-", "\u2011": "-", "\u2024": ".", "\u00b5": "μ", "\u2126": "Ω", "\u212b": "Å"}
"""Characters that look and mean the same as others, which everybody types."""
_SPACES = dict.fromkeys("\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " ")
_ONE_FOR_ONE = str.maketrans(_SYMBOLS | _TWINS | _SPACES)

_COMBINING = "\u0300-\u036f"
_LIGATURES = "\ufb00-\ufb06"
_OTHER_SPACES = "\t-\r\x1c-\x1f\x85\u2028\u2029" + "".join(_SPACES)
_ODD = re.compile(rf"[{INVISIBLE}{_OTHER_SPACES}{''.join(_SYMBOLS)}{''.join(_TWINS)}{_LIGATURES}{_COMBINING}\ud800-\udfff\ufffe\uffff]")


def evened(text: str) -> str:
    """`text` with every character that has an everyday twin replaced by it, one for one."""
    return text.translate(_ONE_FOR_ONE)


def is_plain(text: str) -> bool:
    """Whether `text` needs no further change: nothing odd in it, single spaces between words and none at its ends."""
    if "  " in text or text[0] == " " or text[-1] == " ":
        return False
    return (text.isascii() and text.isprintable()) or _ODD.search(text) is None


def plain(text: str) -> list[tuple[str, int]]:
    """The characters of `text` made plain, each with its place in `text`; -1 for one that was added (the second half of a ligature)."""
    kept: list[tuple[str, int]] = []
    for letter, at in _spread(evened(text)):
        if letter != " ":
            kept.append((letter, at))
        elif kept and kept[-1][0] != " ":
            kept.append((" ", at))
    while kept and kept[-1][0] == " ":
        kept.pop()
    return kept


def _spread(text: str) -> Iterator[tuple[str, int]]:
    at = 0
    while at < len(text):
        taken, letters = _at(text, at)
        for extra, letter in enumerate(letters):
            yield letter, at if extra == 0 else -1
        at += taken


def _at(text: str, at: int) -> tuple[int, str]:
    """How many characters of `text` from `at` are taken together, and what is printed for them."""
    letter = text[at]
    if letter.isascii() and letter.isprintable():
        return (1, letter) if at + 1 == len(text) or not "\u0300" <= text[at + 1] <= "\u036f" else _composed(text, at)
    if "\ud800" <= letter <= "\udfff":
        pair = text[at : at + 2].encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        return (2, pair) if len(pair) == 1 and pair != "\ufffd" else (1, "\ufffd")
    if letter.isspace():
        return 1, " "
    if "\ufb00" <= letter <= "\ufb06":
        return 1, unicodedata.normalize("NFKC", letter)
    if "\u0300" <= letter <= "\u036f":
        return 1, letter
    return (1, "") if _ODD.match(letter) else _composed(text, at)


def _composed(text: str, at: int) -> tuple[int, str]:
    """A letter with the accent that follows it, as one where there is one for both."""
    if at + 1 < len(text) and "\u0300" <= text[at + 1] <= "\u036f":
        whole = unicodedata.normalize("NFC", text[at : at + 2])
        return (2, whole) if len(whole) == 1 else (1, text[at])
    return 1, text[at]
