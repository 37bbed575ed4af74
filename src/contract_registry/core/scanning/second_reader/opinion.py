"""A second opinion on what the rules heard: where the second reader sees no harm, the rule asks instead of finding."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from contract_registry.core.clauses.language import language_of
from contract_registry.core.clauses.tree import Clauses
from contract_registry.core.rules.patterns import Pattern
from contract_registry.core.rules.vocabulary import Act
from contract_registry.core.scanning.context.read_unit import read_unit
from contract_registry.core.scanning.judge import NOT_SHARED, Hit
from contract_registry.core.scanning.matching import OutOfSteps, Steps, is_spoken
from contract_registry.core.scanning.mentions import Mentions
from contract_registry.core.scanning.second_reader.by_role import sentence_of
from contract_registry.core.scanning.second_reader.reader import HALF, SecondReader
from contract_registry.core.scanning.second_reader.sentence import Sentence
from contract_registry.core.scanning.units import Place, Unit, unit_at
from contract_registry.core.text import Span

LANGUAGE = "en"
"""The language that the reader was taught in; of others it has no opinion."""


def with_opinions(
    hits: Iterable[Hit], reader: SecondReader, clauses: Clauses, mentions: Mentions, acts: Mapping[str, Act], quiet: Mapping[str, str]
) -> list[Hit]:
    """`hits`, each of the reader's families with its score, and asking where that is low.

    Rules that read a whole clause at once, sentences in other languages, and what is said outright are left as they are.
    """
    heard = list(hits)
    sentences: dict[tuple[Span, ...], Sentence] = {}
    for hit in heard:
        unit = hit.reading.unit
        if _is_read(hit, reader, clauses) and (key := _key(unit)) not in sentences and (place := unit_at(_place_of(unit), mentions)):
            sentences[key] = sentence_of(read_unit(place, mentions, acts, quiet), clauses.document.text)
    scores = {key: reader.scores(sentence) for key, sentence in sentences.items()}
    return [
        _with_opinion(hit, scores[key][hit.rule.family])
        if _is_read(hit, reader, clauses) and (key := _key(hit.reading.unit)) in scores
        else hit
        for hit in heard
    ]


def _is_read(hit: Hit, reader: SecondReader, clauses: Clauses) -> bool:
    looks_for = hit.rule.looks_for
    if hit.rule.family not in reader.families or looks_for is None or looks_for.within == "clause":
        return False
    if any(_is_said(pattern, hit) for pattern in looks_for.outright):
        return False
    return (language_of(hit.reading.unit.span.of(clauses.document.text)) or clauses.language) == LANGUAGE


def _is_said(pattern: Pattern, hit: Hit) -> bool:
    try:
        return is_spoken(pattern, hit.reading.heard, Steps())
    except OutOfSteps:
        return False


def _with_opinion(hit: Hit, score: float) -> Hit:
    scored = replace(hit, score=score)
    return scored.asking(NOT_SHARED) if score < HALF else scored


def _key(unit: Unit) -> tuple[Span, ...]:
    return tuple(piece.span for piece in unit.pieces)


def _place_of(unit: Unit) -> Place:
    """Where the unit stands, with the words that carry into it."""
    by_kind = {kind: tuple(piece.span for piece in unit.pieces if piece.kind == kind) for kind in ("heading", "lead-in", "closing")}
    return Place(unit.clause, unit.span, by_kind["lead-in"], next(iter(by_kind["heading"]), None), by_kind["closing"])
