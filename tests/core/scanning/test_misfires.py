"""A known misfire is told for as long as it is one, and not a day longer."""

from __future__ import annotations

import pytest

from builders import a_rule, rule_data
from contract_registry.core.rules.rule_file import RuleFile
from contract_registry.core.rules.schema import checked
from contract_registry.core.scanning.cases import Outcome
from contract_registry.core.scanning.misfires import misfires_of, try_misfires
from hearing import scanner_of

WAIVES = "The Author waives all moral rights."
KEEPS = "The Author keeps all moral rights."


def tried(*misfires: object, **more: object) -> list[Outcome]:
    data = rule_data("{gives-up} … {moral-rights}", known_misfires=list(misfires), **more)
    file = RuleFile("packs/common/test.yaml", "rule", "common", "test", checked("rule", data)[0])
    return list(try_misfires(misfires_of([file]), scanner_of(a_rule("{gives-up} … {moral-rights}"))))


@pytest.mark.parametrize("misfire", [{"wrongly_finds": WAIVES}, {"overlooks": KEEPS}])
def test_a_rule_that_is_still_wrong_is_left_in_peace(misfire: dict[str, str]) -> None:
    assert [outcome.failures for outcome in tried({"says": "It is wrong here.", **misfire})] == [()]


@pytest.mark.parametrize(
    ("misfire", "says"),
    [({"wrongly_finds": KEEPS}, "the rule no longer finds the text"), ({"overlooks": WAIVES}, "the rule finds the text now")],
)
def test_a_rule_that_has_been_mended_says_so(misfire: dict[str, str], says: str) -> None:
    (outcome,) = tried({"says": "It was wrong here.", **misfire})

    assert says in outcome.failures[0]
    assert outcome.case.name == "common.test · known misfire: It was wrong here."


def test_a_misfire_without_a_text_is_told_and_not_tried() -> None:
    assert tried("Clauses that only describe the law.") == []


def test_a_retired_rule_is_not_tried() -> None:
    assert tried({"says": "It was wrong.", "wrongly_finds": WAIVES}, status="retired") == []


def test_a_misfire_shows_one_thing() -> None:
    _, mistakes = checked("rule", rule_data("a", known_misfires=[{"says": "x", "wrongly_finds": "a", "overlooks": "b"}]))

    assert [said for _, said in mistakes] == ["shows two things; make two entries of it: `wrongly_finds` in one, `overlooks` in the other."]


def test_a_rule_about_the_whole_document_is_tried_by_what_all_the_others_find() -> None:
    both = a_rule(
        id="common.both", family="terms", type="both", combines={"all_of": [["moral-test"], ["common.fee"]]}, known_misfires=["It is new."]
    )
    scanner = scanner_of(a_rule("{gives-up} … {moral-rights}"), a_rule("fee", id="common.fee", flow="any"), both)
    data = rule_data(
        id="common.both",
        family="terms",
        type="both",
        combines={"all_of": [["moral-test"], ["common.fee"]]},
        known_misfires=[{"says": "It does not look whose fee.", "wrongly_finds": f"{WAIVES}\nThe fee is paid."}],
    )
    file = RuleFile("packs/common/both.yaml", "rule", "common", "both", checked("rule", data)[0])

    assert [outcome.failures for outcome in try_misfires(misfires_of([file]), scanner)] == [()]
