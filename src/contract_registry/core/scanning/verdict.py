"""The one word a person leaves with (stop, ask first, check, fine) and the reasons for it."""

from __future__ import annotations

from collections.abc import Sequence

from contract_registry.core.clauses.tree import Clauses
from contract_registry.core.document import Problem
from contract_registry.core.rules.rule import Severity
from contract_registry.core.scanning.findings import Absence, Combination, Finding, Verdict

_WORDS: tuple[tuple[Severity, Verdict], ...] = (("critical", "stop"), ("high", "ask first"), ("medium", "check"))


def verdict_of(
    findings: Sequence[Finding],
    unclear: Sequence[Finding],
    absences: Sequence[Absence],
    combinations: Sequence[Combination],
    problems: Sequence[Problem],
    clauses: Clauses,
) -> tuple[Verdict, tuple[str, ...]]:
    """The verdict and what it rests on, gravest first. *fine* only when nothing spoke and everything could be read."""
    spoken: tuple[Finding | Combination, ...] = (*combinations, *findings)
    for severity, word in _WORDS:
        grave = [f"{each.severity}: {each.title}" for each in spoken if each.severity == severity]
        if severity == "medium":
            grave += [f"not found in this document: {each.title}" for each in absences if each.severity in {"medium", "high", "critical"}]
            grave += [f"unclear: {each.title}" for each in unclear]
            grave += [problem.message for problem in (*clauses.document.problems, *problems) if problem.withholds]
            grave += _not_supplied(clauses)
        if grave:
            return word, tuple(dict.fromkeys(grave))
    return "fine", ("nothing that these rules look for was found, and every page was read",)


def _not_supplied(clauses: Clauses) -> list[str]:
    missing = dict.fromkeys(reference.text for reference in clauses.references if reference.target is None and reference.external)
    return [f"refers to {text}, which is not in this document" for text in missing]
