"""The one word a person leaves with rests on the gravest thing said, and is never "fine" where something went unread."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builders import a_rule, a_rulebook
from contract_registry.core.clauses.segment import segment
from contract_registry.core.clauses.tree import Reference
from contract_registry.core.document import Problem
from contract_registry.core.scanning.cases import document_of
from contract_registry.core.scanning.findings import Circumstances
from contract_registry.core.scanning.prepare import prepare
from contract_registry.core.scanning.scan import scan_with
from contract_registry.core.text import Span
from hearing import scanned

TEXT = "The Author waives all moral rights."


@pytest.mark.parametrize(
    ("severity", "verdict"), [("critical", "stop"), ("high", "ask first"), ("medium", "check"), ("low", "fine"), ("info", "fine")]
)
def test_the_gravest_finding_decides(severity: str, verdict: str) -> None:
    scan = scanned(TEXT, a_rule("{gives-up} … {moral-rights}", severity=severity, title="Moral rights given up"))

    assert scan.verdict == verdict
    assert scan.verdict_because[0] == (
        f"{severity}: Moral rights given up" if verdict != "fine" else "only points of low weight were found, and every page was read"
    )


def test_what_cannot_be_told_is_worth_a_check() -> None:
    unclear = a_rule("{gives-up} … {moral-rights}", unclear_when={"always": "all"}, question="Which?", title="A waiver, perhaps")

    assert scanned(TEXT, unclear).verdict == "check"
    assert scanned(TEXT, unclear).verdict_because == ("unclear: A waiver, perhaps",)


@pytest.mark.parametrize(("severity", "verdict"), [("high", "check"), ("medium", "check"), ("low", "fine")])
def test_what_is_missing_is_worth_a_check_however_grave(severity: str, verdict: str) -> None:
    assert scanned("1. Hello.", a_rule(absent={"no_words": ["reversion"]}, severity=severity)).verdict == verdict


def scan_of(**change: object) -> tuple[str, tuple[str, ...]]:
    """The verdict on a document in which nothing is found, changed in some way."""
    clauses = replace(segment(document_of("1. Hello.")), **change)
    scan = scan_with(clauses, prepare(a_rulebook(a_rule("{gives-up} … {moral-rights}"))), Circumstances())
    return scan.verdict, scan.verdict_because


def test_a_page_that_was_not_read_withholds_the_word_fine() -> None:
    unread = replace(document_of("1. Hello."), problems=(Problem("unreadable page", "Page 2 could not be read.", 2),))

    assert scan_of(document=unread) == ("check", ("Page 2 could not be read.",))


def test_a_rule_that_gave_up_withholds_the_word_fine() -> None:
    greedy = a_rule("{moral-rights} … {moral-rights} … {moral-rights} … {moral-rights} … {ai}", flow="any")

    scan = scanned("The Author keeps all " + "moral rights of the Author, " * 60 + "and that is all there is to say of AI.", greedy)

    assert (scan.verdict, scan.verdict_because) == (
        "check",
        ('the sentence that begins "The Author keeps all moral rights of the Author, moral …" is too tangled for one rule',),
    )


def test_a_sentence_that_was_judged_in_parts_withholds_the_word_fine() -> None:
    scan = scanned("The Author shall not waive any of the moral rights in the drawings for as long as the law allows it, " * 100)

    assert scan.verdict == "check"
    assert [reason.partition(". ")[0] for reason in scan.verdict_because] == [
        'The passage that begins "The Author shall not waive any of the moral rights in the …" is too long to be judged at once'
    ]


def test_a_remark_about_the_file_withholds_nothing() -> None:
    changed = replace(document_of("1. Hello."), problems=(Problem("pending changes", "It holds pending changes."),))

    assert scan_of(document=changed)[0] == "fine"


def test_a_few_words_without_a_clause_are_too_little_to_be_fine() -> None:
    few = "there is too little text to judge: 1 word and no numbered clause"

    assert scan_of(document=document_of("Hello."), clauses=()) == ("check", (few,))
    assert scan_of(document=document_of("Hello. " * 40), clauses=())[0] == "fine"
    assert scan_of(document=document_of("1. Hello."))[0] == "fine"


def test_a_schedule_that_was_not_supplied_withholds_the_word_fine() -> None:
    missing = Reference("Schedule 2", Span(0, 5), None, external=True)

    assert scan_of(references=(missing, missing)) == ("check", ("refers to Schedule 2, which is not in this document",))
