"""Labels and what they label: "Term: 2 years | Territory: UK", rows of a deal memo, columns of a table, defined terms, short clauses under a heading."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from contract_registry.core.clauses.tree import Clause, Clauses
from contract_registry.core.contracts.columns import columns_called
from contract_registry.core.text import Span, trimmed

_LABEL = re.compile(
    r"(?:\A|[|;•·]|[.!?]\s)\s*(?:\(?\w{1,3}[.)]\s{1,3})?(?P<label>[^\W\d_][^:|;.?!\n]{0,48}?)(?:\s{0,3}:(?:\s+(?=\S)"
    r"|(?=[£$€]))|\s-{1,2}\s+(?=\S))"
)
_MARK = re.compile(r":[ £$€]|\|| - ")
_PAIR = re.compile(r"\s*(?P<label>[^\W\d_][^|:]{0,48}?)\s*\|\s*(?=\S)[^|]*\|?\s*\Z")
_END_OF_VALUE = re.compile(r"[|;]|[!?]\s|\.\s(?!(?:jan|feb|mär|apr|mai|jun|jul|aug|sep|okt|nov|dez))")
_LONGEST_VALUE = 200
_LONGEST_LABEL = 60
_MOST_WORDS = 4
"""A label in running text is shorter than a sentence that leads into a list."""
_SHORT = 120
"""A clause shorter than this answers to its heading as to a label."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A label, folded, and the place of the words it labels."""

    label: str
    value: Span


def labels_by_clause(clauses: Clauses, plain: str) -> Mapping[int, tuple[Labelled, ...]]:
    """For each clause (by its index) that holds any, its labelled values in the order of the text. `plain` is the folded text."""
    found: dict[int, list[Labelled]] = defaultdict(list)
    for definition in clauses.definitions:
        found[definition.clause].append(Labelled(_label(definition.term.lower()), definition.meaning))
    marked = _marked(clauses, plain)
    rows: list[Clause] = []
    for clause in clauses.clauses:
        if clause.block.cells:
            found[clause.index] += _row(plain, clause, rows)
            rows.append(clause)
            continue
        rows.clear()
        own = tuple(_line(plain, clause)) if clause.index in marked else ()
        if not own and clause.heading and clause.body.end - clause.body.start < _SHORT and clause.kind != "heading":
            own = (Labelled(_label(clause.heading.lower()), clause.body),)
        if own:
            found[clause.index] += own
    return {index: tuple(sorted(labelled, key=lambda each: each.value)) for index, labelled in found.items() if labelled}


def _marked(clauses: Clauses, plain: str) -> frozenset[int]:
    """The clauses (by index) in which a mark stands that may follow a label."""
    starts = [clause.own.start for clause in clauses.clauses]
    return frozenset(bisect_right(starts, mark.start()) - 1 for mark in _MARK.finditer(plain))


def _line(plain: str, clause: Clause) -> Iterator[Labelled]:
    """The labels written in a clause: at its start, after a mark that parts several, or opening a sentence of it."""
    start, end = clause.own.start, clause.own.end
    own = plain[start:end]
    pair = _PAIR.match(own)
    if pair is not None:
        yield Labelled(_label(pair["label"]), Span(own.index("|") + 1, len(own)).shifted(start))
        return
    matches = [match for match in _LABEL.finditer(own) if match["label"].count(" ") < _MOST_WORDS]
    for match, following in zip(matches, [*matches[1:], None], strict=False):
        limit = min(following.start() if following else len(own), match.end() + _LONGEST_VALUE)
        stop = _END_OF_VALUE.search(own, match.end(), limit)
        yield Labelled(_label(match["label"]), Span(match.end(), stop.start() if stop else limit).shifted(start))


def _row(plain: str, clause: Clause, above: Sequence[Clause]) -> Iterator[Labelled]:
    """What each cell of a row is called: by the row's first cell, and by the first row where that reads as a line of titles."""
    cells = [trimmed(cell, plain) for cell in clause.block.cells]
    titles = [trimmed(cell, plain) for cell in above[0].block.cells] if above and len(cells) > 1 else []
    has_titles = len(titles) == len(cells) and all(_is_label(title.of(plain)) for title in titles)
    called = columns_called([_label(title.of(plain)) for title in titles]) if has_titles else ()
    for place, cell in enumerate(cells):
        if has_titles:
            yield Labelled(called[place], cell)
        if place and _is_label(cells[0].of(plain)):
            yield Labelled(_label(cells[0].of(plain)), cell)


def _is_label(words: str) -> bool:
    return 1 < len(words) < _LONGEST_LABEL and not any(letter.isdigit() for letter in words)


def _label(words: str) -> str:
    return " ".join(words.split()).strip(" :.-*_\"'()[]")
