"""Labels are found in lines, on one line, in tables and under headings, and running text has none."""

from __future__ import annotations

import pytest

from builders import a_document
from contract_registry.core.clauses.segment import segment
from contract_registry.core.contracts.labels import labels_by_clause
from contract_registry.core.document import Block
from contract_registry.core.quantities.folded import folded
from contract_registry.core.text import Span


def labels_in(text, **more):
    clauses = segment(a_document(text, **more))
    found = labels_by_clause(clauses, folded(text))
    return [(each.label, each.value.of(text).strip()) for labels in found.values() for each in labels]


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("Fee: £500", [("fee", "£500")]),
        ("Term: 2 years | Territory: UK", [("term", "2 years"), ("territory", "UK")]),
        ("Fee - £500", [("fee", "£500")]),
        ("Fee | £500", [("fee", "£500")]),
        ("1. Delivery date: 3 March 2026", [("delivery date", "3 March 2026")]),
        ("Vertragsbeginn: 1. April 2026. Honorar: 80 Euro", [("vertragsbeginn", "1. April 2026"), ("honorar", "80 Euro")]),
        ("The parties agree as to the following points: the fee is £500", []),
        ("See https://example.org for more", []),
    ],
)
def test_a_line_has_labels(text, labels):
    assert labels_in(text) == labels


def test_a_cell_answers_to_its_column_and_its_row():
    text = "Right\tTerm\nEbook\tten years"
    rows = (Span(0, 5), Span(6, 10)), (Span(11, 16), Span(17, 26))
    blocks = tuple(Block(Span(row[0].start, row[-1].end), kind="row", cells=row) for row in rows)

    assert ("term", "ten years") in labels_in(text, blocks=blocks)
    assert ("ebook", "ten years") in labels_in(text, blocks=blocks)


def test_a_short_clause_answers_to_its_heading():
    blocks = Block(Span(0, 9), kind="heading", level=1), Block(Span(10, 28))

    assert labels_in("Territory\nThe United Kingdom", blocks=blocks) == [("territory", "The United Kingdom")]
