"""What every finder of facts looks at: the text folded to one form, where each telling word stands, and what surrounds a place."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from contract_registry.core.clauses.sentences import sentences
from contract_registry.core.clauses.tree import Clause, Clauses
from contract_registry.core.contracts.labels import Labelled, labels_by_clause
from contract_registry.core.text import Span

REACH_BEFORE = 240
"""How far back from a place its sentence is read, in characters."""
REACH_AFTER = 180
_LEAD_IN = 160
_LABEL_REACH = 90
"""A label speaks of what its value begins with; further in, the sentence says what is what."""
_WORD = re.compile("[a-zß-öø-ÿœ]{2,}")
_FIGURES = re.compile(r"[0-9](?:[0-9.,']*[0-9])?")
_FOLDS = {"’": "'", "‘": "'", "´": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u2010": "-", "\u2011": "-", "\u2212": "-"}
_FOLDS |= dict.fromkeys("\u00a0\u202f\u2009\u2007\t\n\r*", " ")


@dataclass(frozen=True, slots=True)
class Around:
    """What surrounds a place, folded: its sentence before it (with the lead-in of its list) and after it, its labels, its heading."""

    clause: Clause
    before: str
    after: str
    labels: tuple[str, ...]
    heading: str


@dataclass(frozen=True, slots=True)
class Survey:
    """A segmented document made ready for finding facts. `plain` is its text folded, character for character; `telling` says where each telling
    word begins, `figures` where each run of figures ("1,500.00", "12.3.2026") begins and ends.
    """

    clauses: Clauses
    plain: str
    telling: Mapping[str, list[int]]
    labels: Mapping[int, tuple[Labelled, ...]]
    figures: list[tuple[int, int]]
    starts: tuple[int, ...]
    known: dict[int, tuple[Span, ...]] = field(default_factory=dict, compare=False, repr=False)
    """The sentences of clauses looked at so far: splitting a long clause again for each of its figures would be quadratic."""

    @property
    def text(self) -> str:
        return self.clauses.document.text

    def places(self, words: Iterable[str]) -> list[int]:
        """Where any of the telling `words` begins, in the order of the text."""
        return sorted(at for word in words for at in self.telling.get(word, ()))

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


def word_at(plain: str, at: int) -> str:
    """The word that begins at `at`."""
    match = _WORD.match(plain, at)
    return match[0] if match else ""


def telling(words: str) -> frozenset[str]:
    """The telling words in `words`, parted by spaces."""
    return frozenset(words.split())


def survey_of(clauses: Clauses, words: frozenset[str]) -> Survey:
    """`clauses` made ready for finding facts by the telling `words` (folded)."""
    plain = folded(clauses.document.text)
    places: dict[str, list[int]] = defaultdict(list)
    for word in _WORD.finditer(plain):
        if word[0] in words:
            places[word[0]].append(word.start())
    figures = [match.span() for match in _FIGURES.finditer(plain)]
    return Survey(
        clauses, plain, dict(places), labels_by_clause(clauses, plain), figures, tuple(clause.own.start for clause in clauses.clauses)
    )


def folded(text: str) -> str:
    """`text` in lower case, with one kind of quote, dash and space, and exactly as long: every offset means the same in both."""
    low = text.lower()
    if len(low) != len(text):
        low = "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)
    if not low.isascii():
        for mark, plain in _FOLDS.items():
            low = low.replace(mark, plain)
        return low
    return low.replace("\n", " ").replace("\t", " ").replace("\r", " ").replace("*", " ")
