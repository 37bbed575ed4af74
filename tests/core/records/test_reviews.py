"""What officers say of a passage: who may say it, how it stands, what is suppressed, and the case that a dispute makes."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
import yaml

from builders import a_rule
from contract_registry.core.records.reviewing.disputed import case_from
from contract_registry.core.records.reviewing.review import Opinion, Passage, Review, checked_review, latest, standing_of
from contract_registry.core.records.reviewing.suppression import Suppression, checked_suppression, sifted
from contract_registry.core.rules.schema import checked
from contract_registry.errors import WrongUsage
from contract_registry.exporting.case_yaml import case_yaml
from hearing import scanner_of

AT = datetime(2026, 12, 1, tzinfo=UTC)
TODAY = date(2026, 12, 1)
PASSAGE = Passage("aaaaaaaaaaaa", "f" * 32, "moral-waiver-general", "common.waiver", 1)
WAIVES = "[the creator] waives all moral rights: “not” in this book."
SCANNER = scanner_of(a_rule("{gives-up} … {moral-rights}", id="common.waiver"))


def a_review(opinion: Opinion = "dispute", by: str = "ada", reason: str = "It speaks of another book.", days: int = 0) -> Review:
    return Review("c1", PASSAGE, opinion, reason, by, AT + timedelta(days=days))


def a_suppression(days: int = 30, reason: str = "Agreed with the branch.") -> Suppression:
    return Suppression(PASSAGE.letters, PASSAGE.type, reason, "ada", TODAY, TODAY + timedelta(days=days))


@pytest.mark.parametrize(
    ("review", "says"),
    [
        (replace(a_review(), opinion="perhaps"), "agree, dispute, unsure"),
        (a_review(reason=" "), "Say in a few words why"),
        (a_review("unsure", reason=""), "Say in a few words why"),
        (a_review(reason="why " * 300), "1,000 characters"),
    ],
)
def test_a_review_that_teaches_nobody_is_refused(review: Review, says: str) -> None:
    with pytest.raises(WrongUsage, match=says):
        checked_review(review)


def test_to_agree_needs_no_reason() -> None:
    assert checked_review(a_review("agree", reason="")).opinion == "agree"


@pytest.mark.parametrize(
    ("reviews", "stands"),
    [
        ([], ""),
        ([a_review("unsure")], "unsure"),
        ([a_review("agree"), a_review("unsure", "ben")], "agree"),
        ([a_review("agree"), a_review("dispute", "ben")], "contested"),
        ([a_review("agree"), a_review("dispute", days=1)], "dispute"),
        ([a_review("dispute", days=1), a_review("agree")], "dispute"),
    ],
)
def test_a_passage_stands_as_all_say_who_are_sure(reviews: list[Review], stands: str) -> None:
    assert standing_of(reviews) == stands


def test_of_each_officer_the_last_word_counts() -> None:
    assert latest([a_review(days=2), a_review("agree", "ben", days=1), a_review("agree")]) == (
        a_review("agree", "ben", days=1),
        a_review(days=2),
    )


def test_what_is_suppressed_is_still_counted_and_ends_on_its_day() -> None:
    other = replace(PASSAGE, type="moral-waiver-integrity")

    during, after = (sifted([PASSAGE, other], [a_suppression()], TODAY + timedelta(days=days)) for days in (29, 30))

    assert during.told == (other,)
    assert during.suppressed == ((PASSAGE, a_suppression()),)
    assert during.counted == ((a_suppression(), 1),)
    assert after.told == (PASSAGE, other)


@pytest.mark.parametrize(
    "suppression", [a_suppression(0), a_suppression(367), a_suppression(reason=""), replace(a_suppression(), letters="")]
)
def test_a_suppression_without_reason_end_or_words_is_refused(suppression: Suppression) -> None:
    with pytest.raises(WrongUsage):
        checked_suppression(suppression)


def test_a_dispute_becomes_a_case_in_the_form_of_the_rules_own_and_shows_the_fault() -> None:
    proposal = case_from(a_review(), WAIVES, SCANNER, has_consent=True)
    cases = yaml.safe_load(case_yaml(proposal))

    assert proposal.shows_fault
    assert cases == [{"says": "It speaks of another book.", "text": WAIVES, "finds": []}]
    full, mistakes = checked("cases", {"schema": 1, "rule": "common.waiver", "cases": cases})
    assert full, mistakes


def test_a_case_on_which_the_rule_is_silent_says_so() -> None:
    proposal = case_from(a_review(), "[the creator] keeps [title of a work] for ever.", SCANNER, has_consent=True)

    assert not proposal.shows_fault
    assert "The rule is silent on these words" in case_yaml(proposal)


def test_a_case_says_when_the_rule_has_changed_since() -> None:
    proposal = case_from(replace(a_review(), passage=replace(PASSAGE, rule_version=7)), WAIVES, SCANNER, has_consent=True)

    assert "found by version 7; the rule is at version 1" in case_yaml(proposal)


@pytest.mark.parametrize(
    ("review", "words", "has_consent", "says"),
    [
        (a_review(), WAIVES, False, "did not agree"),
        (a_review("agree"), WAIVES, True, "Only what is disputed"),
        (a_review(), "[taken out] [name]", True, "Too little is left"),
    ],
)
def test_no_case_is_made_without_consent_dispute_or_words(review: Review, words: str, has_consent: bool, says: str) -> None:
    with pytest.raises(WrongUsage, match=says):
        case_from(review, words, SCANNER, has_consent=has_consent)
