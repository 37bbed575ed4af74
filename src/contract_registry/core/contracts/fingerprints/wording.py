"""A wording as it counts for a fingerprint: without case, space, quotes and numbering, with sides for names, bands for sums, and days left open."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from contract_registry.core.clauses.tree import Clause, Clauses
from contract_registry.core.contracts.dates import days_in
from contract_registry.core.contracts.fingerprints.sides import ARTICLES, WORD, Names, bare, names_of
from contract_registry.core.contracts.months import MONTHS
from contract_registry.core.contracts.survey import survey_of
from contract_registry.core.quantities.bands import banded
from contract_registry.core.quantities.money import sums_in
from contract_registry.core.quantities.numbers import NUMBER_WORDS, numbers_in
from contract_registry.core.text import Span

_TOKEN = re.compile(
    rf"(?P<item>(?<!\w)\((?:[a-z]{{1,2}}|[ivx]{{1,4}}|\d{{1,2}})\))|(?P<figures>\d+(?:[.,]\d+)*)|(?P<word>{WORD.pattern})|(?P<sign>[%£$€])",
    re.IGNORECASE,
)
_TELLING = frozenset({*NUMBER_WORDS, *MONTHS})
REFERENCE, DAY = "~clause", "~day"


@dataclass(frozen=True, slots=True)
class Wordings:
    """A contract made ready for reading its wordings: what stands for which stretch of its text, in order, and for which names."""

    clauses: Clauses
    names: Names
    starts: tuple[int, ...]
    stretches: tuple[tuple[Span, str], ...]

    def of(self, clause: Clause) -> tuple[str, ...]:
        """The words of a clause and of everything below it, as they count."""
        below = [clause, *self._below(clause)]
        return tuple(word for each in below for word in self.at(each.body))

    def at(self, span: Span) -> tuple[str, ...]:
        """The words at `span`, as they count."""
        return tuple(_without_articles(_with_sides(list(self._tokens(span)), self.names)))

    def _below(self, clause: Clause) -> Iterator[Clause]:
        for index in clause.children:
            child = self.clauses.clauses[index]
            yield child
            yield from self._below(child)

    def _tokens(self, span: Span) -> Iterator[str]:
        at = span.start
        first = bisect_left(self.starts, span.start)
        for stretch, stands in self.stretches[first:]:
            if stretch.end > span.end:
                break
            if stretch.start >= at:
                yield from _words(self.clauses.document.text[at : stretch.start])
                yield stands
                at = stretch.end
        yield from _words(self.clauses.document.text[at : span.end])


def wordings_of(clauses: Clauses) -> Wordings:
    """A segmented contract, made ready; whatever its text, it never raises."""
    survey = survey_of(clauses, _TELLING)
    numbers = numbers_in(survey)
    said = frozenset({clauses.language, *clauses.languages})
    found = [
        *((each.span, f"~{banded(each.money)}") for each in sums_in(survey, numbers)),
        *((day.span, DAY) for day in days_in(survey)),
        *((reference.span, REFERENCE) for reference in clauses.references if not reference.external),
        *((number.span, f"{number.value.normalize():f}") for number in numbers if not number.languages or number.languages & said),
    ]
    stretches: list[tuple[Span, str]] = []
    for span, stands in sorted(found, key=lambda each: (each[0].start, -each[0].end)):
        if not stretches or span.start >= stretches[-1][0].end:
            stretches.append((span, stands))
    return Wordings(clauses, names_of(clauses), tuple(span.start for span, _ in stretches), tuple(stretches))


def _words(text: str) -> Iterator[str]:
    for token in _TOKEN.finditer(unicodedata.normalize("NFKC", text)):
        if token.lastgroup != "item":
            yield bare(token.group())


def _with_sides(words: list[str], names: Names) -> Iterator[str]:
    at = 0
    while at < len(words):
        length, stands = names.at(words, at)
        yield stands
        at += length


def _without_articles(words: Iterator[str]) -> Iterator[str]:
    """The words without the articles: whether "the Author" or "Jo Smith" is named makes no other wording."""
    return (word for word in words if word not in ARTICLES)
