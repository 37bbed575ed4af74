"""Finds the raised numbers and stars that call a footnote, which are no part of the word they hang on."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

_MARKS = re.compile(r"(?:\d{1,3}|[*†‡§]{1,3})(?![\w*†‡§])")
_HANGS_ON = re.compile(r"[^\W\d_]{3}[.,;:!?)\]”’\"']{0,2}\Z")
"""Anything shorter before the number may be a unit or a formula ("m2")."""
_REACH = 5
_RAISED = 0.15
_SMALLER = 0.85


def note_calls(text: str, size: float, edges: Callable[[int], tuple[float, float]]) -> Sequence[tuple[int, int]]:
    """The stretches of `text` that are calls; `edges` gives how far a character reaches up and down the page, `size` is the text's."""
    return [
        mark.span()
        for mark in _MARKS.finditer(text)
        if mark.start() and not text[mark.start() - 1].isspace() and _is_call(text, mark.start(), mark.end(), size, edges)
    ]


def _is_call(text: str, start: int, end: int, size: float, edges: Callable[[int], tuple[float, float]]) -> bool:
    if _HANGS_ON.search(text, max(start - _REACH, 0), start) is None:
        return False
    word = edges(start - 1)
    return all(_is_raised(edges(at), word, size) for at in range(start, end))


def _is_raised(call: tuple[float, float], word: tuple[float, float], size: float) -> bool:
    return word[1] - call[1] >= _RAISED * size and call[1] - call[0] <= _SMALLER * (word[1] - word[0])
