"""A passage as it is shown to a rule's editor: its sentence, its clause, and the rule and pattern that have to do with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from contract_registry.core.clauses.sentences import sentences
from contract_registry.core.clauses.tree import Clause, Clauses
from contract_registry.core.evaluation.judging import JudgedFinding
from contract_registry.core.evaluation.label import Label
from contract_registry.core.evaluation.nearest_rule import Nearest
from contract_registry.core.evaluation.reported import Reported
from contract_registry.core.text import Span, covering

ExcerptSide = Literal["missed", "wrong", "newly found", "newly missed", "newly wrong", "no longer wrong"]


@dataclass(frozen=True, slots=True)
class Excerpt:
    """One passage; `words` are its sentence and `marked` the part of it that matters.

    `rule` and `pattern` found it; of a passage missed they came nearest, and `because` says what stopped them. `before` is the rule that found
    it in an earlier run. `line` is its line in the file of labels, 0 of a finding.
    """

    side: ExcerptSide
    doc: str
    family: str
    type: str
    words: str
    marked: Span
    clause_number: str = ""
    clause_heading: str = ""
    rule: str = ""
    rule_version: int = 0
    pattern: str = ""
    because: str = ""
    before: str = ""
    is_protective: bool = False
    line: int = 0


def excerpt_of_finding(side: ExcerptSide, doc: str, judged: JudgedFinding) -> Excerpt:
    """A finding in its own words, the focus marked."""
    found = judged.finding
    return Excerpt(
        side,
        doc,
        found.family,
        found.type,
        found.quote,
        _marked(found),
        found.clause_number,
        found.clause_heading,
        found.rule,
        found.rule_version,
        found.pattern,
        is_protective=bool(judged.protective),
    )


def excerpt_of_missed(label: Label, at: Span | None, clauses: Clauses, nearest: Nearest | None) -> Excerpt:
    """A labelled passage that nothing found, in its sentence, with the rule that came nearest."""
    near = nearest or Nearest("", 0, "", "no rule of its family looks for words." if at else "its words are not in the text that was read.")
    words, marked, clause = _in_its_sentence(label, at, clauses)
    return Excerpt(
        "missed",
        label.doc,
        label.family,
        label.type,
        words,
        marked,
        clauses.cited_number(clause) if clause else "",
        clause.heading if clause else "",
        near.rule,
        near.rule_version,
        near.pattern,
        near.because,
        line=label.line,
    )


def excerpt_of_found(label: Label, found: Reported, at: Span | None, clauses: Clauses) -> Excerpt:
    """A labelled passage in its sentence, newly found, with the rule that found it."""
    words, marked, _ = _in_its_sentence(label, at, clauses)
    return Excerpt(
        "newly found",
        label.doc,
        label.family,
        label.type,
        words,
        marked,
        found.clause_number,
        found.clause_heading,
        found.rule,
        found.rule_version,
        found.pattern,
        line=label.line,
    )


def _in_its_sentence(label: Label, at: Span | None, clauses: Clauses) -> tuple[str, Span, Clause | None]:
    clause = next((each for each in clauses.clauses if at and each.own.start <= at.start < each.own.end), None)
    if at is None or clause is None:
        return label.quote, Span(0, len(label.quote)), None
    text = clauses.document.text
    whole = covering([at, *(each for each in sentences(text, covering([clause.own, at])) if each.overlaps(at))])
    return whole.of(text), Span(at.start - whole.start, at.end - whole.start), clause


def _marked(found: Reported) -> Span:
    start = found.quote.find(found.focus) if found.focus else 0
    return Span(start, start + len(found.focus)) if start >= 0 and found.focus else Span(0, len(found.quote))
