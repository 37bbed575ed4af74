"""A second opinion on what the rules heard: where the second reader sees no harm, the rule asks instead of finding."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from contract_registry.core.clauses.language import language_of
from contract_registry.core.clauses.tree import Clauses
from contract_registry.core.rules.patterns import Pattern
from contract_registry.core.scanning.judge import NOT_SHARED, Hit
from contract_registry.core.scanning.matching import OutOfSteps, Steps, is_spoken
from contract_registry.core.scanning.second_reader.read_sentences import ReadSentences
from contract_registry.core.scanning.second_reader.reader import HALF, SecondReader
from contract_registry.core.text import Span

LANGUAGE = "en"
"""The language that the reader was taught in; of others it has no opinion."""


def with_opinions(hits: Iterable[Hit], reader: SecondReader, sentences: ReadSentences, *, asks: bool) -> list[Hit]:
    """`hits`, each of the reader's families with its score, and asking where that is low, unless `asks` is false.

    Of a clause shown by itself the reader, which was taught with whole documents, knows too little to ask.

    Rules that read a whole clause at once, sentences in other languages, and what is said outright are left as they are.
    """
    return [_with_opinion(hit, reader, sentences, asks=asks) if _is_read(hit, reader, sentences.clauses) else hit for hit in hits]


def is_in_its_language(span: Span, clauses: Clauses) -> bool:
    """Whether the words at `span` are in the language that the reader was taught in."""
    return (language_of(span.of(clauses.document.text)) or clauses.language) == LANGUAGE


def _is_read(hit: Hit, reader: SecondReader, clauses: Clauses) -> bool:
    looks_for = hit.rule.looks_for
    if hit.rule.family not in reader.families or looks_for is None or looks_for.within == "clause":
        return False
    if any(_is_said(pattern, hit) for pattern in looks_for.outright):
        return False
    return is_in_its_language(hit.reading.unit.span, clauses)


def _is_said(pattern: Pattern, hit: Hit) -> bool:
    try:
        return is_spoken(pattern, hit.reading.heard, Steps())
    except OutOfSteps:
        return False


def _with_opinion(hit: Hit, reader: SecondReader, sentences: ReadSentences, *, asks: bool) -> Hit:
    read = sentences.of(hit.reading.unit)
    if read is None:
        return hit
    score = reader.scores(read.sentence)[hit.rule.family]
    scored = replace(hit, score=score)
    return scored.asking(NOT_SHARED) if asks and score < HALF else scored
