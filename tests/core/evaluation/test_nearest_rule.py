"""A missed passage is told with the rule that came nearest, of its type before those of its family, and with what stopped it there."""

from __future__ import annotations

from builders import a_rule
from contract_registry.core.clauses.segment import segment
from contract_registry.core.evaluation.nearest_rule import Nearest, nearest_rule
from contract_registry.core.rules.rule import Rule
from contract_registry.core.scanning.cases import document_of
from contract_registry.core.scanning.findings import Circumstances
from contract_registry.core.text import Span
from hearing import scanned, scanner_of
from measuring import a_label

PATTERN = "{gives-up} …4 {moral-rights}"
TEXT = "The Author waives the moral rights.\nThe Author waives nothing of the moral rights.\nThe fee is paid."


def nearest(passage: str, *rules: Rule, type: str = "moral-test", family: str = "moral") -> Nearest | None:  # noqa: A002
    clauses, at = segment(document_of(TEXT)), TEXT.index(passage)
    label = a_label(passage, family=family, type=type)
    return nearest_rule(label, Span(at, at + len(passage)), clauses, scanner_of(*rules), Circumstances(), scanned(TEXT, *rules).unclear)


def test_what_stopped_the_rule_is_told_of_the_passage_and_not_of_the_document() -> None:
    rule = a_rule(PATTERN)

    assert "the act is denied" in nearest("waives nothing of the moral rights", rule).because
    assert "nothing says {gives-up} and {moral-rights}." in nearest("The fee is paid.", rule).because


def test_a_rule_of_the_type_goes_before_one_that_comes_nearer() -> None:
    of_the_type, nearer = a_rule("{ai} … {trains}", id="common.type", type="moral-other"), a_rule(PATTERN, id="common.nearer")

    assert nearest("waives nothing of", of_the_type, nearer, type="moral-other").rule == "common.type"
    assert nearest("waives nothing of", of_the_type, nearer, type="moral-unheard-of").rule == "common.nearer"


def test_another_family_is_never_near() -> None:
    assert nearest("waives nothing of", a_rule(PATTERN), family="ai", type="ai-test") is None


def test_a_draft_that_would_speak_says_so() -> None:
    assert (
        nearest("waives the moral rights", a_rule(PATTERN, status="draft")).because == "it would speak, but is a draft: --drafts lets it."
    )


def test_a_rule_that_asks_says_so() -> None:
    asking = a_rule(PATTERN, unclear_when={"any": "waives"}, question="Which?")

    told = nearest("waives the moral rights", asking)

    assert (told.rule, told.pattern) == ("common.test", PATTERN)
    assert told.because.startswith("it asks about it rather than reporting it")
