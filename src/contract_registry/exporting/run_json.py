"""The findings of a document as a line of a run that is kept: as many fields of the scan's own form as a later comparison needs."""

from __future__ import annotations

from collections.abc import Iterable

from contract_registry.core.evaluation.reported import Reported
from contract_registry.exporting.json_text import json_line


def run_line(doc: str, findings: Iterable[Reported], rulebook: str) -> str:
    """One document of a run that was made by the rulebook of this fingerprint."""
    return json_line({"schema": 1, "rulebook": rulebook, "doc": doc, "findings": [_form(each) for each in findings]})


def _form(found: Reported) -> dict[str, object]:
    focus = found.start + max(found.quote.find(found.focus), 0)
    return {
        "family": found.family,
        "type": found.type,
        "rule": found.rule,
        "rule_version": found.rule_version,
        "severity": found.severity,
        "clause": {"number": found.clause_number, "heading": found.clause_heading},
        "start": found.start,
        "quote": found.quote,
        "focus": [focus, focus + len(found.focus)],
        "explanation": {"pattern": found.pattern},
    }
