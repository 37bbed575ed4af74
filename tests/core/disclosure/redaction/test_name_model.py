"""A model of spaCy finds names that nothing in the contract announces, wherever in a long text they stand."""

from __future__ import annotations

import pytest
import spacy

from contract_registry.core.clauses.segment import segment
from contract_registry.core.disclosure.redaction.name_model import NameModel
from contract_registry.core.disclosure.redaction.redact import redact
from contract_registry.core.scanning.cases import document_of
from contract_registry.core.text import Span


@pytest.fixture(scope="module")
def model() -> NameModel:
    """A pipeline that knows a name in small letters, and a sum, which is none."""
    pipeline = spacy.blank("en")
    pipeline.add_pipe("entity_ruler").add_patterns(
        [{"label": "PERSON", "pattern": "rose brindle"}, {"label": "MONEY", "pattern": "tuppence"}]
    )
    return NameModel(pipeline)


def test_what_it_finds_is_taken_out(model: NameModel) -> None:
    clauses = segment(document_of("1. everything goes to rose brindle for tuppence."))

    assert redact(clauses, model).at(Span(0, len(clauses.document.text))).text == "1. everything goes to [name] for tuppence."


def test_a_long_text_is_read_to_its_end(model: NameModel) -> None:
    text = "the work is delivered on time.\n" * 5_000 + "all of it goes to rose brindle."

    assert [span.of(text) for span in model.names_in(text)] == ["rose brindle"]
