"""Words that recognition spelt wrongly are heard for what they are, and no good word is heard for another."""

from __future__ import annotations

import pytest

from contract_registry.core.scanning.language import normal
from contract_registry.core.scanning.misread import outline, with_letters
from hearing import found


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("a11", "all"),
        ("wi11", "will"),
        ("c0pyright", "copyright"),
        ("0f", "of"),
        ("1icence", "licence"),
        ("M0RAL", "MORAL"),
        ("n0t", "not"),
    ],
)
def test_digits_among_letters_are_letters(read: str, meant: str) -> None:
    assert normal(read) == normal(meant)


@pytest.mark.parametrize("word", ["1st", "205C", "106a", "H264", "mp3", "10", "2001", "B2B", "A1", "4K", "21st"])
def test_what_has_digits_by_right_keeps_them(word: str) -> None:
    assert with_letters(word) == word


@pytest.mark.parametrize(
    ("one", "other"), [("rnoral", "moral"), ("perpctual", "perpetual"), ("pubiisher", "publisher"), ("tbereafter", "thereafter")]
)
def test_words_that_look_alike_have_one_outline(one: str, other: str) -> None:
    assert outline(one) == outline(other)


@pytest.mark.parametrize(
    "text",
    [
        "The Author waives a11 moral rights.",
        "The Author renounccs all moral rights.",
        "The Author renounces the droit rnoral.",
    ],
)
def test_a_misread_contract_is_heard(text: str) -> None:
    assert found(text)


def test_misread_denials_still_deny() -> None:
    assert not found("The Author does n0t waive a11 moral rights.")


def test_short_words_are_not_taken_for_others_that_look_like_them() -> None:
    assert not found("The Author wavcs all moral rights.")
