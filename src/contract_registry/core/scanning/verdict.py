"""The one word a person leaves with (stop, ask first, check, fine) and the reasons for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from contract_registry.core.clauses.tree import Clauses
from contract_registry.core.document import Problem
from contract_registry.core.rules.rule import Severity
from contract_registry.core.scanning.findings import Absence, Combination, Finding, Overrun, Verdict
from contract_registry.core.text import opening

FEWEST_WORDS = 40
"""A text of fewer words, without a numbered clause, is no contract that could be found fine."""

_WORDS: tuple[tuple[Severity, Verdict], ...] = (("critical", "stop"), ("high", "ask first"), ("medium", "check"))


def verdict_of(
    findings: Sequence[Finding],
    unclear: Sequence[Finding],
    absences: Sequence[Absence],
    combinations: Sequence[Combination],
    problems: Sequence[Problem],
    overruns: Sequence[Overrun],
    clauses: Clauses,
) -> tuple[Verdict, tuple[str, ...]]:
    """The verdict and what it rests on, gravest first, of each passage what speaks for it. *fine* only when nothing spoke and everything was read and judged."""
    spoken: tuple[Finding | Combination, ...] = (*combinations, *(each for each in findings if not each.led_by))
    for severity, word in _WORDS:
        grave = [f"{each.severity}: {each.title}" for each in spoken if each.severity == severity]
        if severity == "medium":
            grave += [f"not found in this document: {each.title}" for each in absences if each.severity in {"medium", "high", "critical"}]
            grave += [f"unclear: {each.title}" for each in unclear]
            grave += [problem.message for problem in (*clauses.document.problems, *problems) if problem.withholds]
            grave += _given_up(overruns, clauses.document.text)
            grave += [] if clauses.kind == "commentary" else _not_supplied(clauses)
            grave += [] if spoken or unclear else _too_little(clauses)
        if grave:
            return word, tuple(dict.fromkeys(grave))
    found = "only points of low weight were found" if spoken or absences else "nothing that these rules look for was found"
    return "fine", (f"{found}, and every page was read",)


def _too_little(clauses: Clauses) -> list[str]:
    words = len(clauses.document.text.split())
    if words >= FEWEST_WORDS or any(clause.number for clause in clauses.clauses):
        return []
    return [f"there is too little text to judge: {words} {'word' if words == 1 else 'words'} and no numbered clause"]


def _given_up(overruns: Sequence[Overrun], text: str) -> list[str]:
    rules = Counter(each.span for each in overruns)
    return [
        f'the sentence that begins "{opening(text, span)}" is too tangled for {"one rule" if count == 1 else f"{count} rules"}'
        for span, count in rules.items()
    ]


def _not_supplied(clauses: Clauses) -> list[str]:
    missing = dict.fromkeys(reference.text for reference in clauses.references if reference.target is None and reference.external)
    return [f"refers to {text}, which is not in this document" for text in missing]
