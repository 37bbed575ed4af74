"""Who waives what a schedule lists waives what stands in the schedule."""

from __future__ import annotations

import pytest

from builders import a_rule
from hearing import found

THROUGH = a_rule("{gives-up} … {moral-rights}", id="common.through", through_definitions=True)
SCHEDULE = "\n\nSCHEDULE 1\n\n1. All moral rights in the Work.\n\n2. The sketches."


@pytest.mark.parametrize(
    "words",
    ["what is listed in Schedule 1", "all rights set out in Schedule 1", "the rights which are specified in Schedule 1"],
)
def test_what_a_schedule_lists_is_meant(words: str) -> None:
    assert found(f"1. Waivers\n\nThe Author waives {words}.{SCHEDULE}", THROUGH) == [f"The Author waives {words}."]


@pytest.mark.parametrize(
    "text",
    [
        f"1. Fees\n\nThe Author waives the interest due under Schedule 1.{SCHEDULE}",
        f"1. Fees\n\nThe Author waives what is listed in Schedule 2.{SCHEDULE}",
        "1. Fees\n\nThe Author waives what is listed in clause 2.\n\n2. Moral rights are kept.",
    ],
)
def test_other_references_bring_nothing_with_them(text: str) -> None:
    assert found(text, THROUGH) == []
