"""Sentences that say what else a term holds which the document has defined elsewhere: "The Works shall include all drafts"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from contract_registry.core.text import Span

_INCLUDES = re.compile(
    r"\s(?:(?:shall|will|may|also|further|specifically|expressly|each)\s){0,3}(?:be (?:construed|deemed|taken|understood) (?:as including|to include)|includes?)\b"
    r"(?:,?\s(?:but (?:are|is|shall) not (?:be )?limited to|without limitation))?(?:,?\s(?:all of )?the following)?[,:;]?[ \t]*"
)
_BEFORE = re.compile(r"(?:\A|[.;:!?)\n\t]\s*|\n\s*)(?:\(?\w{1,4}[.)]\s+)?(?:(?:The|Such|Said|These|All|Any|the|and|For clarity,)\s)?\Z")
_LONGEST_TERM = 60
_LONGEST_START = 30


def further_meanings(text: str, terms: Iterable[str]) -> Iterator[tuple[str, Span, int]]:
    """Of `terms`, each that a sentence says to include more: the term, where it stands, and where what it includes begins."""
    known = tuple(sorted(set(terms), key=len, reverse=True))
    for match in _INCLUDES.finditer(text):
        before = text[max(0, match.start() - _LONGEST_TERM) : match.start()]
        term = next((one for one in known if before.endswith(one)), None)
        if term is None:
            continue
        start = match.start() - len(term)
        if _BEFORE.search(text[max(0, start - _LONGEST_START) : start]) is not None:
            yield term, Span(start, match.start()), match.end()
