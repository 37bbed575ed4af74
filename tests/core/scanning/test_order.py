"""The first look at a unit passes over no pattern that is spoken in it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contract_registry.core.rules.patterns import PatternMistake, parse_pattern
from contract_registry.core.scanning.context.ownership import CREATORS_WORK, WORK_NOUN
from contract_registry.core.scanning.matching import ByConcept, OutOfSteps, Steps, is_spoken
from contract_registry.core.scanning.order import can_stand, in_order, mentioned
from contract_registry.core.scanning.units import Heard

UNPLACED = frozenset("d")
"""What shows only when a unit is read, as plain words and the two sides do."""


def heard(line: str) -> list[Heard]:
    """The words of `line`, each but "." a concept of its own name; "a~t" says "a" through the defined term "t" at the word before it."""
    every: list[Heard] = []
    at = -1
    for word in line.split():
        concept, _, term = word.partition("~")
        at += not term or at < 0
        if concept != ".":
            every.append(Heard(at, at + 1, concept, at * 10, at * 10 + 5, "own", term))
    return sorted(every)


def may_be_spoken(pattern: str, line: str) -> bool:
    steps = in_order(parse_pattern(pattern), UNPLACED)
    return can_stand(steps, mentioned(each for each in heard(line) if each.concept not in UNPLACED))


@pytest.mark.parametrize(
    ("pattern", "line", "may"),
    [
        ("{a} … {b}", "a . b", True),
        ("{a} … {b}", "b . a", False),
        ("{a} …2 {b}", "a . . . b", False),
        ("{a} …1 {b} …1 {c}", "a b . . a b c", True),
        ("{a} …1 {b} …1 {c}", "a b . . b . c", False),
        ("{a} {d} {b}", "a . . b", True),
        ("{a} {d} {b}", "b . . a", False),
        ("{a} & {b}", "b . . a", True),
        ("({a} {b}|{c})", "b a", False),
        ("{a} {b}", ". a~purpose b~purpose", True),
        ("{a} {b}", ". a~purpose b~price", False),
    ],
)
def test_what_is_out_of_order_or_too_far_away_is_not_looked_at_further(pattern: str, line: str, *, may: bool) -> None:
    assert may_be_spoken(pattern, line) == may


def test_a_noun_of_work_may_be_anybodys_until_the_unit_is_read() -> None:
    steps = in_order(parse_pattern(f"{{a}} {{{CREATORS_WORK}}}"), UNPLACED)

    assert can_stand(steps, mentioned(heard(f"a {WORK_NOUN}")))
    assert not can_stand(steps, mentioned(heard("a .")))


steps_of_patterns = st.sampled_from(["{a}", "{b}", "{c}", "{d}", "…", "…2", "…90", "&", "[{a}]", "({a}|{b} {c})", "{a|b|d}"])
words = st.sampled_from(["a", "b", "c", "d", ".", "a~t", "b~t", "c~u"])


@given(st.lists(steps_of_patterns, min_size=1, max_size=9).map(" ".join), st.lists(words, max_size=60).map(" ".join))
def test_whatever_is_spoken_is_looked_at(pattern: str, line: str) -> None:
    try:
        parsed = parse_pattern(pattern)
        spoken = is_spoken(parsed, ByConcept(heard(line)), Steps())
    except (PatternMistake, OutOfSteps):
        return
    if spoken:
        assert may_be_spoken(pattern, line)
