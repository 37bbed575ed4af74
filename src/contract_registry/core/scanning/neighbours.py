"""Which other rules speak on the words that a rule must find in its cases, and which of them reports the passage in its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from contract_registry.core.clauses.segment import segment
from contract_registry.core.rules.rule import Rule
from contract_registry.core.scanning.cases import Case, document_of, passages_of
from contract_registry.core.scanning.findings import Finding
from contract_registry.core.scanning.prepare import Scanner
from contract_registry.core.scanning.scan import scan_with
from contract_registry.core.text import Span


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Another rule that speaks where `rule` must: on which of its cases (by what they say), and in which of them it reports the passage for both."""

    rule: str
    other: str
    title: str
    cases: tuple[str, ...]
    reports: tuple[str, ...]


def neighbours_of(rule: Rule, cases: Iterable[Case], scanner: Scanner) -> tuple[Neighbour, ...]:
    """The rules that a scan hears beside `rule` on the words its cases must find, in the order of their ids; drafts of others are left out."""
    speaking = frozenset(each.id for each in scanner.rulebook.rules if each.status != "draft") | {rule.id}
    everyone = replace(scanner, only=speaking)
    titles: dict[str, str] = {}
    heard: dict[str, list[str]] = {}
    reports: dict[str, list[str]] = {}
    for case in cases:
        found = list(_on_its_words(case, everyone))
        by_itself = {finding.passage for finding in found if finding.rule == rule.id}
        for finding in found:
            also = {other.rule: other.title for other in finding.explanation.also}
            for other, title in {finding.rule: finding.title, **also}.items():
                if other != rule.id:
                    titles[other] = title
                    heard.setdefault(other, []).append(case.says)
            if rule.id in also and finding.passage not in by_itself:
                reports.setdefault(finding.rule, []).append(case.says)
    return tuple(Neighbour(rule.id, other, titles[other], _once(heard[other]), _once(reports.get(other, ()))) for other in sorted(titles))


def _on_its_words(case: Case, scanner: Scanner) -> Iterator[Finding]:
    """What a scan by every rule says of the words that the case must find or ask about."""
    places = [Span(at, at + len(words)) for words in (*case.finds, *case.unclear) if (at := case.text.find(words)) >= 0]
    if not places:
        return
    scan = scan_with(segment(document_of(case.text)), scanner, case.circumstances, drafts=True)
    for finding in passages_of(scan):
        if any(finding.quote.overlaps(place) for place in places):
            yield finding


def _once(said: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(said))
