"""A wording as it counts for a fingerprint: without case, space, quotes and numbering, with sides for names, bands for sums, and days left open."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Sequence
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
REFERENCE, DAY, UNREAD = "~clause", "~day", "~unread"
_STANDS = "~"
"""With what begins that stands for a side, a sum, a day or a clause, whatever it is."""


@dataclass(frozen=True, slots=True)
class Wordings:
    """A contract made ready for reading its wordings: what stands for which stretch of its text, in order, and for which names."""

    clauses: Clauses
    names: Names
    starts: tuple[int, ...]
    stretches: tuple[tuple[Span, str], ...]
    unread: tuple[Span, ...] = ()

    def of(self, clause: Clause) -> tuple[str, ...]:
        """The words of a clause and of everything below it, as they count."""
        below = [clause, *self._below(clause)]
        return tuple(word for each in below for word in self.at(each.body))

    def at(self, span: Span) -> tuple[str, ...]:
        """The words at `span`, as they count."""
        inside = [Span(max(each.start, span.start), min(each.end, span.end)) for each in self._unread_in(span)]
        words, gone = list[str](), list[bool]()
        at = span.start
        for each in inside:
            for piece, is_unread in ((Span(at, each.start), False), (each, True)):
                found = list(self._tokens(piece))
                words += found
                gone += [is_unread] * len(found)
            at = each.end
        rest = list(self._tokens(Span(at, span.end)))
        return tuple(_without_articles(_with_sides([*words, *rest], [*gone, *[False] * len(rest)], self.names)))

    def _unread_in(self, span: Span) -> Iterator[Span]:
        first = bisect_left(self.unread, span.start, key=lambda each: each.end)
        for each in self.unread[first:]:
            if each.start >= span.end:
                return
            if each.end > span.start:
                yield each

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


def wordings_of(clauses: Clauses, unread: Sequence[Span] = ()) -> Wordings:
    """A segmented contract, made ready; whatever its text, it never raises. Of the words at `unread` it is told where they are and nothing else, but for what may stand for them."""
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
    return Wordings(clauses, names_of(clauses), tuple(span.start for span, _ in stretches), tuple(stretches), tuple(unread))


def _words(text: str) -> Iterator[str]:
    for token in _TOKEN.finditer(unicodedata.normalize("NFKC", text)):
        if token.lastgroup != "item":
            yield bare(token.group())


def _with_sides(words: Sequence[str], gone: Sequence[bool], names: Names) -> Iterator[str]:
    at, is_behind_gone = 0, False
    while at < len(words):
        length, stands = names.at(words, at)
        is_gone = gone[at] and not stands.startswith(_STANDS)
        if not is_gone:
            yield stands
        elif not is_behind_gone:
            yield UNREAD
        at, is_behind_gone = at + length, is_gone


def _without_articles(words: Iterator[str]) -> Iterator[str]:
    """The words without the articles: whether "the Author" or "Jo Smith" is named makes no other wording."""
    return (word for word in words if word not in ARTICLES)
