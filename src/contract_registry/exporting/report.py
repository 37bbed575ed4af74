"""The report as a value: what a person is told, in the order in which it matters, ready to be set in a terminal or on a page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from contract_registry.core.clauses.tree import Clauses
from contract_registry.core.document import Document
from contract_registry.core.rules.rule import SEVERITIES
from contract_registry.core.scanning.findings import Finding, Scan, Verdict
from contract_registry.exporting import plain_words
from contract_registry.exporting.entry import Entry, Kind, absence_entry, combination_entry, passage_entry
from contract_registry.exporting.inert import inert
from contract_registry.exporting.whereabouts import about_document

MOST_REASONS = 3


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
    findings = [passage_entry("finding", each, document, jurisdiction) for each in _gravest_first(scan.findings)]
    unclear = [passage_entry("unclear", each, document, jurisdiction) for each in _gravest_first(scan.unclear)]
    absences = [absence_entry(each, jurisdiction) for each in sorted(scan.absences, key=lambda each: -SEVERITIES.index(each.severity))]
    protections = [passage_entry("protection", each, document, jurisdiction) for each in scan.protections]
    numbered = _numbered((*findings, *unclear, *absences, *protections))
    numbers = {each.id: each.number for each in numbered}
    return Report(
        name=inert(document.name),
        language=clauses.language,
        about=about_document(clauses),
        verdict=scan.verdict,
        meaning=plain_words.VERDICTS[scan.verdict],
        because=() if scan.verdict == "fine" else _reasons(scan.verdict_because),
        unread=tuple(inert(each.message) for each in (*document.problems, *scan.problems) if each.withholds) + tuple(_overruns(scan)),
        remarks=tuple(inert(each.message) for each in (*document.problems, *scan.problems) if not each.withholds),
        combinations=tuple(combination_entry(each, numbers) for each in scan.combinations),
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
