"""Patterns are walked in order, with bounded gaps, and never for more than a set number of steps."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contract_registry.core.rules.patterns import PatternMistake, parse_pattern
from contract_registry.core.scanning.matching import ByConcept, OutOfSteps, Steps, is_spoken, matches
from contract_registry.core.scanning.units import Heard


def heard(line: str) -> dict[str, list[Heard]]:
    """The words of `line` as a unit in which each word but "." is a concept of its own name."""
    said = [Heard(at, at + 1, word, at * 10, at * 10 + 5, "own") for at, word in enumerate(line.split()) if word != "."]
    return ByConcept(tuple(said))


def places(pattern: str, line: str) -> list[list[int]]:
    """Each way the pattern is spoken, as the numbers of its words."""
    return [[each.at for each in way] for way in matches(parse_pattern(pattern), heard(line), Steps())]


@pytest.mark.parametrize(
    ("pattern", "line", "ways"),
    [
        ("{a} … {b}", "a . b", [[0, 2]]),
        ("{a} … {b}", "b . a", []),
        ("{a} & {b}", "b . a", [[2, 0]]),
        ("{a} {b}", "a b", [[0, 1]]),
        ("{a} {b}", "a . b", []),
        ("{a} …2 {b}", "a . . b", [[0, 3]]),
        ("{a} …2 {b}", "a . . . b", []),
        ("{a} … {b}", "a b a b", [[0, 1], [2, 3]]),
        ("{a|c} {b}", "c b", [[0, 1]]),
        ("({a}|{c}) {b}", "c b", [[0, 1]]),
        ("[{a}] {b}", "b", [[0]]),
        ("{a} … {b} … {c}", "a b . c", [[0, 1, 3]]),
        ("{a} …1 {b} …1 {c}", "a b . . a b c", [[4, 5, 6]]),
        ("{a} & {b} & {c}", "c b a", [[2, 1, 0]]),
        ("{a} & {b}", "b . . . . b a", [[6, 5]]),
    ],
)
def test_a_pattern_is_spoken_in_order_and_within_its_gaps(pattern: str, line: str, ways: list[list[int]]) -> None:
    assert places(pattern, line) == ways


def test_a_walk_goes_back_where_the_nearest_word_leads_nowhere() -> None:
    assert places("{a} …3 {b} {c}", "a b . b c") == [[0, 3, 4]]


def test_words_that_were_used_are_not_used_again() -> None:
    assert places("{a} {a}", "a") == []


def test_every_way_is_found_however_many_there_are() -> None:
    assert len(places("{a} … {b}", "a b " * 40)) == 40


def test_the_nearest_of_many_is_taken() -> None:
    assert places("{a} & {b}", ". b " * 40 + ". a b" + " . b" * 40) == [[81, 82]]


def test_words_that_lie_behind_cost_no_steps() -> None:
    few, many = Steps(), Steps()

    is_spoken(parse_pattern("{b} {c}"), heard("b " + "c " * 1), few)
    is_spoken(parse_pattern("{b} {c}"), heard("c " * 1_000 + "b c"), many)

    assert many.taken == few.taken


def test_a_rule_that_takes_too_many_steps_is_stopped() -> None:
    with pytest.raises(OutOfSteps):
        is_spoken(parse_pattern("{a} … {a} … {a} … {a} … {b}"), heard("a " * 60), Steps())


patterns = st.lists(
    st.sampled_from(["{a}", "{b}", "{c}", "…", "…2", "…90", "&", "[{a}]", "({a}|{b} {c})", "{a|b|c}"]), min_size=1, max_size=9
)


@given(patterns.map(" ".join), st.lists(st.sampled_from("abc."), max_size=120).map(" ".join), st.integers(0, 300))
def test_matching_stays_within_its_steps_whatever_is_said(pattern: str, line: str, most: int) -> None:
    try:
        parsed = parse_pattern(pattern)
    except PatternMistake:
        return
    steps = Steps(most)
    try:
        found = list(matches(parsed, heard(line), steps))
    except OutOfSteps:
        assert steps.taken == most + 1
        return
    assert steps.taken <= most
    assert all(way for way in found)
