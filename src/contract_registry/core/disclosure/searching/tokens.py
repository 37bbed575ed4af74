"""What stands in the index beside the stems of a clause: who may see it and for what, every facet it has, and each two words side by side."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from contract_registry.core.disclosure.consent.ladder import Purpose
from contract_registry.core.disclosure.consent.projection import Row
from contract_registry.core.disclosure.searching.question import Facet

_WORD = re.compile(r"[^\W_]+")
_LONGEST = 120
"""Of a word or a value in a token, in characters: an index takes no token of more than two thousand bytes."""
_PHRASE = re.compile(r'"([^"]+)"')
_CHOICE = re.compile(r"\bor\b|(?<!\w)-", re.IGNORECASE | re.ASCII)
_TO_READ = "shown"
"""Stands at clauses of which there is more to see than that they exist."""


def found_by(circle: str) -> str:
    """The token of all that a circle finds when it searches: what it may see, for that purpose, with something to show. One list in the index in place of three that meet."""
    return f"found:{circle}"


def of_circle(circle: str) -> str:
    """The token of all that a circle may see, by the circle's id."""
    return f"circle:{circle}"


def for_purpose(purpose: Purpose) -> str:
    """The token of all that may be used for a purpose."""
    return f"for:{purpose.name.lower()}"


def of_facet(facet: Facet, value: str) -> str:
    """The token of all that has this value."""
    return f"{facet}:{value[:_LONGEST]}"


def to_be_shown() -> str:
    """The token of all of which there are words or types to show."""
    return f"is:{_TO_READ}"


def tokens_of(row: Row, circle: str, values: Mapping[Facet, str]) -> Iterator[str]:
    """The tokens of a row; `values` are those that its columns hold."""
    yield of_circle(circle)
    yield from map(for_purpose, row.purposes)
    yield from (of_facet(Facet.TYPE, each) for each in row.types)
    yield from (of_facet(facet, value) for facet, value in values.items() if value)
    if row.text or row.found:
        yield to_be_shown()
        if Purpose.SEARCH in row.purposes:
            yield found_by(circle)
    yield from sorted(set(pairs_of(row.text)))


def pairs_of(text: str) -> Iterator[str]:
    """Each two words of a text that stand side by side, as one token."""
    return (f"two:{one[:_LONGEST]}_{other[:_LONGEST]}" for one, other in pairwise(word.lower() for word in _WORD.findall(text)))


def pairs_asked(words: str) -> Iterator[str]:
    """The pairs that every hit has, where phrases are asked for in quotation marks and nothing else may stand in their place."""
    if _CHOICE.search(words):
        return
    for phrase in _PHRASE.findall(words):
        yield from pairs_of(phrase)
