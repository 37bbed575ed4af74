"""One thing the report says: a finding, protection, absence or combination as a person is told it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from contract_registry.core.document import Document
from contract_registry.core.rules.rule import LegalBasis, Severity, Wording
from contract_registry.core.scanning.findings import Absence, Combination, Explanation, Finding
from contract_registry.core.text import Span
from contract_registry.exporting import plain_words
from contract_registry.exporting.inert import inert
from contract_registry.exporting.whereabouts import where_it_stands

Kind = Literal["combination", "finding", "unclear", "absence", "protection"]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of a quote; `is_focus` where its words decided."""

    text: str
    is_focus: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing the report says. `number` counts through the whole report; a combination names its `members` by theirs.

    Where a rule speaks several times its advice is told once: later entries name in `advice_at` the one that tells it.
    """

    kind: Kind
    id: str
    title: str
    severity: Severity
    why: str
    questions: tuple[str, ...]
    wording: tuple[tuple[str, str], ...]
    law: tuple[str, ...]
    rule: str
    number: int = 0
    where: str = ""
    pages: tuple[int, ...] = ()
    lead_in: str = ""
    quote: tuple[Stretch, ...] = ()
    quote_at: Span | None = None
    focus_at: Span | None = None
    question: str = ""
    remarks: tuple[str, ...] = ()
    members: tuple[tuple[int, str], ...] = ()
    advice_at: tuple[int, str] | None = None


def passage_entry(kind: Kind, finding: Finding, document: Document, jurisdiction: str) -> Entry:
    return Entry(
        kind=kind,
        id=finding.id,
        title=finding.title,
        severity=finding.severity,
        why=_flowing(finding.why),
        questions=finding.questions,
        wording=wording_lines(finding.wording),
        law=law_lines(plain_words.legal_effect(finding.legal_effect, jurisdiction), finding.basis),
        rule=_rule(finding),
        where=where_it_stands(finding),
        pages=tuple(place.page for place in finding.places),
        lead_in=inert(finding.explanation.lead_in),
        quote=_stretches(finding.quote, finding.focus, document.text),
        quote_at=finding.quote,
        focus_at=finding.focus,
        question=finding.question,
        remarks=tuple(_remarks(finding, finding.explanation)),
    )


def absence_entry(absence: Absence, jurisdiction: str) -> Entry:
    return Entry(
        kind="absence",
        id=absence.id,
        title=absence.title,
        severity=absence.severity,
        why=_flowing(absence.why),
        questions=absence.questions,
        wording=wording_lines(absence.wording),
        law=law_lines(plain_words.legal_effect(absence.legal_effect, jurisdiction), absence.basis),
        rule=_rule(absence),
        where="Not found in this document",
    )


def combination_entry(combination: Combination, numbers: Mapping[str, int]) -> Entry:
    members = sorted((numbers[member], member) for member in combination.members if member in numbers)
    return Entry(
        kind="combination",
        id=combination.id,
        title=combination.title,
        severity=combination.severity,
        why=_flowing(combination.why),
        questions=combination.questions,
        wording=wording_lines(combination.wording),
        law=law_lines("", combination.basis),
        rule=_rule(combination),
        members=tuple(members),
    )


def _stretches(quote: Span, focus: Span, text: str) -> tuple[Stretch, ...]:
    marked = focus.clipped(quote)
    pieces = (
        Stretch(inert(text[quote.start : marked.start])),
        Stretch(inert(marked.of(text)), is_focus=True),
        Stretch(inert(text[marked.end : quote.end])),
    )
    return tuple(piece for piece in pieces if piece.text)


def _remarks(finding: Finding, why: Explanation) -> Iterable[str]:
    """What else a person should know before relying on the finding."""
    if plain_words.CONFIDENCES[finding.confidence] and finding.outcome == "finding":
        yield plain_words.CONFIDENCES[finding.confidence]
    if why.raised_by:
        yield f"Graver here because of: {plain_words.listed([name.replace('-', ' ') for name in why.raised_by])}."
    if why.lowered_by:
        yield f"Milder here because of: {plain_words.listed([name.replace('-', ' ') for name in why.lowered_by])}."
    if why.defined_terms:
        yield f"Read with the document's own meaning of {plain_words.listed([f'“{inert(term)}”' for term in why.defined_terms])}."


def wording_lines(wording: Wording) -> tuple[tuple[str, str], ...]:
    """The wording to propose, best first, each with what it is."""
    steps = (("Best", wording.ideal), ("Acceptable", wording.acceptable), ("Walk away at", wording.walk_away))
    return tuple((step, _flowing(text)) for step, text in steps if text)


def law_lines(effect: str, basis: Iterable[LegalBasis]) -> tuple[str, ...]:
    """The likely effect, then each law in one sentence."""
    laws = tuple(
        f"{law.jurisdiction}: {law.citation} {plain_words.EFFECTS[law.effect]}. {_flowing(law.proposition)} (as at {law.as_at})"
        for law in basis
    )
    return (effect, *laws) if effect else laws


def _rule(each: Finding | Absence | Combination) -> str:
    return f"{each.rule}@{each.rule_version} ({plain_words.STATUSES[each.rule_status]})"


def _flowing(text: str) -> str:
    """Text written over several lines as one."""
    return " ".join(text.split())
