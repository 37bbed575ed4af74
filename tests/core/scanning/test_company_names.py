"""The "AI" in a company's name, and in the name of a field, is no artificial intelligence."""

from __future__ import annotations

from builders import a_rule
from hearing import found

TRAINS = a_rule("{trains} … {ai}", flow="any")
NAMED = "Brightwater AI is a company. Brightwater AI Products are sold by Brightwater AI. "


def test_a_name_used_again_and_again_is_no_machine() -> None:
    assert not found(NAMED + "We train staff at Brightwater AI.", TRAINS)


def test_beside_the_name_machines_are_heard_as_ever() -> None:
    assert found(NAMED + "Brightwater AI may train AI on it.", TRAINS) == ["Brightwater AI may train AI on it."]


def test_two_capitals_beside_each_other_are_no_name_yet() -> None:
    assert found("We train Clever AI on it.", TRAINS)
    assert found("Generative AI is new. Generative AI is big. Generative AI grows. We train Generative AI on it.", TRAINS)


def test_the_name_of_a_field_does_nothing() -> None:
    assert not found("| Training | train_on_ai |", TRAINS)
    assert found("We _train_ on AI.", TRAINS) == ["We _train_ on AI."]
