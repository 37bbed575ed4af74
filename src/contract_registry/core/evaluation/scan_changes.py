"""What two scans of one document say otherwise: findings that came, went, or changed type, severity or standing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from contract_registry.core.scanning.findings import Absence, Combination, Finding, Scan
from contract_registry.core.text import Span

Standing = Literal["finding", "protection", "unclear", "not found", "taken together"]
Aspect = Literal["standing", "type", "severity", "rule", "words"]
NOWHERE = Span(0, 0)


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing that a scan says; `at` and `words` are the passage it speaks of, and empty where it speaks of the whole document."""

    standing: Standing
    family: str
    type: str
    rule: str
    rule_version: int
    severity: str
    title: str
    at: Span = NOWHERE
    words: str = ""
    marked: Span = NOWHERE
    clause_number: str = ""
    clause_heading: str = ""
    pattern: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """A statement that is there before and after, and the aspects in which it differs."""

    before: Statement
    after: Statement
    aspects: tuple[Aspect, ...]


@dataclass(frozen=True, slots=True)
class ScanChanges:
    """What differs between two scans of the document `doc`; `same` counts the statements that do not."""

    doc: str
    verdicts: tuple[str, str]
    came: tuple[Statement, ...]
    went: tuple[Statement, ...]
    changed: tuple[Change, ...]
    same: int

    @property
    def is_any(self) -> bool:
        return bool(self.came or self.went or self.changed or self.verdicts[0] != self.verdicts[1])


def scan_changes(before: Scan, after: Scan, text: str, doc: str) -> ScanChanges:
    """The differences between two scans of the document whose text is `text`."""
    old, new = list(statements_of(before, text)), list(statements_of(after, text))
    pairs = _pairs(old, new)
    changes = [Change(old[i], new[j], tuple(_aspects(old[i], new[j]))) for i, j in sorted(pairs)]
    changed = tuple(change for change in changes if change.aspects)
    gone, kept = {i for i, _ in pairs}, {j for _, j in pairs}
    return ScanChanges(
        doc,
        (before.verdict, after.verdict),
        came=tuple(each for j, each in enumerate(new) if j not in kept),
        went=tuple(each for i, each in enumerate(old) if i not in gone),
        changed=changed,
        same=len(changes) - len(changed),
    )


def statements_of(scan: Scan, text: str) -> Iterator[Statement]:
    """Everything a scan says: passages in the order of the text, then what is missing and what several make together."""
    passages = sorted((*scan.findings, *scan.protections, *scan.unclear), key=lambda each: (each.quote, each.rule))
    yield from (_of_passage(each, text) for each in passages)
    yield from (_of_whole("not found", each) for each in scan.absences)
    yield from (_of_whole("taken together", each) for each in scan.combinations)


def _of_passage(each: Finding, text: str) -> Statement:
    marked = Span(each.focus.start - each.quote.start, each.focus.end - each.quote.start)
    return Statement(
        each.outcome,
        each.family,
        each.type,
        each.rule,
        each.rule_version,
        each.severity,
        each.title,
        each.quote,
        each.quote.of(text),
        marked,
        each.clause_number,
        each.clause_heading,
        each.explanation.pattern,
    )


def _of_whole(standing: Standing, each: Absence | Combination) -> Statement:
    return Statement(standing, each.family, each.type, each.rule, each.rule_version, each.severity, each.title)


def _pairs(old: Sequence[Statement], new: Sequence[Statement]) -> list[tuple[int, int]]:
    """Which statement before is which after: of those that can be one, first the most alike. The same whichever of the two comes first."""
    likeness = [(_likeness(one, other), i, j) for i, one in enumerate(old) for j, other in enumerate(new) if _can_be_one(one, other)]
    taken_before, taken_after, pairs = set[int](), set[int](), []
    for _, i, j in sorted(likeness, key=lambda each: (*(-part for part in each[0]), each[1] + each[2])):
        if i not in taken_before and j not in taken_after:
            pairs.append((i, j))
            taken_before.add(i)
            taken_after.add(j)
    return pairs


def _can_be_one(one: Statement, other: Statement) -> bool:
    if one.words and other.words:
        return one.family == other.family and one.at.overlaps(other.at)
    return one.standing == other.standing and one.type == other.type


def _likeness(one: Statement, other: Statement) -> tuple[bool, bool, bool, int]:
    shared = min(one.at.end, other.at.end) - max(one.at.start, other.at.start)
    return one.rule == other.rule, one.standing == other.standing, one.type == other.type, shared


def _aspects(one: Statement, other: Statement) -> Iterator[Aspect]:
    differ: Iterable[tuple[Aspect, object, object]] = (
        ("standing", one.standing, other.standing),
        ("type", one.type, other.type),
        ("severity", one.severity, other.severity),
        ("rule", one.rule, other.rule),
        ("words", one.words, other.words),
    )
    yield from (aspect for aspect, before, after in differ if before != after)
