"""The terms a contract defines, and what they stand for."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice

from contract_registry.core.clauses.further_definitions import further_meanings
from contract_registry.core.clauses.phrases import phrase_before
from contract_registry.core.clauses.quoted import Quoted, quoted_definitions
from contract_registry.core.clauses.sentences import sentences, sentences_as_asked
from contract_registry.core.clauses.tree import Clause, Definition
from contract_registry.core.text import Span, trimmed

DEFINITIONS_HEADING = re.compile(
    r"\b(?:defin(?:itions?|ed terms?)|interpretation|glossary|key (?:\S+ )?terms|meaning of (?:words|terms)|définitions?|begriffsbestimmungen|begriffe|definitionen|definiciones|begrippen|definities|definizioni)\b",
    re.IGNORECASE,
)
"""A heading under which terms are defined."""
_UNQUOTED = re.compile(
    r"(?:(?:The term|The expression|Le terme|Der Begriff|El término)\s+)?(?P<term>(?!(?:That|This|It|These|Those|Which|What|He|She|We|You|They)\s)[A-ZÀ-Þ][\w’'/&-]*(?:\s+(?:[A-ZÀ-Þ0-9][\w’'/&-]*|of|and|the|for|or|to|&|de|du|des|der|und|y)){0,6})\s+"
    r"(?:(?:shall|will)\s+)?(?:means?|mean|désigne|désignent|signifie|bezeichnet|bezeichnen|bedeutet|significa|has the meaning|have the meaning|refers to|includes? any)\b"
)
_LISTED = re.compile(r"(?P<term>[A-ZÀ-Þ][^\s.:;?!–—]*(?:\s+[^\s.:;?!–—]+){0,6}?)\s*(?::|\s[-–—])\s+(?=\S)")
_CONNECTION = re.compile(r"(?:[\s,:;–—-]|(?:collectively|together|individually|jointly)\b)*")
_LONGEST_MEANING = 4_000
_SHORTEST_PHRASE = 4
"""Fewer letters than this before \"we call this …\" name nothing: the sentence before does."""


def definitions_of(text: str, clauses: Sequence[Clause]) -> tuple[Definition, ...]:
    """The definitions of a document in the order of the text: quoted terms however defined, unquoted ones where a definition is expected, and
    what further sentences say that those terms include.
    """
    starts = [clause.own.start for clause in clauses]
    quoted = (definition for found in quoted_definitions(text) for definition in _from_quoted(text, found, clauses, starts))
    every = {definition.at.start: definition for definition in (*_unquoted(text, clauses), *quoted)}
    for term, at, meant in further_meanings(text, (one.term for one in every.values())):
        clause = clauses[max(bisect_right(starts, at.start) - 1, 0)]
        if at.start not in every and len(meaning := _explained(text, meant, clause)):
            every[at.start] = Definition(term, at, meaning, clause.index)
    return tuple(every[start] for start in sorted(every))


def _from_quoted(text: str, found: Quoted, clauses: Sequence[Clause], starts: Sequence[int]) -> Iterator[Definition]:
    index = bisect_right(starts, found.terms[0].start) - 1
    if index < 0:
        return
    clause = clauses[index]
    meaning = _meaning(text, found, clause)
    for at in found.terms:
        if at.end <= clause.own.end and len(meaning):
            yield Definition(" ".join(at.of(text).split()), at, meaning, index)


def _meaning(text: str, found: Quoted, clause: Clause) -> Span:
    if found.way == "means":
        return _explained(text, found.end, clause)
    start = max(found.start, clause.own.start)
    phrase = phrase_before(text, clause.own.start, start, text[found.start : found.end])
    if found.way == "called" and len(phrase) < _SHORTEST_PHRASE:
        end = max(phrase.start, clause.own.start)
        before = sentences(text, Span(max(clause.own.start, end - _LONGEST_MEANING), end))
        return before[-1] if before else Span(start, start)
    return phrase


def _explained(text: str, start: int, clause: Clause) -> Span:
    """The words of meaning from `start`: to the end of the sentence, and over the list where it leads into one."""
    start = min(_CONNECTION.match(text, start, clause.own.end).end(), clause.own.end)  # type: ignore[union-attr]
    every = list(islice(sentences_as_asked(text, Span(start, min(clause.own.end, start + _LONGEST_MEANING))), 2))
    if not every:
        below = trimmed(Span(start, min(clause.span.end, start + _LONGEST_MEANING)), text)
        return below if clause.children else Span(start, start)
    if len(every) == 1 and clause.children and text[every[0].end - 1] in ":—-,":
        return Span(every[0].start, min(clause.span.end, every[0].start + _LONGEST_MEANING))
    return every[0]


def _unquoted(text: str, clauses: Sequence[Clause]) -> Iterator[Definition]:
    expected = _expected(clauses)
    for clause in clauses:
        if clause.kind in ("heading", "remark"):
            continue
        at = clause.body.start
        if (match := _UNQUOTED.match(text, at, min(clause.body.end, at + 160))) is not None:
            yield _definition(text, match, clause)
        elif clause.parent is not None and expected[clause.parent]:
            yield from _listed(text, clause)


def _expected(clauses: Sequence[Clause]) -> list[bool]:
    """For each clause, whether terms are defined below it: it stands under a heading that says so."""
    expected: list[bool] = []
    for clause in clauses:
        above = clause.parent is not None and expected[clause.parent] and clause.kind != "heading"
        expected.append(above or (bool(clause.heading) and DEFINITIONS_HEADING.search(clause.heading) is not None))
    return expected


def _definition(text: str, match: re.Match[str], clause: Clause) -> Definition:
    return Definition(match["term"], Span(*match.span("term")), _explained(text, match.end(), clause), clause.index)


def _listed(text: str, clause: Clause) -> Iterator[Definition]:
    """An entry of a list or table of definitions: "Work: the novel …", a row whose first cell is the term."""
    if len(clause.block.cells) > 1:
        at, meaning = (trimmed(cell, text) for cell in clause.block.cells[:2])
        at = Span(at.start + (text[at.start : at.start + 1] in '"“„«'), at.end)
        if 0 < len(at) < len(meaning) and at.of(text).count(" ") < 8:  # noqa: PLR2004
            yield Definition(at.of(text).strip('"“”„«» '), at, meaning, clause.index)
    elif (match := _LISTED.match(text, clause.own.start, min(clause.own.end, clause.own.start + 120))) is not None:
        yield _definition(text, match, clause)
