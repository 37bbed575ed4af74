"""The passages of a measurement as a table for a spreadsheet: a row each, and nothing in it that a spreadsheet would obey."""

from __future__ import annotations

from contract_registry.core.evaluation.excerpt import Excerpt
from contract_registry.core.evaluation.measurement import Measurement
from contract_registry.exporting.csv_table import csv_table
from contract_registry.exporting.excerpt_words import clause_words

COLUMNS = (
    "side",
    "family",
    "type",
    "document",
    "clause",
    "line of the labels",
    "sentence",
    "words that matter",
    "on words that protect",
    "rule",
    "version",
    "pattern",
    "because",
    "found before by",
)


def passages_csv(measured: Measurement) -> str:
    """What was missed, what is wrong, and what changed sides, in UTF-8 with the mark by which Excel knows it."""
    told = measured.evaluation
    return csv_table(COLUMNS, (_row(each) for each in (*told.missed, *told.wrong, *told.changes)))


def _row(each: Excerpt) -> tuple[object, ...]:
    return (
        each.side,
        each.family,
        each.type,
        each.doc,
        clause_words(each.clause_number, each.clause_heading),
        each.line or "",
        each.words,
        each.marked.of(each.words),
        "yes" if each.is_protective else "",
        each.rule,
        each.rule_version or "",
        each.pattern,
        each.because,
        each.before,
    )
