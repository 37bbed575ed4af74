"""A measurement of rules as JSON: the figures, the passages behind them, and what changed (`docs/reference/evaluate-json.md`)."""

from __future__ import annotations

from collections.abc import Iterable

from contract_registry.core.evaluation.counting import FamilyFigures, RuleFigures, TypeFigures
from contract_registry.core.evaluation.excerpt import Excerpt
from contract_registry.core.evaluation.measurement import Measurement

Form = dict[str, object]


def evaluation_form(measured: Measurement) -> Form:
    """Everything that was measured, as plain data with its keys in the documented order."""
    told = measured.evaluation
    return {
        "schema": 1,
        "gold": {"name": measured.gold, "part": measured.part, "labels": dict(sorted(told.labels.items()))},
        "documents": told.documents,
        "not_read": [{"doc": each.doc, "why": each.why, "labels": each.labels} for each in measured.unread],
        "rulebook": {"date": measured.rulebook_date, "fingerprint": measured.rulebook_fingerprint},
        "families": [_family(each) for each in told.families],
        "rules": [_rule(each) for each in told.rules],
        "types": [_type(each) for each in told.types],
        "quotes_not_in_the_text": told.quotes_not_in_the_text,
        "labels_not_in_the_text": [{"doc": each.doc, "line": each.line, "quote": each.quote} for each in told.misplaced],
        "findings_not_judged": dict(sorted(told.not_judged.items())),
        "unknown_types": list(measured.unknown_types),
        "missed": [_passage(each) for each in told.missed],
        "wrong": [_passage(each) for each in told.wrong],
        "against": _against(measured) if measured.against else None,
    }


def _against(measured: Measurement) -> Form:
    told = measured.evaluation
    return {
        "run": measured.against,
        "documents": told.compared,
        "families": [_family(each) for each in told.before],
        "changes": [{"change": each.side, **_passage(each)} for each in told.changes],
    }


def _family(figures: FamilyFigures) -> Form:
    return {
        "family": figures.family,
        "precision": figures.precision,
        "recall": figures.recall,
        "f1": figures.f1,
        "typed": figures.typed_accuracy,
        "harm": figures.harm,
        "hit": figures.hit,
        "hit_as_their_type": figures.typed,
        "right": figures.right,
        "wrong": figures.wrong,
        "borderline": figures.borderline,
        "protective_reported_as_harm": figures.protective,
    }


def _rule(figures: RuleFigures) -> Form:
    return {
        "rule": figures.rule,
        "right": figures.right,
        "wrong": figures.wrong,
        "borderline": figures.borderline,
        "protective_reported_as_harm": figures.protective,
        "hit": dict(figures.hit),
        "missed": figures.missed,
    }


def _type(figures: TypeFigures) -> Form:
    return {
        "type": figures.type,
        "family": figures.family,
        "harm": figures.harm,
        "hit": figures.hit,
        "hit_as_their_type": figures.typed,
    }


def _passage(each: Excerpt) -> Form:
    found: Iterable[tuple[str, object]] = (
        ("doc", each.doc),
        ("line", each.line or None),
        ("family", each.family),
        ("type", each.type),
        ("clause", {"number": each.clause_number, "heading": each.clause_heading}),
        ("sentence", each.words),
        ("marked", [each.marked.start, each.marked.end]),
        ("rule", each.rule),
        ("rule_version", each.rule_version),
        ("pattern", each.pattern),
        ("because", each.because),
        ("found_before_by", each.before),
        ("protective", each.is_protective),
    )
    return dict(found)
