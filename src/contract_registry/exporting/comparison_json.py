"""The comparison as JSON: the stable form that other programs read (`docs/reference/compare-json.md`)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from contract_registry.core.clauses.tree import Clauses
from contract_registry.core.comparing.align import Pair
from contract_registry.core.comparing.changes import Change, Comparison, Said, Side
from contract_registry.core.comparing.compare import Edition, sides_of
from contract_registry.core.scanning.findings import Absence, Combination, Finding
from contract_registry.core.text import Span
from contract_registry.errors import UnreadableFile
from contract_registry.exporting.comparison_words import counts_of, verdict_sentence
from contract_registry.exporting.places import offsets, places_form
from contract_registry.exporting.scan_json import Form, edition_form, error_form, said_form

COMPARISON_VERSION = 1
COUNTED = ("worse", "better", "changed", "moved", "same")


def comparison_form(comparison: Comparison, old: Edition, new: Edition) -> Form:
    """Everything that differs between two editions and what stayed, as plain data with its keys in the documented order."""
    counts = counts_of(comparison.changes)
    return {
        "schema": COMPARISON_VERSION,
        "old": edition_form(old.clauses, old.scan),
        "new": edition_form(new.clauses, new.scan),
        "verdict": comparison.outcome,
        "says": verdict_sentence(comparison),
        "counts": {name: counts[name] for name in COUNTED},
        "shared": round(comparison.shared, 3),
        "changes": [_change(each, old.clauses, new.clauses) for each in comparison.changes],
        "sentences": [_sentence(each, old.clauses, new.clauses) for each in comparison.pairs if each.kind != "same"],
    }


def not_compared_form(failures: Iterable[tuple[str, UnreadableFile]]) -> Form:
    """What stands in place of a comparison when a file, or both, could not be read."""
    return {"schema": COMPARISON_VERSION, "errors": [_error(name, error) for name, error in failures]}


def _error(name: str, error: UnreadableFile) -> Form:
    form = error_form(name, error)
    return {"document": form["document"], "error": form["error"]}


def _change(change: Change, old: Clauses, new: Clauses) -> Form:
    said = change.said
    return {
        "kind": change.kind,
        "direction": change.direction,
        "cause": change.cause,
        "about": _about(said),
        "family": said.family,
        "type": said.type,
        "title": said.title,
        "severity": said.severity,
        "old": _side(change.old, old),
        "new": _side(change.new, new),
    }


def _about(said: Said) -> str:
    return said.outcome if isinstance(said, Finding) else "absence" if isinstance(said, Absence) else "combination"


def _side(side: Side | None, clauses: Clauses) -> Form | None:
    if side is None:
        return None
    return {
        "said": _said(side.said),
        "sentence": None if side.span is None else _words(side.span, side.changed, side.clause, clauses, side.lead_in),
    }


def _said(said: Said | None) -> Form | None:
    if said is None:
        return None
    return {
        **said_form(said),
        "about": _about(said),
        "focus": offsets(said.focus) if isinstance(said, Finding) else None,
        "members": list(said.members) if isinstance(said, Combination) else [],
    }


def _sentence(pair: Pair, old: Clauses, new: Clauses) -> Form:
    before, now = sides_of(pair)
    return {
        "kind": pair.kind,
        "is_heading": pair.is_of_headings,
        "old": None if pair.old is None or before is None else _words(pair.old.span, before.changed, pair.old.clause, old),
        "new": None if pair.new is None or now is None else _words(pair.new.span, now.changed, pair.new.clause, new),
    }


def _words(span: Span, changed: Sequence[Span], clause: int, clauses: Clauses, lead_in: Sequence[Span] = ()) -> Form:
    document, at = clauses.document, clauses.clauses[clause]
    return {
        "clause": {"number": clauses.cited_number(at), "heading": at.heading},
        "start": span.start,
        "end": span.end,
        "text": span.of(document.text),
        "changed": [offsets(each) for each in changed],
        "lead_in": [offsets(each) for each in lead_in],
        "places": places_form(document.boxes(span)),
    }
