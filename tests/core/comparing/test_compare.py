"""What changed for the creator between two editions: came, went, changed, moved, and through what."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import a_rule
from contract_registry.core.comparing.compare import Edition, compare
from editions import ASSIGNMENT, PROMISE, TRAINING, WAIVER, an_edition, compared, marked, only, told

DELIVERY = "The Author delivers the typescript by the first of May."
COPIES = "The Publisher sends six free copies to the Author."
WAIVES = "The Author waives all moral rights in the Work."
ASSIGNS = "The Author assigns the copyright in the Work to the Publisher."
TRAINS = "The Publisher may train machine learning systems on the Work."
KEEPS = "The Author keeps all rights that are not named here."
FEE = "The fee is £400."
POOL = (DELIVERY, COPIES, WAIVES, ASSIGNS, TRAINS, KEEPS, FEE, "Notices are sent by post.", WAIVES.replace("all", "any"))


def lines(*sentences: str) -> str:
    return "\n".join(sentences)


def test_a_finding_whose_sentence_is_new_came_and_is_worse() -> None:
    comparison = compared(lines(DELIVERY, FEE), lines(DELIVERY, TRAINS, FEE))

    change = only(comparison)
    assert (change.kind, change.direction, change.cause, change.old) == ("came", "worse", "text", None)
    assert comparison.outcome == "worse"


def test_a_finding_whose_sentence_is_gone_is_better() -> None:
    assert told(compared(lines(WAIVES, FEE), lines(FEE))) == [("gone", "better", "moral-waiver-general")]


def test_a_protection_that_went_is_worse_and_one_that_came_is_better() -> None:
    assert told(compared(lines(KEEPS, FEE), FEE)) == [("gone", "worse", "protect-rights-reserved")]
    assert told(compared(FEE, lines(KEEPS, FEE))) == [("came", "better", "protect-rights-reserved")]


def test_what_is_missing_now_is_worse() -> None:
    change = only(compared(lines(DELIVERY, FEE), DELIVERY))

    assert (change.kind, change.direction, change.said.type, change.old) == ("came", "worse", "terms-no-fee", None)


def test_a_few_other_words_are_a_change_and_are_marked() -> None:
    old, new = (
        lines(DELIVERY, WAIVES, FEE),
        lines(DELIVERY, "The Author hereby waives all moral rights in the Work and in every draft.", FEE),
    )

    change = only(compared(old, new))

    assert (change.kind, change.direction, change.cause) == ("changed", "even", "text")
    assert (marked(change.old, old), marked(change.new, new)) == ([], ["hereby", "and in every draft"])


def test_a_sentence_that_stands_elsewhere_is_moved_and_no_worse() -> None:
    comparison = compared(
        lines(f"1. {WAIVES}", f"2. {DELIVERY}", f"3. {COPIES}", FEE), lines(f"1. {DELIVERY}", f"2. {COPIES}", f"3. {WAIVES}", FEE)
    )

    assert told(comparison) == [("moved", "even", "moral-waiver-general")]
    assert comparison.outcome == "same"
    assert comparison.has_same_sentences


@pytest.mark.parametrize(
    "new",
    [
        pytest.param(lines("7. " + WAIVES, "8. " + FEE), id="numbers"),
        pytest.param(lines(WAIVES.upper(), FEE), id="case"),
        pytest.param(lines("Your rights", WAIVES, FEE), id="a heading"),
        pytest.param(f"{WAIVES}   {FEE}", id="one paragraph"),
        pytest.param(lines(DELIVERY, WAIVES, COPIES, FEE), id="sentences of other things"),
    ],
)
def test_what_is_no_change(new: str) -> None:
    assert told(compared(lines(WAIVES, FEE), new)) == []


def test_what_is_said_once_more_in_the_same_words_is_no_worse() -> None:
    comparison = compared(lines(TRAINS, FEE), lines(TRAINS, FEE, DELIVERY, TRAINS))

    assert [kind for kind, *_ in told(comparison)] == ["moved"]
    assert comparison.outcome == "same"


def test_a_promise_turned_into_harm_shows_both_sentences() -> None:
    old = lines("The Author keeps all rights in the Work and in every draft of it.", FEE)
    new = lines("The Author assigns all rights in the Work and in every draft of it.", FEE)

    changes = {change.said.type: change for change in compared(old, new).changes if change.kind != "same"}

    assert {kind: change.direction for kind, change in changes.items()} == {
        "protect-rights-reserved": "worse",
        "buyout-copyright-assignment": "worse",
    }
    assert marked(changes["buyout-copyright-assignment"].old, old) == ["keeps"]
    assert marked(changes["protect-rights-reserved"].new, new) == ["assigns"]


def test_the_same_harm_in_wholly_other_words_is_gone_and_come() -> None:
    old = lines(DELIVERY, "Moral rights? The Author gives up each and every one of the moral rights.", FEE)
    new = lines(DELIVERY, FEE, COPIES, "It is agreed by whoever signs below that a general waiver of moral rights is part of this.")

    assert {kind for kind, *_ in told(compared(old, new))} == {"came", "gone"}


def test_a_lead_in_that_changed_changes_its_items() -> None:
    items = "(a) train machine learning systems on the Work;\n(b) print the Work."
    change = only(compared(f"The Publisher may:\n{items}\n{FEE}", f"The Publisher and anybody it names may:\n{items}\n{FEE}"))

    assert (change.kind, change.cause) == ("changed", "text")


def test_a_change_through_other_rules_says_so() -> None:
    text = lines(WAIVES, ASSIGNS)
    before, after = an_edition(text, WAIVER), an_edition(text, WAIVER, ASSIGNMENT)

    change = only(compare(before, after))

    assert (change.kind, change.cause, change.said.type) == ("came", "rules", "buyout-copyright-assignment")
    assert change.old
    assert change.old.said is None


def test_a_type_that_comes_into_a_passage_that_stays_came_and_the_other_is_no_worse() -> None:
    consent = a_rule("(consents) … (acts)", id="common.consent", type="moral-consent-to-acts", severity="medium")
    old, new = (
        an_edition(lines(DELIVERY, each, FEE), WAIVER, consent)
        for each in (WAIVES, WAIVES.replace("Work.", "Work and consents to all acts of the Publisher."))
    )

    assert told(compare(old, new)) == [("came", "worse", "moral-consent-to-acts"), ("changed", "even", "moral-waiver-general")]
    assert told(compare(new, old)) == [("gone", "better", "moral-consent-to-acts"), ("changed", "even", "moral-waiver-general")]


def test_a_graver_rule_makes_a_sentence_worse_that_stayed() -> None:
    grave = a_rule("{gives-up} … {moral-rights}", id="common.waiver", version=2, severity="critical", type="moral-waiver-general")

    change = only(compare(an_edition(WAIVES, WAIVER), an_edition(WAIVES, grave)))

    assert (change.kind, change.direction, change.cause) == ("changed", "worse", "rules")


def test_with_other_rules_and_other_words_each_change_has_its_own_cause() -> None:
    before, after = (
        an_edition(lines(WAIVES, ASSIGNS, FEE), WAIVER),
        an_edition(lines(WAIVES.replace("all", "any"), ASSIGNS, FEE), WAIVER, ASSIGNMENT),
    )

    causes = {change.said.type: change.cause for change in compare(before, after).changes}

    assert causes == {"moral-waiver-general": "text", "buyout-copyright-assignment": "rules"}


def test_a_sentence_that_others_made_harmful_came_through_its_surroundings() -> None:
    ban = "The Publisher must never:\n(a) train machine learning systems on the Work."
    leave = "The Publisher may:\n(a) train machine learning systems on the Work."
    change = only(compare(an_edition(ban, TRAINING), an_edition(leave, TRAINING)))

    assert (change.kind, change.direction, change.cause) == ("came", "worse", "surroundings")


def test_what_is_judged_in_another_case_is_no_change_of_the_text() -> None:
    here = a_rule("{gives-up} … {moral-rights}", id="common.waiver", applies_to={"sectors": ["music"]})

    change = only(compare(an_edition(WAIVES, here, PROMISE, sector="publishing"), an_edition(WAIVES, here, PROMISE, sector="music")))

    assert change.cause == "rules"


def test_another_heading_leaves_every_sentence_the_same() -> None:
    comparison = compared(lines("1. Credit", f"1.1 {COPIES}", f"1.2 {FEE}"), lines("1. Names", f"1.1 {COPIES}", f"1.2 {FEE}"))

    assert comparison.has_same_sentences
    assert not compared(COPIES, COPIES.replace("six", "five")).has_same_sentences


def test_two_editions_without_a_word_are_the_same() -> None:
    comparison = compared("", "")

    assert comparison.outcome == "same"
    assert comparison.shared == 1


def test_two_texts_about_different_things_share_little() -> None:
    assert compared(lines(DELIVERY, COPIES, FEE), lines(WAIVES, KEEPS, TRAINS)).shared == 0
    assert compared(lines(DELIVERY, COPIES), lines(DELIVERY, COPIES)).shared == 1


CONTRACTS = st.lists(st.sampled_from(POOL), max_size=7).map("\n".join)


@settings(max_examples=60)
@given(CONTRACTS)
def test_an_edition_beside_itself_has_changed_in_nothing(text: str) -> None:
    edition = an_edition(text)
    comparison = compare(edition, edition)

    assert {change.kind for change in comparison.changes} <= {"same"}
    assert {pair.kind for pair in comparison.pairs} <= {"same"}
    assert len(comparison.changes) == len(edition.findings) + len(edition.scan.absences) + len(edition.scan.combinations)


@settings(max_examples=60)
@given(CONTRACTS, CONTRACTS)
def test_the_other_way_round_it_is_its_mirror(old: str, new: str) -> None:
    ours, theirs = an_edition(old), an_edition(new)
    mirror = {"came": "gone", "gone": "came", "worse": "better", "better": "worse"}

    there, back = compare(ours, theirs), compare(theirs, ours)

    assert {(change.kind, change.direction, change.cause, change.old, change.new) for change in there.changes} == {
        (mirror.get(change.kind, change.kind), mirror.get(change.direction, change.direction), change.cause, change.new, change.old)
        for change in back.changes
    }


@settings(max_examples=60)
@given(CONTRACTS, CONTRACTS)
def test_everything_said_of_either_edition_is_told(old: str, new: str) -> None:
    ours, theirs = an_edition(old), an_edition(new)
    changes = compare(ours, theirs).changes

    for edition, sides in ((ours, [change.before for change in changes]), (theirs, [change.after for change in changes])):
        every = {each.id for each in (*edition.findings, *edition.scan.absences, *edition.scan.combinations)}
        assert {each.id for each in sides if each} == every


@settings(max_examples=40)
@given(CONTRACTS, st.permutations(range(7)))
def test_another_order_alone_makes_nothing_better_or_worse(text: str, order: list[int]) -> None:
    sentences = text.splitlines()
    other = "\n".join(sentences[place] for place in order if place < len(sentences))

    assert {change.direction for change in compared(text, other).changes} <= {"even"}


def test_the_editions_own_order_of_what_is_said_makes_no_difference() -> None:
    edition = an_edition(lines(WAIVES, ASSIGNS, FEE))
    turned = Edition(edition.clauses, replace(edition.scan, findings=edition.scan.findings[::-1]))

    assert told(compare(edition, turned)) == []
