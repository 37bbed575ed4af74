"""A pattern means exactly what its flat sequences mean, and every mistake in one is told in words."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from contract_registry.core.rules.patterns import GAP, MOST_SEQUENCES, Pattern, PatternMistake, parse_pattern


def shape(pattern: Pattern) -> str:
    """The pattern written out: parts joined by &, alternatives by |, each step as its concepts with the gap before it."""
    return " & ".join(" | ".join(" ".join(_step(step) for step in steps) for steps in part) for part in pattern.parts)


def _step(step: object) -> str:
    names = "/".join(sorted(step.concepts))
    return f"{'*' if step.is_act else ''}{f'…{step.gap} ' if step.gap else ''}{names}"


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("{gives-up} … {moral-rights}", f"gives-up …{GAP} moral-rights"),
        ("{gives-up} ... {moral-rights}", f"gives-up …{GAP} moral-rights"),
        ("{gives-up} …5 {moral-rights}", "gives-up …5 moral-rights"),
        ("{gives-up} {moral-rights}", "gives-up moral-rights"),
        ("{moral-rights} & {gives-up}", "moral-rights & gives-up"),
        ("free of {moral-rights}", "=free of moral-rights"),
        ("Moral Rights", "=moral rights"),
        ("rights? revert", "=rights revert | =right revert"),
        ("({assigns}|{grants}) {all-rights}", "assigns/grants all-rights"),
        ("(give up|{waives}) {all-rights}", "=give up/waives all-rights"),
        ("({assigns} to|{grants}) {all-rights}", "assigns =to all-rights | grants all-rights"),
        ("[irrevocably] {assigns}", "=irrevocably assigns | assigns"),
        ("{assigns|grants} {all-rights}", "assigns/grants all-rights"),
        ("within #days", "=within #days"),
        ("*{uses} … {work}", f"*uses …{GAP} work"),
        ("… {uses} …", "uses"),
        ("a … b … c", f"=a …{GAP} =b …{GAP} =c"),
        ("[{uses} …] {work}", f"uses …{GAP} work | work"),
    ],
)
def test_a_pattern_means_its_flat_sequences(text: str, means: str) -> None:
    assert shape(parse_pattern(text)) == means


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "is empty"),
        ("   ", "is empty"),
        ("{gives-up", "cannot read '{gives-up'"),
        ("gives-up} … x", "cannot read '} … x'"),
        ("({uses}", "is not closed"),
        ("[{uses}", "is not closed"),
        ("{uses})", "closed too early"),
        ("a licen(c|s)e", "inside a word"),
        ("{Gives up}", "not the name of a concept"),
        ("{}", "not the name of a concept"),
        ("within #weeks", "#weeks is not a quantity"),
        ("*", "nothing stands after the star"),
        ("…", "can be empty"),
        ("[{uses}]", "can be empty"),
        ("{a} & ", "can be empty"),
        ("a …999 b", "…999 in 'a …999 b' is too wide"),
        ("((((((((({a})))))))))", "more than 8 deep"),
        (" ".join(["[{a}]"] * 7) + " b", f"more than {MOST_SEQUENCES} sequences"),
    ],
)
def test_a_mistake_is_told_in_words(text: str, says: str) -> None:
    with pytest.raises(PatternMistake, match=says.replace("(", r"\(").replace("}", r"\}").replace("{", r"\{")):
        parse_pattern(text)


def test_a_pattern_knows_its_concepts_and_its_plain_words() -> None:
    pattern = parse_pattern("free of {moral-rights} within #days")

    assert pattern.concepts == {"=free of", "moral-rights", "=within", "#days"}
    assert pattern.literals == {"free of", "within"}


@given(st.text(alphabet="ab {}()[]|&*?….#0123456789-", max_size=60) | st.text(max_size=40))
@example("(" * 3000 + "a" + ")" * 3000)
@example("a? " * 40)
@example("a?" * 20)
@example("a…" + "9" * 6000)
def test_any_text_is_a_pattern_or_a_mistake(text: str) -> None:
    try:
        pattern = parse_pattern(text)
    except PatternMistake:
        return
    assert pattern.parts
    assert all(part and all(steps for steps in part) for part in pattern.parts)
    assert all(len(part) <= MOST_SEQUENCES for part in pattern.parts)
