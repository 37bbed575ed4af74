"""Which words to quote for a hit: the sentence, or in a long one the sub-clause; and the focus, 25 words at most."""

from __future__ import annotations

import re

from contract_registry.core.scanning.judge import Hit
from contract_registry.core.text import Span, covering, trimmed

LONG_SENTENCE = 90
MOST_FOCUS_WORDS = 25
_CUT = re.compile(r";\s+|(?<=[,:])\s+(?=\((?:[a-z]{1,2}|[ivx]{1,4}|\d{1,2})\)\s)")
_WORD = re.compile(r"\S+")


def focus_of(hit: Hit, text: str) -> Span:
    """The words of the sentence itself that decided, from the first mention to the last, 25 at most (the act's side first)."""
    whole = _said_of(hit)
    words = [match.span() for match in _WORD.finditer(text, whole.start, whole.end)]
    if len(words) <= MOST_FOCUS_WORDS:
        return trimmed(whole, text)
    return Span(whole.start, words[MOST_FOCUS_WORDS - 1][1])


def quote_of(hit: Hit, focus: Span, text: str) -> Span:
    """The sentence, or the sub-clauses of a long one that hold the words that decided; always a slice of the text that holds `focus`."""
    sentence = hit.reading.unit.span
    if len(_WORD.findall(sentence.of(text))) <= LONG_SENTENCE:
        return trimmed(sentence, text)
    cuts = [sentence.start, *(match.end() for match in _CUT.finditer(text, sentence.start, sentence.end)), sentence.end]
    said = covering([_said_of(hit), focus])
    start = max(cut for cut in cuts if cut <= said.start)
    end = min(cut for cut in cuts if cut >= said.end)
    return trimmed(Span(start, end), text)


def _said_of(hit: Hit) -> Span:
    """From the first to the last of the words of the sentence itself that decided."""
    own = [Span(each.start, each.end) for each in hit.heard if each.piece == "own" and not each.through]
    return covering(own) if own else hit.reading.unit.span
