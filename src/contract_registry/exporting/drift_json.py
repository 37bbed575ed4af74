"""The drift of a template as JSON: the stable form that other programs read (`docs/reference/drift-json.md`)."""

from __future__ import annotations

from collections.abc import Iterable

from contract_registry.core.comparing.changes import Said, Side
from contract_registry.core.comparing.compare import Edition
from contract_registry.core.comparing.drift.ai_wording import AiEntry, AiSentence
from contract_registry.core.comparing.drift.drift import DatedEdition, Drift, TypeDrift
from contract_registry.core.comparing.drift.strand import Event, Spell
from contract_registry.core.text import Span
from contract_registry.exporting.drift_words import ai_sentence
from contract_registry.exporting.places import offsets
from contract_registry.exporting.scan_json import Form, edition_form

DRIFT_VERSION = 1


def drift_form(drift: Drift, name: str) -> Form:
    """What became of a template, as plain data with its keys in the documented order; editions are named by their days."""
    return {
        "schema": DRIFT_VERSION,
        "name": name,
        "editions": [_edition(each, count) for each, count in zip(drift.editions, drift.ai.counts, strict=True)],
        "ai": {
            "says": ai_sentence(drift, drift.ai.named),
            "named_since": _entry(drift, drift.ai.named),
            "hidden_since": _entry(drift, drift.ai.hidden),
            "entries": [_entry(drift, each) for each in drift.ai.entries],
        },
        "types": [_type(drift, each) for each in drift.types],
    }


def _edition(each: DatedEdition, names_ai: int) -> Form:
    return {"day": each.day, "file": each.name, "sentences_naming_ai": names_ai, **edition_form(each.edition.clauses, each.edition.scan)}


def _entry(drift: Drift, entry: AiEntry | None) -> Form | None:
    if entry is None:
        return None
    at = drift.editions[entry.at]
    return {"day": at.day, "sentences": [_ai(each, at.edition) for each in entry.sentences]}


def _ai(sentence: AiSentence, edition: Edition) -> Form:
    return {
        **_words(sentence.span, sentence.clause, edition),
        "names_ai": sentence.is_named,
        "says": list(sentence.says),
        "types": [finding.type for finding in sentence.findings],
    }


def _type(drift: Drift, each: TypeDrift) -> Form:
    return {
        "family": each.family,
        "type": each.type,
        "standing": each.standing,
        "title": each.title,
        "stood": _spells(drift, each.spells),
        "sentences": [
            {"stood": _spells(drift, strand.spells), "events": [_event(drift, event) for event in strand.events]} for strand in each.strands
        ],
    }


def _spells(drift: Drift, spells: Iterable[Spell]) -> list[Form]:
    """Each spell by the day of its first edition, and that of the first edition without it (null where it stands to the end)."""
    days = [each.day for each in drift.editions]
    return [{"from": days[each.first], "until": days[each.last + 1] if each.last + 1 < len(days) else None} for each in spells]


def _event(drift: Drift, event: Event) -> Form:
    new, old = drift.editions[event.at].edition, drift.editions[max(event.at - 1, 0)].edition
    return {
        "kind": event.kind,
        "day": drift.editions[event.at].day,
        "cause": event.change.cause,
        "severity": event.said.severity,
        "rule": event.said.rule,
        "rule_version": event.said.rule_version,
        "before": _side(event.change.old, old),
        "now": _side(event.change.new, new),
    }


def _side(side: Side | None, edition: Edition) -> Form | None:
    if side is None or side.span is None:
        return None
    return {**_words(side.span, side.clause, edition), "changed": [offsets(each) for each in side.changed], "said": _said(side.said)}


def _said(said: Said | None) -> str | None:
    return said.type if said else None


def _words(span: Span, clause: int, edition: Edition) -> Form:
    clauses = edition.clauses
    at = clauses.clauses[clause]
    return {
        "clause": {"number": clauses.cited_number(at), "heading": at.heading},
        "start": span.start,
        "end": span.end,
        "text": span.of(clauses.document.text),
    }
