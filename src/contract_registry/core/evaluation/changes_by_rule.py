"""How many findings each rule gained, lost and judges otherwise, over all documents that two scans were compared on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from contract_registry.core.evaluation.scan_changes import ScanChanges


@dataclass(frozen=True, slots=True)
class RuleChanges:
    """The counts of one rule; what another rule reported before counts as changed of the rule that reports it now."""

    rule: str
    came: int
    went: int
    changed: int


def changes_by_rule(compared: Iterable[ScanChanges]) -> tuple[RuleChanges, ...]:
    """The counts of every rule that has any, the most changes first."""
    counts: dict[str, Counter[str]] = {}
    for document in compared:
        for kind, rules in (
            ("came", [each.rule for each in document.came]),
            ("went", [each.rule for each in document.went]),
            ("changed", [each.after.rule for each in document.changed]),
        ):
            for rule in rules:
                counts.setdefault(rule, Counter())[kind] += 1
    every = (RuleChanges(rule, count["came"], count["went"], count["changed"]) for rule, count in counts.items())
    return tuple(sorted(every, key=lambda each: (-(each.came + each.went + each.changed), each.rule)))
