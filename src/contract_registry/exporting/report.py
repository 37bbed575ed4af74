"""The report as a value: what a person is told, in the order in which it matters, ready to be set in a terminal or on a page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from contract_registry.core.clauses.tree import Clauses
from contract_registry.core.document import Document
from contract_registry.core.rules.rule import SEVERITIES, LegalBasis, Severity, Wording
from contract_registry.core.scanning.findings import Absence, Combination, Explanation, Finding, Scan, Verdict
from contract_registry.core.text import Span
from contract_registry.exporting import plain_words
from contract_registry.exporting.inert import inert
from contract_registry.exporting.whereabouts import about_document, where_it_stands

Kind = Literal["combination", "finding", "unclear", "absence", "protection"]
MOST_REASONS = 3


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


@dataclass(frozen=True, slots=True)
class Report:
    """Everything a person is told about one document."""

    name: str
    language: str
    about: str
    verdict: Verdict
    meaning: str
    because: tuple[str, ...]
    unread: tuple[str, ...]
    remarks: tuple[str, ...]
    combinations: tuple[Entry, ...]
    findings: tuple[Entry, ...]
    unclear: tuple[Entry, ...]
    absences: tuple[Entry, ...]
    protections: tuple[Entry, ...]
    facts: tuple[tuple[str, str], ...]
    made_with: str

    @property
    def passages(self) -> tuple[Entry, ...]:
        """Every entry that has words in the text, in the order of their numbers."""
        return (*self.findings, *self.unclear, *self.protections)


def report_of(clauses: Clauses, scan: Scan, facts: Sequence[tuple[str, str]] = ()) -> Report:
    """The report on `scan`; `facts` are further rows for the table of what the contract says (label, words)."""
    document, jurisdiction = clauses.document, scan.circumstances.jurisdiction
    findings = [_passage("finding", each, document, jurisdiction) for each in _gravest_first(scan.findings)]
    unclear = [_passage("unclear", each, document, jurisdiction) for each in _gravest_first(scan.unclear)]
    absences = [_absence(each, jurisdiction) for each in sorted(scan.absences, key=lambda each: -SEVERITIES.index(each.severity))]
    protections = [_passage("protection", each, document, jurisdiction) for each in scan.protections]
    numbered = _numbered((*findings, *unclear, *absences, *protections))
    numbers = {each.id: each.number for each in numbered}
    return Report(
        name=inert(document.name),
        language=clauses.language,
        about=about_document(clauses),
        verdict=scan.verdict,
        meaning=plain_words.VERDICTS[scan.verdict],
        because=() if scan.verdict == "fine" else _reasons(scan.verdict_because),
        unread=tuple(inert(each.message) for each in document.problems if each.withholds) + tuple(_overruns(scan)),
        remarks=tuple(inert(each.message) for each in document.problems if not each.withholds),
        combinations=tuple(_combination(each, numbers) for each in scan.combinations),
        findings=_of("finding", numbered),
        unclear=_of("unclear", numbered),
        absences=_of("absence", numbered),
        protections=_of("protection", numbered),
        facts=tuple((label, inert(words)) for label, words in facts),
        made_with=_made_with(document, scan),
    )


def _numbered(entries: Iterable[Entry]) -> list[Entry]:
    """The entries with their numbers, and the advice of a rule with its first."""
    told: dict[str, tuple[int, str]] = {}
    numbered = []
    for number, entry in enumerate(entries, 1):
        numbered.append(replace(entry, number=number, advice_at=told.get(entry.rule)))
        told.setdefault(entry.rule, (number, entry.id))
    return numbered


def _of(kind: Kind, entries: Iterable[Entry]) -> tuple[Entry, ...]:
    return tuple(each for each in entries if each.kind == kind)


def _gravest_first(findings: Iterable[Finding]) -> list[Finding]:
    return sorted(findings, key=lambda each: (-SEVERITIES.index(each.severity), each.quote.start))


def _reasons(because: Sequence[str]) -> tuple[str, ...]:
    """The first few reasons for the verdict; the rest are counted, since each is told below."""
    shown = [inert(reason) for reason in because[:MOST_REASONS]]
    more = len(because) - len(shown)
    return (*shown, f"and {more} more, below") if more else tuple(shown)


def _overruns(scan: Scan) -> Iterable[str]:
    for each in scan.overruns:
        where = f"clause {inert(each.clause_number)}" if each.clause_number else "one clause"
        yield f"The rule {each.rule} gave up on {where}, which is unusually long or tangled: read it yourself."


def _passage(kind: Kind, finding: Finding, document: Document, jurisdiction: str) -> Entry:
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


def _absence(absence: Absence, jurisdiction: str) -> Entry:
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


def _combination(combination: Combination, numbers: Mapping[str, int]) -> Entry:
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


def _made_with(document: Document, scan: Scan) -> str:
    packs = ", ".join(f"{pack.id} {pack.version}" for pack in scan.packs)
    told = ", ".join(
        f"{name} {value}"
        for name, value in (
            ("sector", scan.circumstances.sector),
            ("role", scan.circumstances.role),
            ("law of", scan.circumstances.jurisdiction),
        )
        if value
    )
    case = f"; {told}" if told else ""
    return f"Rules: {packs}, as at {scan.circumstances.as_of}{case}. File sha256 {document.sha256[:16]}."
