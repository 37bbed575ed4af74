"""A rule that speaks tells a person all they need, in words that may be used, or its author is told what is missing."""

from __future__ import annotations

import pytest

from builders import a_rulebook, rule_data
from contract_registry.core.rules.build import build_rule
from contract_registry.core.rules.essay import essay_complaints
from contract_registry.core.rules.rule_file import RuleFile
from contract_registry.core.rules.schema import checked

LAW = {
    "jurisdiction": "GB",
    "citation": "Copyright, Designs and Patents Act 1988, s.87",
    "proposition": "Moral rights may be waived in signed writing.",
    "effect": "supports",
    "as_at": "2026-07",
    "confidence": "read",
}
WHOLE = {
    "why": "You would no longer be named.",
    "questions": ["Why is a waiver needed?"],
    "wording": {"ideal": "The Author is named.", "acceptable": "The Author is named in the book.", "walk_away": "No name, for ever."},
    "legal_basis": [LAW],
}
PROTECTIVE = {"family": "protective", "type": "protect-test"}
HAVE = {"ideal": "The Author is named.", "weakened_by": "Where practicable."}


def complaints(**said: object) -> list[str]:
    data = checked("rule", rule_data("moral rights", **{**WHOLE, "status": "trial", **said}))[0]
    rule = build_rule(data, "common")[0]
    return [
        f"{each.field}: {each.problem}"
        for each in essay_complaints(a_rulebook(rule), [RuleFile("test.yaml", "rule", "common", "test", data)])
    ]


def test_an_essay_that_is_whole_is_left_alone() -> None:
    assert complaints() == []
    assert complaints(**PROTECTIVE, wording=HAVE) == []


@pytest.mark.parametrize(
    ("said", "fields"),
    [
        ({"questions": []}, ["questions"]),
        ({"wording": {"ideal": "The Author is named."}}, ["wording.acceptable", "wording.walk_away"]),
        ({"wording": HAVE}, ["wording.acceptable", "wording.walk_away"]),
        ({**PROTECTIVE}, ["wording.weakened_by"]),
        ({"legal_basis": []}, ["legal_basis"]),
    ],
)
def test_what_is_missing_is_named(said: dict[str, object], fields: list[str]) -> None:
    assert complaints(**said) == [f"{field}: is missing." for field in fields]


@pytest.mark.parametrize("status", ["draft", "retired"])
def test_what_speaks_to_nobody_may_be_unfinished(status: str) -> None:
    assert complaints(status=status, wording={}, legal_basis=[], superseded_by="common.other", why="These predatory people.") == []


def test_a_rule_without_law_says_why_and_makes_no_legal_claims() -> None:
    assert complaints(legal_basis=[], no_legal_basis="The contract alone gives it.") == []
    assert complaints(legal_basis=[], no_legal_basis="The contract alone gives it.", why="This is void.") == [
        'why: says "void", and the rule cites no law.'
    ]


def test_a_reason_for_citing_no_law_does_not_stand_beside_one() -> None:
    assert complaints(no_legal_basis="The contract alone gives it.") == ["no_legal_basis: stands beside `legal_basis`."]


def test_the_list_of_types_uses_the_same_words() -> None:
    listed = {"schema": 1, "types": {"moral-test": {"title": "A waiver", "means": "This predatory clause takes your name."}}}
    file = RuleFile("types.yaml", "types", "", "types", checked("types", listed)[0])

    assert [each.field for each in essay_complaints(a_rulebook(), [file])] == ["types.moral-test.means"]


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"title": "A predatory clause"}, "title"),
        ({"why": "Without it the contract is safe to sign."}, "why"),
        ({"questions": ["Is it 90% safe?"]}, "questions.0"),
        ({"wording": {**WHOLE["wording"], "walk_away": "A rip-off."}}, "wording.walk_away"),
        ({"legal_basis": [{**LAW, "proposition": "You will win in court."}]}, "legal_basis.0.proposition"),
        ({"known_misfires": ["Certainly not."]}, "known_misfires.0.says"),
    ],
)
def test_words_that_are_never_used_are_found_wherever_they_stand(said: dict[str, object], field: str) -> None:
    assert [each.partition(":")[0] for each in complaints(**said)] == [field]
