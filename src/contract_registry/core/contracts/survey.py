"""What every finder of facts looks at: the text folded to one form, where each telling word stands, and what surrounds a place."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from contract_registry.core.clauses.sentences import sentences
from contract_registry.core.clauses.tree import Clause, Clauses
from contract_registry.core.contracts.labels import Labelled, labels_by_clause
from contract_registry.core.quantities.folded import Folded, fold, folded, word_at
from contract_registry.core.text import Span

REACH_BEFORE = 240
"""How far back from a place its sentence is read, in characters."""
REACH_AFTER = 180
_LEAD_IN = 160
_LABEL_REACH = 90
"""A label speaks of what its value begins with; further in, the sentence says what is what."""


@dataclass(frozen=True, slots=True)
class Around:
    """What surrounds a place, folded: its sentence before it (with the lead-in of its list) and after it, its labels, its heading."""

    clause: Clause
    before: str
    after: str
    labels: tuple[str, ...]
    heading: str


@dataclass(frozen=True, slots=True)
class Survey(Folded):
    """A segmented document, folded and made ready for finding facts."""

    clauses: Clauses
    labels: Mapping[int, tuple[Labelled, ...]]
    starts: tuple[int, ...]
    known: dict[int, tuple[Span, ...]] = field(default_factory=dict, compare=False, repr=False)
    """The sentences of clauses looked at so far: splitting a long clause again for each of its figures would be quadratic."""

    def spoken(self, words: Iterable[str]) -> Iterator[tuple[Clause, Span]]:
        """Where any of the telling `words` stands in the running text, with its clause: headings and remarks are left out."""
        for at in self.places(words):
            clause = self.clause_at(at)
            if clause is not None and clause.kind != "heading":
                yield clause, Span(at, at + len(word_at(self.plain, at)))

    def heard(self, pattern: re.Pattern[str], clause: Clause, word: Span, reach: int) -> re.Match[str] | None:
        """What `pattern` finds around `word` in its clause so that the word is part of it; None when nothing within `reach` on either side."""
        window = max(clause.own.start, word.start - reach), min(clause.own.end, word.end + reach)
        return next((each for each in pattern.finditer(self.plain, *window) if each.start() <= word.start < each.end()), None)

    def labelled(self, pattern: re.Pattern[str], longest: int) -> Iterator[tuple[Clause, Labelled]]:
        """The labelled values whose label is wholly what `pattern` says, cut to `longest` characters, with their clauses."""
        for index, labels in self.labels.items():
            for each in labels:
                if pattern.fullmatch(each.label):
                    value = each.value.clipped(Span(each.value.start, each.value.start + longest))
                    yield self.clauses.clauses[index], Labelled(each.label, value)

    def clause_at(self, offset: int) -> Clause | None:
        """The clause whose own words hold the character at `offset`; None between clauses and in remarks, which are no contract text."""
        at = bisect_right(self.starts, offset) - 1
        clause = self.clauses.clauses[at] if at >= 0 else None
        return clause if clause and offset < clause.own.end and clause.kind != "remark" else None

    def sentence_at(self, clause: Clause, offset: int) -> Span:
        """The sentence of `clause` that holds the character at `offset`; the cell of a table row; the whole block for words outside the body."""
        if clause.block.cells:
            return next((cell for cell in clause.block.cells if cell.start <= offset < cell.end), clause.own)
        if clause.index not in self.known:
            self.known[clause.index] = sentences(self.text, clause.body)
        every = self.known[clause.index]
        at = bisect_right(every, offset, key=lambda span: span.start) - 1
        return every[at] if at >= 0 and offset < every[at].end else clause.own

    def around(self, clause: Clause, span: Span) -> Around:
        """What surrounds the words at `span` in `clause`, as far as REACH_BEFORE and REACH_AFTER."""
        sentence = self.sentence_at(clause, span.start)
        lead_in = " ".join(self.plain[each.start : each.end] for each in clause.lead_in)[-_LEAD_IN:]
        before = self.plain[max(sentence.start, span.start - REACH_BEFORE) : span.start]
        labels = self._labels(clause, span)
        if not before.strip() and (labels or clause.block.cells):
            before = f"{labels[-1] if labels else clause.block.cells[0].of(self.plain)}: "
        return Around(
            clause,
            f"{lead_in} {before}" if lead_in else before,
            self.plain[span.end : min(sentence.end, span.end + REACH_AFTER)],
            labels,
            folded(clause.heading),
        )

    def _labels(self, clause: Clause, span: Span) -> tuple[str, ...]:
        """What the words at `span` are called."""
        every = self.labels.get(clause.index, ())
        first = bisect_left(every, span.start - _LABEL_REACH, key=lambda each: each.value.start)
        last = bisect_right(every, span.start, key=lambda each: each.value.start)
        return tuple(each.label for each in every[first:last] if each.value.contains(span))

    def said(self, clause: Clause, span: Span) -> tuple[Span, int, str]:
        """What every fact begins with: its place, clause and words."""
        return span, clause.index, span.of(self.text)


def survey_of(clauses: Clauses, words: frozenset[str]) -> Survey:
    """`clauses` made ready for finding facts by the telling `words` (folded)."""
    found = fold(clauses.document.text, words)
    starts = tuple(clause.own.start for clause in clauses.clauses)
    return Survey(found.text, found.plain, found.telling, found.figures, clauses, labels_by_clause(clauses, found.plain), starts)
