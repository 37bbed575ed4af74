"""The comparison as a value: what a person is told of two editions, in the order in which it matters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from contract_registry.core.comparing.changes import Change, ChangeKind, Comparison, Direction, Outcome
from contract_registry.core.comparing.compare import Edition, sides_of
from contract_registry.core.comparing.passages import Passage
from contract_registry.core.rules.rule import SEVERITIES
from contract_registry.core.scanning.findings import Absence, Combination, Finding, Verdict
from contract_registry.core.text import Span
from contract_registry.exporting.case import Case
from contract_registry.exporting.comparison_words import (
    KINDS,
    notes_on,
    remarks_on_both,
    section_of,
    title_of,
    verdict_sentence,
)
from contract_registry.exporting.entry import Entry, absence_entry, combination_entry, passage_entry
from contract_registry.exporting.inert import inert
from contract_registry.exporting.report import made_with, numbered, overruns_told
from contract_registry.exporting.snippet import Snippet, snippets_of
from contract_registry.exporting.whereabouts import about_document

SECTIONS: tuple[Direction | ChangeKind, ...] = ("worse", "better", "changed", "moved", "same")


@dataclass(frozen=True, slots=True)
class EditionTold:
    """One of the two contracts: its name, what it is, its own verdict, and what of it could not be read or judged."""

    name: str
    about: str
    language: str
    verdict: Verdict
    unread: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChangeTold:
    """One change: the `entry` it is about, how its sentence stood `before` and stands `now`, and what to know of it.

    `same_sentence_as` is the number of an earlier change that shows the same two sentences; they are not shown again.
    """

    section: Direction | ChangeKind
    kind: str
    title: str
    entry: Entry
    before: Snippet | None = None
    now: Snippet | None = None
    notes: tuple[str, ...] = ()
    same_sentence_as: int = 0

    @property
    def number(self) -> int:
        return self.entry.number

    @property
    def where(self) -> str:
        """Where it stands now, else where it stood."""
        side = self.now if self.now and self.now.is_said else self.before
        return side.where if side else ""


@dataclass(frozen=True, slots=True)
class SentenceTold:
    """A sentence that came, went or changed and of which no rule speaks."""

    kind: str
    before: Snippet | None
    now: Snippet | None


@dataclass(frozen=True, slots=True)
class ComparisonReport:
    """Everything a person is told about two editions."""

    outcome: Outcome
    says: str
    old: EditionTold
    new: EditionTold
    remarks: tuple[str, ...]
    changes: tuple[ChangeTold, ...]
    sentences: tuple[SentenceTold, ...]
    made_with: str

    def of(self, section: Direction | ChangeKind) -> tuple[ChangeTold, ...]:
        """The changes of one section, the gravest first."""
        return tuple(change for change in self.changes if change.section == section)

    @property
    def in_short(self) -> tuple[ChangeTold, ...]:
        """What came, went or changed."""
        return tuple(change for change in self.changes if change.section in ("worse", "better", "changed"))


def comparison_report(comparison: Comparison, old: Edition, new: Edition, case: Case, names: tuple[str, str]) -> ComparisonReport:
    """The report; `names` are what to call the two editions."""
    ordered = list(_ordered(comparison.changes))
    entries = _entries(ordered, old, new, case)
    told = [_told(change, entry, old, new) for change, entry in zip(ordered, entries, strict=True)]
    return ComparisonReport(
        outcome=comparison.outcome,
        says=verdict_sentence(comparison),
        old=_edition_told(old, names[0]),
        new=_edition_told(new, names[1]),
        remarks=(*remarks_on_both(comparison), *case.remarks()),
        changes=tuple(_shown_once(told)),
        sentences=tuple(_sentences(comparison, old, new)),
        made_with=made_with(new.clauses.document, new.scan),
    )


def _edition_told(edition: Edition, name: str) -> EditionTold:
    document, scan = edition.clauses.document, edition.scan
    unread = (*(inert(each.message) for each in (*document.problems, *scan.problems) if each.withholds), *overruns_told(scan, document))
    return EditionTold(inert(name), about_document(edition.clauses), edition.clauses.language, scan.verdict, unread)


def _ordered(changes: Sequence[Change]) -> Iterator[Change]:
    for section in SECTIONS:
        yield from sorted((change for change in changes if section_of(change) == section), key=_rank)


def _rank(change: Change) -> tuple[int, bool]:
    """By what several make together, then by gravity, other terms after what takes the work; in the order of the text among equals."""
    said = change.said
    rank = SEVERITIES.index(said.severity) + (len(SEVERITIES) if isinstance(said, Combination) else 0)
    return -rank, said.family == "terms"


def _entries(changes: Sequence[Change], old: Edition, new: Edition, case: Case) -> list[Entry]:
    """An entry for each change, numbered in their order; what is made by several names them by their numbers."""
    numbers = {each.id: number for number, change in enumerate(changes, 1) for each in (change.before, change.after) if each}
    entries = []
    for change in changes:
        edition = new if change.after else old
        entries.append(_entry(change.said, edition, numbers, case))
    return numbered(entries)


def _entry(said: Finding | Absence | Combination, edition: Edition, numbers: dict[str, int], case: Case) -> Entry:
    if isinstance(said, Finding):
        return passage_entry(said.outcome, said, edition.clauses.document, case)
    return absence_entry(said, case) if isinstance(said, Absence) else combination_entry(said, numbers, case)


def _told(change: Change, entry: Entry, old: Edition, new: Edition) -> ChangeTold:
    before, now = snippets_of((change.old, change.new), old.clauses, new.clauses)
    return ChangeTold(section_of(change), KINDS[change.kind], title_of(change, entry.title), entry, before, now, notes_on(change))


def _shown_once(told: Iterable[ChangeTold]) -> Iterator[ChangeTold]:
    shown: dict[tuple[object, object], int] = {}
    for each in told:
        if each.before is None and each.now is None:
            yield each
            continue
        places = (each.before.place if each.before else None, each.now.place if each.now else None)
        first = shown.setdefault(places, each.number)
        yield each if first == each.number else replace(each, same_sentence_as=first)


def _sentences(comparison: Comparison, old: Edition, new: Edition) -> Iterator[SentenceTold]:
    """The sentences that no change before shows, headings left out."""
    told = [change for change in comparison.changes if change.kind not in ("same", "moved")]
    shown = [change.old.span for change in told if change.old and change.old.span]
    new_shown = [change.new.span for change in told if change.new and change.new.span]
    for pair in comparison.pairs:
        if pair.kind in ("same", "moved") or pair.is_of_headings:
            continue
        if not (_is_in(shown, pair.old) or _is_in(new_shown, pair.new)):
            before, now = snippets_of(sides_of(pair), old.clauses, new.clauses)
            yield SentenceTold(KINDS[pair.kind], before, now)


def _is_in(shown: Sequence[Span], passage: Passage | None) -> bool:
    return passage is not None and any(span.overlaps(passage.span) for span in shown)
