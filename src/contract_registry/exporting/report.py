"""The report as a value: what a person is told, in the order in which it matters, ready to be set in a terminal or on a page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from contract_registry.core.clauses.tree import Clauses
from contract_registry.core.document import Document
from contract_registry.core.rules.rule import SEVERITIES
from contract_registry.core.scanning.findings import Absence, Combination, Finding, Scan, Verdict
from contract_registry.core.text import Span, opening
from contract_registry.exporting import plain_words
from contract_registry.exporting.case import Case
from contract_registry.exporting.entry import Entry, Kind, Part, Reference, absence_entry, combination_entry, passage_entry, without_repeats
from contract_registry.exporting.inert import inert
from contract_registry.exporting.pack_words import on_packs
from contract_registry.exporting.whereabouts import about_document

MOST_REASONS = 3

Said = TypeVar("Said", Finding, Absence, Combination)


@dataclass(frozen=True, slots=True)
class Report:
    """Everything a person is told about one document. `status` is that of all rules that spoke, empty where theirs differ."""

    name: str
    language: str
    about: str
    verdict: Verdict
    meaning: str
    because: tuple[str, ...]
    unread: tuple[str, ...]
    remarks: tuple[str, ...]
    case: tuple[str, ...]
    combinations: tuple[Entry, ...]
    findings: tuple[Entry, ...]
    unclear: tuple[Entry, ...]
    absences: tuple[Entry, ...]
    protections: tuple[Entry, ...]
    facts: tuple[tuple[str, str], ...]
    status: str
    made_with: str

    @property
    def passages(self) -> tuple[Entry, ...]:
        """Every entry that has words in the text, in the order of their numbers."""
        return (*self.findings, *self.unclear, *self.protections)

    @property
    def has_unread_law(self) -> bool:
        """Whether a law is told that nobody has read in its own text."""
        return any(each.law.has_unread for entry in (*self.against, *self.protections) for each in (entry, *entry.points))

    @property
    def against(self) -> tuple[Entry, ...]:
        """Every entry but the protections: what there is to settle, gravest kinds first."""
        return (*self.combinations, *self.findings, *self.unclear, *self.absences)


def report_of(clauses: Clauses, scan: Scan, facts: Sequence[tuple[str, str]] = (), case: Case | None = None) -> Report:
    """The report on `scan`; `facts` are further rows for the table of what the contract says (label, words)."""
    document, case = clauses.document, case or Case.of(scan.circumstances)
    points = _points_of(scan.findings)
    leading = _gravest_first(each for each in scan.findings if not each.led_by)
    findings = [passage_entry("finding", each, document, case, points[each.id]) for each in leading]
    unclear = [passage_entry("unclear", each, document, case) for each in _gravest_first(scan.unclear)]
    absences = [absence_entry(each, case) for each in _gravest_first(scan.absences)]
    protections = [passage_entry("protection", each, document, case) for each in scan.protections]
    every = numbered((*findings, *unclear, *absences, *protections))
    numbers = {each.id: each.number for each in every}
    combinations = tuple(combination_entry(each, numbers, case) for each in _gravest_first(scan.combinations))
    statuses = {each.status for entry in (*combinations, *every) for each in (entry, *entry.points)}
    return Report(
        name=inert(document.name),
        language=clauses.language,
        about=about_document(clauses),
        verdict=scan.verdict,
        meaning=plain_words.meaning_of(scan.verdict, is_told_of_something=_has_harm(scan)),
        because=() if scan.verdict == "fine" else _reasons(_not_listed(document, scan)),
        unread=tuple(inert(each.message) for each in (*document.problems, *scan.problems) if each.withholds)
        + tuple(overruns_told(scan, document)),
        remarks=tuple(inert(each.message) for each in (*document.problems, *scan.problems) if not each.withholds),
        case=(*case.remarks(), *on_packs(scan.packs)),
        combinations=combinations,
        findings=_of("finding", every),
        unclear=_of("unclear", every),
        absences=_of("absence", every),
        protections=_of("protection", every),
        facts=tuple((label, inert(words)) for label, words in facts),
        status=statuses.pop() if len(statuses) == 1 else "",
        made_with=made_with(document, scan),
    )


def numbered(entries: Iterable[Entry]) -> list[Entry]:
    """The entries with their numbers, which their points share, and for what was told before in the same words where that was."""
    told: dict[tuple[Part, object], Reference] = {}

    def referring(entry: Entry, number: int) -> Entry:
        here = Reference(number, entry.id)
        first = {part: told.setdefault((part, value), here) for part, value in entry.parts().items()}
        return replace(entry, number=number, told_at={part: at for part, at in first.items() if at != here})

    return [
        replace(referring(entry, number), points=tuple(without_repeats(referring(point, number)) for point in entry.points))
        for number, entry in enumerate(entries, 1)
    ]


def _of(kind: Kind, entries: Iterable[Entry]) -> tuple[Entry, ...]:
    return tuple(each for each in entries if each.kind == kind)


def _gravest_first(said: Iterable[Said]) -> list[Said]:
    """By severity; among equals what takes the work, the name or the voice before other terms, and then in the order of the text."""
    return sorted(said, key=lambda each: (-SEVERITIES.index(each.severity), each.family == "terms", _place(each)))


def _points_of(findings: Iterable[Finding]) -> defaultdict[str, list[Finding]]:
    """What else was found in a passage, the gravest first, by the id of the finding that speaks for it."""
    points: defaultdict[str, list[Finding]] = defaultdict(list)
    for each in findings:
        if each.led_by:
            points[each.led_by].append(each)
    return points


def _place(said: Finding | Absence | Combination) -> int:
    return said.quote.start if isinstance(said, Finding) else 0


def _has_harm(scan: Scan) -> bool:
    return bool(scan.combinations or scan.findings or scan.unclear or scan.absences)


def _not_listed(document: Document, scan: Scan) -> list[str]:
    """The reasons for the verdict that do not merely name something that has its own place in the report."""
    said: tuple[Finding | Absence | Combination, ...] = (*scan.combinations, *scan.findings, *scan.unclear, *scan.absences)
    told = {each.title for each in said}
    told |= {each.message for each in (*document.problems, *scan.problems)}
    return [reason for reason in scan.verdict_because if not told & {reason, reason.partition(": ")[2]}]


def _reasons(because: Sequence[str]) -> tuple[str, ...]:
    """The first few reasons for the verdict; the rest are counted."""
    shown = [inert(reason) for reason in because[:MOST_REASONS]]
    more = len(because) - len(shown)
    return (*shown, f"and {more} more") if more else tuple(shown)


def overruns_told(scan: Scan, document: Document) -> Iterable[str]:
    """For each sentence that rules gave up on: where it is, how it begins, and which rules they are."""
    rules: dict[tuple[Span, str], list[str]] = {}
    for each in scan.overruns:
        rules.setdefault((each.span, each.clause_number), []).append(each.rule)
    for (span, number), names in rules.items():
        where = f"clause {inert(number)}, in the sentence" if number else "the sentence"
        who = f"The rule {names[0]}" if len(names) == 1 else f"The rules {plain_words.listed(names)}"
        yield f'{who} gave up on {where} that begins "{inert(opening(document.text, span))}", which is unusually tangled: read it yourself.'


def made_with(document: Document, scan: Scan) -> str:
    """Which rules spoke, the laws of which day were asked, and of which file: enough to get the same again."""
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
    case = f" Asked for: {told}." if told else ""
    return f"Rules as installed: {packs}. Laws in force on {scan.circumstances.as_of}.{case} File sha256 {document.sha256[:16]}."
