"""Phrases are multiplied out into plain ones, within bounds, whatever somebody writes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contract_registry.core.rules.vocabulary import MOST_PHRASES, PhraseMistake, expand, phrases_of


@pytest.mark.parametrize(
    ("phrase", "plain"),
    [
        ("moral rights", ["moral rights"]),
        ("Droit  Moral", ["droit moral"]),
        ("(any|all) rights?", ["any rights", "any right", "all rights", "all right"]),
        ("not (be |)bound", ["not be bound", "not bound"]),
        ("(sole )?owner", ["sole owner", "owner"]),
        ("((a|b) c|d)", ["a c", "b c", "d"]),
        ("one|two", ["one", "two"]),
        ("(|)", []),
    ],
)
def test_choices_are_multiplied_out(phrase: str, plain: list[str]) -> None:
    assert list(expand(phrase)) == plain


@pytest.mark.parametrize(
    ("phrase", "says"),
    [
        ("(any|all rights", "not closed"),
        ("(" * 3000, "8 deep"),
        ("any) rights", "closes too early"),
        ("(a|b)" * 12, f"more than {MOST_PHRASES}"),
    ],
)
def test_a_mistake_names_the_phrase_and_what_is_wrong(phrase: str, says: str) -> None:
    with pytest.raises(PhraseMistake, match=says) as mistake:
        expand(phrase)

    assert mistake.value.phrase == phrase


@given(st.text(alphabet="ab (|)?", max_size=80) | st.text(max_size=40))
def test_expanding_never_blows_up(phrase: str) -> None:
    try:
        plain = expand(phrase)
    except PhraseMistake:
        return
    assert len(plain) <= MOST_PHRASES
    assert len(set(plain)) == len(plain)
    assert all(text == " ".join(text.split()) and text for text in plain)


def test_verbs_and_nouns_take_their_forms_in_english_alone() -> None:
    assert phrases_of(["waive"], ["right"], ["so be it"], inflect=True) == (
        "waive",
        "waives",
        "waived",
        "waiving",
        "right",
        "rights",
        "so be it",
    )
    assert phrases_of(["céder"], ["droit"], [], inflect=False) == ("céder", "droit")


def test_a_phrase_said_twice_stands_once() -> None:
    assert phrases_of(["license"], ["license"], ["license"], inflect=True).count("license") == 1
