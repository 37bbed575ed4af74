"""What is heard in a text is what its words mean there."""

from __future__ import annotations

from builders import a_rule
from hearing import speaks

ASSIGNS = a_rule("{assigns} … {all-rights}")


def test_words_are_not_heard_inside_a_phrase_in_which_they_mean_something_else() -> None:
    assert speaks("The Author assigns the copyright.", ASSIGNS)
    assert not speaks("The Author assigns the papers named in the Copyright Act.", ASSIGNS)
    assert speaks("The Author assigns the copyright named in the Copyright Act.", ASSIGNS)
