"""Reviews live through every later scan: on the same words they are carried over, else they wait, and none is lost or moved."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from builders import a_rule
from contract_registry.core.records.reviewing.by_organisation import standing_by_organisation
from contract_registry.core.records.reviewing.carrying import GONE, OTHER_TYPE, TWICE, carried_over, settled
from contract_registry.core.records.reviewing.review import Passage, Review
from contract_registry.core.scanning.findings import Scan
from hearing import scanned

AT = datetime(2026, 12, 1, tzinfo=UTC)
WAIVES = "The Author waives all moral rights in the Work."
WAIVER = a_rule("{gives-up} … {moral-rights}", id="common.waiver")
NEXT_WAIVER = a_rule("{gives-up} … {moral-rights}", id="common.waiver", version=2, severity="critical", title="Another title")
OTHER = a_rule("{gives-up} … {moral-rights}", id="common.other", type="moral-waiver-integrity")


def passages_in(scan: Scan) -> list[Passage]:
    return [Passage(each.id, each.fingerprint, each.type, each.rule, each.rule_version) for each in scan.findings]


def review_of(passage: Passage) -> Review:
    return Review("c1", passage, "dispute", "The sentence is a heading.", "an officer", AT)


def test_it_survives_other_versions_of_the_rules() -> None:
    old, new = (passages_in(scanned(WAIVES, rule)) for rule in (WAIVER, NEXT_WAIVER))

    over = carried_over([review_of(old[0])], old, new)

    assert [(each.passage.rule_version, each.reason) for each in over.carried] == [(2, "The sentence is a heading.")]
    assert over.pending == ()


def test_it_survives_another_reading_of_the_same_file() -> None:
    old = passages_in(scanned(WAIVES, WAIVER))
    new = passages_in(scanned(f"Page 1\n\n1.  {WAIVES.upper().replace('ALL MORAL', 'ALL  MORAL')}", WAIVER))

    assert [each.passage for each in carried_over([review_of(old[0])], old, new).carried] == new


def test_what_is_no_longer_found_waits() -> None:
    old = passages_in(scanned(WAIVES, WAIVER))

    (pending,) = carried_over([review_of(old[0])], old, []).pending

    assert (pending.review, pending.why, pending.near) == (review_of(old[0]), GONE, ())


def test_on_another_type_in_the_same_words_it_waits_beside_that() -> None:
    old, new = passages_in(scanned(WAIVES, WAIVER)), passages_in(scanned(WAIVES, OTHER))

    (pending,) = carried_over([review_of(old[0])], old, new).pending

    assert (pending.why, list(pending.near)) == (OTHER_TYPE, new)
    assert settled(pending, new[0]).passage == new[0]


def test_of_two_copies_the_second_stays_the_second_and_a_third_makes_it_wait() -> None:
    two, three = (passages_in(scanned("\n".join([WAIVES] * count), WAIVER)) for count in (2, 3))

    assert [each.passage for each in carried_over([review_of(two[1])], two, two).carried] == [two[1]]
    (pending,) = carried_over([review_of(two[1])], two, three).pending
    assert (pending.why, list(pending.near)) == (TWICE, three)


def test_it_stands_with_the_organisation_of_whoever_made_it_and_what_waits_is_pending_there_until_somebody_says_more() -> None:
    old, new = passages_in(scanned(WAIVES, WAIVER)), passages_in(scanned(WAIVES, OTHER))
    waits = replace(review_of(old[0]), organisation="union")
    said = [replace(review_of(new[0]), organisation=each, opinion=opinion) for each, opinion in (("clinic", "agree"), ("", "agree"))]
    pending = carried_over([waits], old, new).pending

    assert standing_by_organisation(said, pending) == {new[0].id: {"clinic": "agree", "union": "pending"}}
    assert standing_by_organisation([replace(said[0], organisation="union")], pending) == {new[0].id: {"union": "agree"}}


def some_passages() -> st.SearchStrategy[list[Passage]]:
    one = st.tuples(st.sampled_from("abc"), st.sampled_from(["waiver", "training"]))
    return st.lists(one, max_size=6).map(
        lambda every: [Passage(f"{number}{words}{kind}", words, kind, "common.rule", 1) for number, (words, kind) in enumerate(every)]
    )


@given(some_passages(), some_passages())
def test_none_is_lost_and_none_moves_to_other_words_or_another_type(old: list[Passage], new: list[Passage]) -> None:
    reviews = [review_of(each) for each in old]

    over = carried_over(reviews, old, new)

    kept = [*(each.passage for each in over.carried), *(each.review.passage for each in over.pending)]
    assert sorted((each.letters, each.type) for each in kept) == sorted((each.letters, each.type) for each in old)
    assert all(each.passage in new for each in over.carried)
    assert {each.review for each in over.pending} <= set(reviews)
