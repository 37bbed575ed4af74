"""A case holds, or its author is told what the rule must say, what it said, and why."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builders import a_rule
from contract_registry.core.rules.rule_file import RuleFile
from contract_registry.core.rules.rulebook import Signs
from contract_registry.core.rules.schema import checked
from contract_registry.core.scanning.cases import Case, Outcome, cases_of, document_of, run_cases
from contract_registry.core.scanning.findings import Circumstances
from hearing import scanner_of

WAIVES = "The Author waives all moral rights in the drawings."
RULE = a_rule(
    "{gives-up} … {moral-rights}",
    unless={"feedback-only": "{feedback}"},
    unclear_when={"perhaps": "perhaps"},
    question="Which?",
    raises={"for-ever": "for ever"},
    applies_to={"jurisdictions": ["GB"]},
)


def outcome(text: str, **case: object) -> Outcome:
    return next(run_cases([Case("common.test", "a claim", text, **case)], scanner_of(RULE)))


@pytest.mark.parametrize(
    ("text", "case"),
    [
        (WAIVES, {"finds": ("waives all moral rights", "in the drawings")}),
        ("The Author keeps all moral rights.", {}),
        ("Perhaps the Author waives all moral rights.", {"unclear": ("waives",)}),
        ("The Author waives all moral rights in feedback.", {"excused_by": "feedback-only"}),
        (WAIVES, {"finds": ("waives",), "severity": "high"}),
        ("The Author waives all moral rights for ever.", {"finds": ("waives",), "severity": "critical"}),
    ],
)
def test_a_case_that_holds_says_nothing(text: str, case: dict[str, object]) -> None:
    assert outcome(text, **case).failures == ()


def test_a_rule_of_a_sector_is_tried_as_if_the_sector_had_been_named() -> None:
    scanner = scanner_of(RULE)
    pack = replace(scanner.rulebook.packs[0], sectors=frozenset({"publishing"}), shown_by=Signs(("money",), 1))
    books = replace(scanner, rulebook=replace(scanner.rulebook, packs=(pack,)))
    named, other = (
        Case("common.test", "a claim", WAIVES, finds=("waives",), circumstances=Circumstances(sector)) for sector in ("", "music")
    )

    assert [bool(each.failures) for each in run_cases([named, other], books)] == [False, True]


@pytest.mark.parametrize(
    ("text", "case", "failure"),
    [
        ("The Author keeps all moral rights.", {"finds": ("moral rights",)}, 'it must find "moral rights".'),
        (WAIVES, {"finds": ("the Work",)}, 'it must find "the Work".'),
        (WAIVES, {}, "it must stay silent."),
        (WAIVES, {"unclear": ("waives",)}, "it must ask, and not find."),
        ("Perhaps the Author waives all moral rights.", {}, "it must stay silent, and asks."),
        ("Perhaps the Author waives all moral rights.", {"finds": ("waives",)}, "it must not ask."),
        (
            "The Author keeps all moral rights.",
            {"excused_by": "feedback-only"},
            "the exception feedback-only must be what keeps it silent, and is not.",
        ),
        (
            f"{WAIVES} The Author gives up her droit moral in the cover.",
            {"finds": ("in the drawings",)},
            'it finds "The Author gives up her droit moral in the cover." too, which the case does not name.',
        ),
        (
            "Perhaps the Author waives all moral rights. Perhaps the Author gives up her moral rights in the cover.",
            {"unclear": ("all moral rights",)},
            'it is unclear about "Perhaps the Author gives up her moral rights in the cover." too, which the case does not name.',
        ),
        (WAIVES, {"finds": ("waives",), "severity": "low"}, "the severity must be low; it is high."),
    ],
)
def test_a_case_that_fails_says_what_must_be(text: str, case: dict[str, object], failure: str) -> None:
    assert failure in outcome(text, **case).failures


def test_a_rule_that_stays_silent_is_told_why() -> None:
    told = outcome("The Author does not waive the moral rights.", finds=("waive",))

    assert told.said == ()
    assert told.why == (
        'the act is denied by "not".',
        'nearest: {gives-up} … {moral-rights} · heard: {gives-up} "waive", {moral-rights} "moral rights"',
    )


def test_a_rule_that_speaks_is_told_what_it_heard() -> None:
    told = outcome(WAIVES)

    assert told.said == (WAIVES,)
    assert told.why == ('it spoke by {gives-up} … {moral-rights} · heard: {gives-up} "waives", {moral-rights} "moral rights"',)


BOTH = (
    RULE,
    a_rule("{assigns} … {all-rights}", id="common.assigns", family="buyout"),
    a_rule(id="common.both", family="buyout", type="total", title="Both", combines={"all_of": [["buyout-test"], ["moral:*", "ai:*"]]}),
)
ASSIGNS = "The Author assigns the copyright. "


@pytest.mark.parametrize(
    ("text", "speaks", "failures", "why"),
    [
        (ASSIGNS + WAIVES, True, (), ()),
        (ASSIGNS, False, (), ()),
        (ASSIGNS, True, ("it must speak.",), ("found in the text: buyout-test.", "nothing is found of: moral:* or ai:*.")),
        (ASSIGNS + WAIVES, False, ("it must stay silent.",), ("found in the text: buyout-test, moral-test.",)),
        (
            "Hello.",
            True,
            ("it must speak.",),
            ("found in the text: nothing.", "nothing is found of: buyout-test.", "nothing is found of: moral:* or ai:*."),
        ),
    ],
)
def test_a_rule_about_the_whole_document_is_tried_with_all_the_others(
    text: str, *, speaks: bool, failures: tuple[str, ...], why: tuple[str, ...]
) -> None:
    told = next(run_cases([Case("common.both", "a claim", text, speaks=speaks)], scanner_of(*BOTH)))

    assert (told.failures, told.why) == (failures, why)


def test_a_draft_is_tried_too() -> None:
    draft = scanner_of(a_rule("{gives-up} … {moral-rights}", status="draft"))

    assert next(run_cases([Case("common.test", "a claim", WAIVES, finds=("waives",))], draft)).failures == ()


def test_a_case_of_no_rule_fails() -> None:
    assert next(run_cases([Case("common.other", "a claim", WAIVES)], scanner_of(RULE))).failures == ("there is no rule common.other.",)


def test_cases_know_their_names_and_places() -> None:
    data = {
        "schema": 1,
        "rule": "common.test",
        "cases": [{"says": "a waiver is found", "text": WAIVES, "circumstances": {"jurisdiction": "GB"}}],
    }
    file = RuleFile("packs/common/test.cases.yaml", "cases", "common", "test", checked("cases", data)[0], {("cases", 0): 4})

    case = cases_of([file])[0]

    assert (case.name, case.place) == ("common.test · a waiver is found", "packs/common/test.cases.yaml:4")
    assert case.circumstances.jurisdiction == "GB"


def test_every_line_of_a_text_is_a_block() -> None:
    document = document_of("One.\r\n\n  Two.\n")

    assert [block.span.of(document.text) for block in document.blocks] == ["One.", "  Two."]
