"""What lies within a question that leaves a choice: each of what is joined by *or*, and what is excluded, as questions of their own.

Whoever may choose the clauses one by one, five of them joined by *or*, would learn from whether a figure is told if two of them are one person's. So where there is
a choice, a figure stands on what enough people have in each part of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice, product

from contract_registry.core.disclosure.searching.question import Asked

MOST_PARTS = 16
"""A question with more parts than these is told no figures of people."""
_MAY_CHOOSE = re.compile(r"\bor\b|-", re.IGNORECASE | re.ASCII)
"""Of what is beside *or*, it hangs on the database and its language what belongs to a word: "or½" is *or* to it. So letters are the fewest there are."""
_PIECES = re.compile(r"'(?:[^']|'')*'(?::\w+)?|[^\s'()]+|[()]")


def leaves_choice_of_words(asked: Asked) -> bool:
    """Whether something may be joined by *or* or excluded; only the database says what it makes of it."""
    return bool(_MAY_CHOOSE.search(asked.words))


def parts_of(asked: Asked, query: str) -> tuple[tuple[Asked, str], ...]:
    """The parts with the query of each as the database writes it, `query` being that of the whole; none where nothing is left to choose, and of too many one too many."""
    of_words = list(_parts_in(query)) or [query]
    of_facets = [[(facet, value) for value in values] for facet, values in asked.filters.items()]
    if len(of_words) == 1 and all(len(values) == 1 for values in of_facets):
        return ()
    every = ((replace(asked, where=frozenset(where)), words) for words in of_words for where in product(*of_facets))
    return tuple(islice(every, MOST_PARTS + 1))


def _parts_in(query: str) -> Iterator[str]:
    """Each alternative, and each with one of the things that it excludes in place of those."""
    for factors in _alternatives(_PIECES.findall(query)):
        excluded = [factor[1:] for factor in factors if factor[0] == "!"]
        wanted = [factor for factor in factors if factor[0] != "!"]
        yield _joined(factors)
        yield from (_joined([*wanted, factor]) for factor in excluded)


def _alternatives(pieces: Sequence[str]) -> Iterator[list[list[str]]]:
    """Of a query the alternatives, of each of these the factors, in pieces; what stands in brackets is one factor."""
    factors: list[list[str]] = [[]]
    depth = 0
    for piece in (part for whole in pieces for part in (whole if whole[0] in "!|&" else [whole])):
        depth += (piece == "(") - (piece == ")")
        if depth or piece not in "|&":
            factors[-1].append(piece)
            continue
        if piece == "&":
            factors.append([])
            continue
        yield [each for each in factors if each]
        factors = [[]]
    if any(factors):
        yield [each for each in factors if each]


def _joined(factors: Sequence[Sequence[str]]) -> str:
    return " & ".join(" ".join(factor) for factor in factors)
