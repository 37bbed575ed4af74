"""What a contract refers to and does not hold is told once."""

from __future__ import annotations

from dataclasses import replace

from builders import a_document
from contract_registry.core.clauses.segment import segment
from contract_registry.core.clauses.tree import Clauses, Reference
from contract_registry.core.contracts.facts import facts_of
from contract_registry.core.text import Span

TEXT = "You accept the Privacy Policy.\nThe privacy policy and Schedule 2 are part of this agreement.\nSee clause 9."


def referring(*references: Reference) -> Clauses:
    return replace(segment(a_document(TEXT)), references=references)


def test_a_document_named_twice_is_missing_once():
    twice = (
        Reference("Privacy Policy", Span(15, 29), None, external=True),
        Reference("The privacy policy", Span(31, 49), None, external=True),
    )

    (missing,) = facts_of(referring(*twice)).references_missing

    assert (missing.words, missing.span, missing.clause) == ("Privacy Policy", Span(15, 29), 0)


def test_a_schedule_that_is_here_is_not_missing():
    assert facts_of(referring(Reference("Schedule 2", Span(54, 64), 1, external=True))).references_missing == ()


def test_a_clause_that_is_nowhere_cannot_be_supplied():
    assert facts_of(referring(Reference("clause 9", Span(100, 108), None))).references_missing == ()
