"""A finding as a measurement keeps it: by which rule it was reported, in which words, and where."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from contract_registry.core.scanning.findings import Finding


@dataclass(frozen=True, slots=True)
class Reported:
    """One finding; `quote` are its words, `focus` those in it that decided, `start` the offset of the quote in the text as it was read."""

    family: str
    type: str
    quote: str
    rule: str = ""
    rule_version: int = 0
    severity: str = ""
    clause_number: str = ""
    clause_heading: str = ""
    start: int = 0
    focus: str = ""
    pattern: str = ""

    @classmethod
    def of(cls, finding: Finding, text: str) -> Self:
        """The finding, with its words taken out of the text it was found in."""
        return cls(
            family=finding.family,
            type=finding.type,
            quote=finding.quote.of(text),
            rule=finding.rule,
            rule_version=finding.rule_version,
            severity=finding.severity,
            clause_number=finding.clause_number,
            clause_heading=finding.clause_heading,
            start=finding.quote.start,
            focus=finding.focus.of(text),
            pattern=finding.explanation.pattern,
        )
