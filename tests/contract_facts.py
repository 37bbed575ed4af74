"""The facts of a few lines of contract, for tests that ask one thing of them."""

from __future__ import annotations

from builders import a_document
from contract_registry.core.clauses.segment import segment
from contract_registry.core.contracts.facts import TELLING, Facts, facts_of
from contract_registry.core.contracts.survey import Survey, survey_of


def facts_in(text: str) -> Facts:
    """What the lines of `text` say, each line a block."""
    return facts_of(segment(a_document(text)))


def survey_in(text: str) -> Survey:
    """The lines of `text` made ready for finding facts."""
    return survey_of(segment(a_document(text)), TELLING)
