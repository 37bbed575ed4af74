"""Finds the raised numbers and stars that call a footnote, which are no part of the word they hang on."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

_CALL = re.compile(r"(?<=[^\W\d_]{3})(?:[.,;:!?)\]”’\"']{0,2})(?P<call>\d{1,3}|[*†‡§]{1,3})(?![\w*†‡§])")
"""Anything shorter before the number may be a unit or a formula ("m2")."""
_RAISED = 0.15
_SMALLER = 0.85


def note_calls(text: str, size: float, edges: Callable[[int], tuple[float, float]]) -> Sequence[tuple[int, int]]:
    """The stretches of `text` that are calls; `edges` gives how far a character reaches up and down the page, `size` is the text's."""
    if (found := _CALL.search(text)) is None:
        return ()
    calls = []
    while found:
        start, end = found.span("call")
        if all(_is_raised(edges(at), edges(found.start() - 1), size) for at in range(start, end)):
            calls.append((start, end))
        found = _CALL.search(text, end)
    return calls


def _is_raised(call: tuple[float, float], word: tuple[float, float], size: float) -> bool:
    return word[1] - call[1] >= _RAISED * size and call[1] - call[0] <= _SMALLER * (word[1] - word[0])
