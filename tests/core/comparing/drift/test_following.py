"""What the rules say is followed from edition to edition: entry, other words, leaving and return are news, and nothing else is."""

from __future__ import annotations

import pytest

from drifting import FEE, TRAINS, WAIVES, WAIVES_MORE, drifted, happened, stood

WAIVER = "moral-waiver-general"


def test_what_enters_and_leaves_is_told_by_its_editions() -> None:
    drift = drifted(FEE, f"{FEE}\n{WAIVES}", f"{WAIVES}\n{FEE}", FEE)

    assert happened(drift, WAIVER) == [[("came", 1), ("left", 3)]]
    assert stood(drift, WAIVER) == [(1, 2)]


def test_other_words_are_told_once_with_the_words_that_differ() -> None:
    drift = drifted(WAIVES, WAIVES_MORE, WAIVES_MORE)
    (each,) = [one for one in drift.types if one.type == WAIVER]
    change = each.strands[0].events[1].change

    assert happened(drift, WAIVER) == [[("came", 0), ("reworded", 1)]]
    assert change.new is not None
    assert [span.of(WAIVES_MORE) for span in change.new.changed] == ["hereby", "for ever"]


def test_what_comes_back_is_what_left() -> None:
    drift = drifted(f"{WAIVES}\n{FEE}", FEE, FEE, f"{FEE}\n{WAIVES}")

    assert happened(drift, WAIVER) == [[("came", 0), ("left", 1), ("returned", 3)]]
    assert stood(drift, WAIVER) == [(0, 0), (3, 3)]


@pytest.mark.parametrize("copy", [WAIVES, WAIVES.replace("the Work", "a Work")], ids=["the same words", "nearly the same words"])
def test_a_copy_for_another_region_on_the_same_page_is_no_news(copy: str) -> None:
    drift = drifted(f"{WAIVES}\n{FEE}", f"{WAIVES}\n{FEE}\n{copy}", f"{FEE}\n{copy}")

    assert [kind for events in happened(drift, WAIVER) for kind, _ in events if kind in ("left", "returned")] == []
    assert len(happened(drift, WAIVER)) == 1
    assert stood(drift, WAIVER) == [(0, 2)]


def test_layout_numbers_and_order_are_no_news() -> None:
    drift = drifted(f"1. {WAIVES}\n2. {FEE}\n3. {TRAINS}", f"7. {TRAINS}\n8. {FEE.upper()}\n9. {WAIVES}")

    assert happened(drift, WAIVER) == [[("came", 0)]]
    assert happened(drift, "ai-training-express") == [[("came", 0)]]


def test_what_is_missing_is_followed_too() -> None:
    drift = drifted(FEE, WAIVES, FEE)

    assert happened(drift, "terms-no-fee", "not found") == [[("came", 1), ("left", 2)]]
