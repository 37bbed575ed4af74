"""Rules about the whole document: what is missing in it, and what several findings make together."""

from __future__ import annotations

import pytest

from builders import a_rule
from hearing import scanned

WAIVER = a_rule("{gives-up} … {moral-rights}", id="common.waiver", type="moral-waiver")
ASSIGNMENT = a_rule("{assigns} … {all-rights}", id="common.assignment", family="buyout", type="buyout-assignment")
REVERSION = a_rule("rights revert", id="common.reverts", family="protective", type="protect-reversion", severity="info", flow="any")
NO_REVERSION = a_rule(
    id="common.no-reversion",
    family="buyout",
    type="buyout-no-reversion",
    severity="medium",
    absent={"none_of": ["protect-reversion"], "no_words": ["out of print"], "when_found": ["buyout-assignment"]},
)
TOTAL = a_rule(
    id="common.total",
    family="buyout",
    type="total-buyout",
    severity="critical",
    combines={"all_of": [["buyout-assignment", "buyout-licence"], ["moral:*"]], "without": ["protect-reversion"]},
)
EVERY = (WAIVER, ASSIGNMENT, REVERSION, NO_REVERSION, TOTAL)

ASSIGNS = "The Author assigns the copyright. "
WAIVES = "The Author waives the moral rights. "


def absent(text: str) -> list[str]:
    return [absence.rule for absence in scanned(text, *EVERY).absences]


def combined(text: str) -> list[str]:
    return [combination.rule for combination in scanned(text, *EVERY).combinations]


def test_what_is_missing_is_missed_where_it_matters() -> None:
    assert absent(ASSIGNS) == ["common.no-reversion"]
    assert absent(WAIVES) == []


@pytest.mark.parametrize("there", ["All rights revert to the Author after two years.", "If the Work is out of print, ask us."])
def test_what_is_there_is_not_missed(there: str) -> None:
    assert absent(ASSIGNS + there) == []


@pytest.mark.parametrize(
    "denied",
    ["The rights in the Work are never out of print.", "Nothing here is out of print.", "No drawing counts as out of print."],
)
def test_what_is_denied_is_not_there(denied: str) -> None:
    assert absent(ASSIGNS + denied) == ["common.no-reversion"]


def test_of_words_that_belong_together_the_last_must_be_affirmed_or_the_one_with_a_star() -> None:
    last = a_rule(absent={"no_words": ["secrets …20 adviser"]}, id="common.no-adviser")
    starred = a_rule(absent={"no_words": ["*secrets …20 adviser"]}, id="common.no-secrets")

    scan = scanned("The Author shall not tell secrets, except to an adviser.", last, starred)

    assert [absence.rule for absence in scan.absences] == ["common.no-secrets"]


def test_where_any_word_counts_a_denial_is_a_word() -> None:
    rule = a_rule(absent={"no_words": ["{ai}"], "polarity": "any"}, id="common.no-word")

    assert scanned("The Publisher makes no use of AI.", rule).absences == ()


def test_an_absence_says_because_of_what_it_matters() -> None:
    assert scanned(ASSIGNS, *EVERY).absences[0].because == "this document has buyout-assignment"


def test_several_findings_make_something_together() -> None:
    scan = scanned(ASSIGNS + WAIVES, *EVERY)

    assert [each.type for each in scan.combinations] == ["total-buyout"]
    assert set(scan.combinations[0].members) == {finding.id for finding in scan.findings}
    assert scan.verdict == "stop"


@pytest.mark.parametrize("text", [ASSIGNS, WAIVES, ASSIGNS + WAIVES + "All rights revert to the Author after two years."])
def test_a_combination_needs_all_its_groups_and_nothing_that_undoes_it(text: str) -> None:
    assert combined(text) == []


def test_a_combination_may_rest_on_an_absence() -> None:
    trap = a_rule(
        id="common.trap", family="buyout", type="silent-trap", combines={"all_of": [["buyout-assignment"], ["buyout-no-reversion"]]}
    )

    assert [each.rule for each in scanned(ASSIGNS, ASSIGNMENT, NO_REVERSION, trap).combinations] == ["common.trap"]


def test_every_type_heard_in_a_passage_counts_and_not_only_the_gravest() -> None:
    """One sentence assigns and waives; the graver rule of the family speaks for it, the other completes the combination, and one passage is its member."""
    grave = a_rule("{assigns} … {moral-rights}", id="common.grave", type="moral-assignment", severity="critical")
    pair = a_rule(
        id="common.pair", family="moral", type="pair", severity="critical", combines={"all_of": [["moral-assignment"], ["moral-waiver"]]}
    )
    scan = scanned("The Author assigns and waives the moral rights. ", grave, WAIVER, pair)

    assert [each.type for each in scan.findings] == ["moral-assignment", "moral-waiver"]
    assert [(each.rule, each.members) for each in scan.combinations] == [("common.pair", (scan.findings[0].id,))]
