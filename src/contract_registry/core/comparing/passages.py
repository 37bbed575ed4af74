"""The passages of a contract, each a sentence or a table row with its words, in the order of the text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from contract_registry.core.clauses.sentences import sentences
from contract_registry.core.clauses.tree import Clause, Clauses
from contract_registry.core.comparing.wording import Word, leads_of, letters_of, words_of
from contract_registry.core.text import Span, trimmed


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence at `span`, in the clause with this index; `letters` are what is left of it when layout is gone."""

    index: int
    span: Span
    clause: int
    words: tuple[Word, ...]
    letters: str
    is_heading: bool = False


def passages_of(clauses: Clauses) -> tuple[Passage, ...]:
    """Every passage that holds a word; printed numbers and run-in headings are in none."""
    text = clauses.document.text
    leads = leads_of(text, clauses.references)
    found: list[Passage] = []
    for clause in clauses.clauses:
        for span in _spans(text, clause):
            words = words_of(text, span, leads)
            if words:
                found.append(Passage(len(found), span, clause.index, words, letters_of(words), clause.kind == "heading"))
    return tuple(found)


def at(passages: Sequence[Passage], span: Span) -> tuple[Passage, ...]:
    """The passages that share a character with `span`; passages stand in the order of their spans."""
    first = bisect_right(passages, span.start, key=lambda passage: passage.span.end)
    last = bisect_left(passages, span.end, key=lambda passage: passage.span.start)
    return tuple(passages[first:last])


def _spans(text: str, clause: Clause) -> Iterator[Span]:
    if clause.block.cells:
        yield trimmed(clause.own, text)
    else:
        yield from sentences(text, clause.body)
