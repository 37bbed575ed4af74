"""What a change of rules changes, as JSON (`docs/reference/rules-diff-json.md`)."""

from __future__ import annotations

from collections.abc import Sequence

from contract_registry.core.evaluation.changes_by_rule import changes_by_rule
from contract_registry.core.evaluation.scan_changes import Change, ScanChanges, Statement

Form = dict[str, object]


def rules_diff_form(compared: Sequence[ScanChanges], unread: Sequence[tuple[str, str]], old: tuple[str, str], new: tuple[str, str]) -> Form:
    """The comparison as plain data; `old` and `new` are the folders of rules, each with its fingerprint, `unread` the files that failed and why."""
    return {
        "schema": 1,
        "old": {"folder": old[0], "fingerprint": old[1]},
        "new": {"folder": new[0], "fingerprint": new[1]},
        "changed": any(document.is_any for document in compared),
        "not_read": [{"doc": doc, "why": why} for doc, why in unread],
        "rules": [{"rule": each.rule, "came": each.came, "went": each.went, "changed": each.changed} for each in changes_by_rule(compared)],
        "documents": [_document(each) for each in compared],
    }


def _document(document: ScanChanges) -> Form:
    return {
        "doc": document.doc,
        "verdict": {"before": document.verdicts[0], "after": document.verdicts[1]},
        "same": document.same,
        "came": [_statement(each) for each in document.came],
        "went": [_statement(each) for each in document.went],
        "changed": [_change(each) for each in document.changed],
    }


def _change(change: Change) -> Form:
    return {"aspects": list(change.aspects), "before": _statement(change.before), "after": _statement(change.after)}


def _statement(each: Statement) -> Form:
    return {
        "standing": each.standing,
        "family": each.family,
        "type": each.type,
        "rule": each.rule,
        "rule_version": each.rule_version,
        "severity": each.severity,
        "title": each.title,
        "clause": {"number": each.clause_number, "heading": each.clause_heading},
        "quote": each.words,
        "start": each.at.start,
        "end": each.at.end,
        "focus": [each.at.start + each.marked.start, each.at.start + each.marked.end],
        "pattern": each.pattern,
    }
