"""The rule that came nearest to a passage that was missed, and what stopped it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import get_args

from contract_registry.core.clauses.tree import Clauses
from contract_registry.core.evaluation.label import Label
from contract_registry.core.rules.rule import Rule
from contract_registry.core.scanning.findings import Circumstances, Finding
from contract_registry.core.scanning.prepare import Scanner
from contract_registry.core.scanning.why_not import StoppedBy, WhyNot, why_not
from contract_registry.core.text import Span

IS_DRAFT = "it would speak, but is a draft: --drafts lets it."
ELSEWHERE = "it speaks on this sentence, and quotes other words of it."
ASKS = "it asks about it rather than reporting it"
_NEARNESS = {stopped: rank for rank, stopped in enumerate(get_args(StoppedBy))}


@dataclass(frozen=True, slots=True)
class Nearest:
    """A rule that said nothing of a passage, the pattern that came nearest, and why it stayed silent."""

    rule: str
    rule_version: int
    pattern: str
    because: str


def nearest_rule(
    label: Label, at: Span, clauses: Clauses, scanner: Scanner, case: Circumstances, unclear: Sequence[Finding]
) -> Nearest | None:
    """The nearest rule to the passage `at`: one that asks about it, else one of its type, else one of its family; None where there is none."""
    asked = next((each for each in unclear if each.family == label.family and each.quote.overlaps(at)), None)
    if asked:
        notes = "; ".join(asked.explanation.notes)
        return Nearest(asked.rule, asked.rule_version, asked.explanation.pattern, f"{ASKS}{f': {notes}' if notes else ''}.")
    tried = [(rule, why_not(rule, clauses, scanner, case, within=at)) for rule in _rules_for(label, scanner)]
    if not tried:
        return None
    rule, stopped = max(tried, key=lambda each: (_rank(each[1]), each[0].status != "draft"))
    if stopped is None:
        return Nearest(rule.id, rule.version, "", IS_DRAFT if rule.status == "draft" else ELSEWHERE)
    return Nearest(rule.id, rule.version, stopped.pattern, stopped.because)


def _rules_for(label: Label, scanner: Scanner) -> Sequence[Rule]:
    listening = [rule for rule in scanner.rulebook.rules if rule.looks_for and rule.status != "retired" and rule.family == label.family]
    return [rule for rule in listening if rule.type == label.type] or listening


def _rank(stopped: WhyNot | None) -> tuple[int, int]:
    return (len(_NEARNESS), 0) if stopped is None else (_NEARNESS[stopped.stopped_by], len(stopped.heard))
