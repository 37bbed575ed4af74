"""Whose work is spoken of is told by the owner or the maker beside the noun."""

from __future__ import annotations

import pytest

from builders import a_rule
from hearing import speaks

THEIRS = a_rule("{trains} … {creators-work}", flow="any")
OURS = a_rule("{trains} … {engagers-own}", flow="any")


@pytest.mark.parametrize(
    "text",
    [
        "We train AI on your content.",
        "We train AI on the Author's drawings.",
        "We train AI on content you upload.",
        "We train AI on drawings created by the Artist.",
        "We train AI on the artwork.",
    ],
)
def test_work_of_the_creator_is_known(text: str) -> None:
    assert speaks(text, THEIRS)
    assert not speaks(text, OURS)


@pytest.mark.parametrize("text", ["We train AI on our content.", "We train AI on the Publisher's photos.", "We train AI on our software."])
def test_what_is_the_engagers_own_is_known(text: str) -> None:
    assert speaks(text, OURS)
    assert not speaks(text, THEIRS)


def test_work_of_nobody_in_particular_is_neither() -> None:
    assert not speaks("We train AI on photos.", THEIRS, OURS)


def test_what_you_use_is_not_yours() -> None:
    assert not speaks("We train AI on your use of the photos.", THEIRS)
    assert speaks("We train AI on your own new photos.", THEIRS)
