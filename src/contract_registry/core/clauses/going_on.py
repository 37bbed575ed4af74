"""Sentences that go on with the one before: cut in two by the end of a page, or saying what the one before takes in ("This includes ...")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from contract_registry.core.clauses.leadins import takes_in
from contract_registry.core.clauses.sentences import last_sentence, sentences_as_asked
from contract_registry.core.clauses.tree import Clause
from contract_registry.core.text import Span

_DANGLES = re.compile(
    r"(?:,|\b(?:the|of|and|or|to|an?|in|by|for|with|from|any|all|its|his|her|their|your|our|this|that|such|which|shall|will|may|must|not|is|are|be|"
    r"des?|du|la|le|les|et|ou|der|die|das|und|oder|zu|von|el|los|las|del|y|o))\Z",
    re.IGNORECASE,
)
_POINTS_BACK = re.compile(r"\b(?:it|them|so)\b", re.IGNORECASE)
_SOON = 80
_ENDS = '.;:!?…"”’»)]_'
_SHORTEST = 20
"""A line shorter than this is an address, a label or a verse, and no sentence that was cut."""
_LONGEST = 2_000


class Cut(NamedTuple):
    """A sentence that begins in one clause and goes on in another: where it stands, what stands of the page between its parts, and both clauses' indexes."""

    sentence: Span
    between: Span
    begins_in: int
    ends_in: int


def cut_sentences(text: str, clauses: Sequence[Clause]) -> tuple[Cut, ...]:
    """The sentences that the end of a page, or a line broken off, cuts in two, in the order of the text."""
    found = []
    before: Clause | None = None
    is_aside_between = False
    for clause in clauses:
        if clause.block.source != "body":
            is_aside_between = True
            continue
        if before is not None and _goes_on(text, before, clause, is_aside_between=is_aside_between):
            start = last_sentence(text, Span(max(before.body.start, before.body.end - _LONGEST), before.body.end)).start
            end = next(sentences_as_asked(text, clause.body)).end
            if before.body.end - start >= _SHORTEST:
                found.append(Cut(Span(start, end), Span(before.body.end, clause.body.start), before.index, clause.index))
        before, is_aside_between = clause, False
    return tuple(found)


def _goes_on(text: str, before: Clause, clause: Clause, *, is_aside_between: bool) -> bool:
    """Whether `before` breaks off in the middle of a sentence with which `clause` goes on; a short beginning may look like a heading."""
    if clause.number or not (_is_prose(before) and _is_prose(clause)) or clause.kind == "heading":
        return False
    if (clause.lead_in or before.kind == "heading") and not is_aside_between:
        return False
    if text[before.body.end - 1] in _ENDS or not text[clause.body.start].islower():
        return False
    return is_aside_between or _DANGLES.search(text, before.body.start, before.body.end) is not None


def _is_prose(clause: Clause) -> bool:
    return clause.kind != "remark" and not clause.block.cells and len(clause.body) > 0


def taken_in(text: str, span: Span, before: Span | None) -> tuple[Span, ...]:
    """The sentence `before`, where the one at `span` only says what it takes in, of what only the one before names ("This includes using it to ...")."""
    return (
        (before,)
        if before is not None and takes_in(text, span) and _POINTS_BACK.search(text, span.start, min(span.end, span.start + _SOON))
        else ()
    )
