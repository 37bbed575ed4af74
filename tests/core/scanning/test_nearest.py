"""How near a pattern came: what is missing, in the wrong order, or too far apart."""

from __future__ import annotations

import pytest

from contract_registry.core.rules.patterns import parse_pattern
from contract_registry.core.scanning.matching import ByConcept
from contract_registry.core.scanning.nearest import missed
from contract_registry.core.scanning.units import Heard


def near(pattern: str, line: str) -> tuple[str, str] | None:
    """The kind of miss and what it is about, in a unit whose every word is a concept of its own name."""
    said = ByConcept(tuple(Heard(at, at + 1, word, at, at + 1, "own") for at, word in enumerate(line.split()) if word != "."))
    found = missed(parse_pattern(pattern), said)
    if found is None:
        return None
    apart = f"{found.apart.first.concept} {found.apart.words}>{found.apart.allowed} {found.apart.second.concept}" if found.apart else ""
    return found.kind, apart or " ".join("/".join(sorted(step)) for step in found.missing)


@pytest.mark.parametrize(
    ("pattern", "line", "says"),
    [
        ("{a} … {b}", "a b", None),
        ("{a} & {b}", "b a", None),
        ("{a} … {b}", "a", ("words", "b")),
        ("{a} … {b|c}", "a", ("words", "b/c")),
        ("{a} … {b} … {c}", "b", ("words", "a c")),
        ("{a} … {b}", "b a", ("order", "")),
        ("{a} …2 {b}", "a . . . . b", ("gap", "a 4>2 b")),
        ("{a} {b}", "a . b", ("gap", "a 1>0 b")),
        ("{a} …2 {b}", "a . . . a . . . b", ("gap", "a 3>2 b")),
        ("{a} {b} …1 {c}", "a b . . . c", ("gap", "b 3>1 c")),
        ("({a} {b}|{a} …1 {c})", "a . . c", ("gap", "a 2>1 c")),
        ("[{a}] {b}", "b", None),
        ("{a} & {b}", "a", ("words", "b")),
        ("{a} & {b} {c}", "c b a", ("order", "")),
    ],
)
def test_the_nearest_miss_is_told(pattern: str, line: str, says: tuple[str, str] | None) -> None:
    assert near(pattern, line) == says


def test_what_is_out_of_order_came_nearer_than_what_is_missing() -> None:
    said = ByConcept((Heard(0, 1, "b", 0, 1, "own"), Heard(1, 2, "a", 2, 3, "own")))
    order, words = missed(parse_pattern("{a} … {b}"), said), missed(parse_pattern("{a} … {c}"), said)

    assert order.nearness > words.nearness
