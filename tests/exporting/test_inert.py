"""Contract text on a screen commands nothing."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from contract_registry.exporting.inert import inert


@given(st.text(st.characters(exclude_categories=())))
def test_nothing_that_commands_a_terminal_is_left(text: str) -> None:
    shown = inert(text)

    assert not any(unicodedata.category(letter) in {"Cc", "Cs"} for letter in shown)
    shown.encode("utf-8")


@given(st.text(st.characters(categories=("L", "M", "N", "P", "S"))))
def test_letters_of_every_script_stay_as_they_are(text: str) -> None:
    assert inert(text) == text.replace("\ufffe", "�")


def test_an_escape_sequence_is_shown_and_not_obeyed() -> None:
    assert inert("\x1b[31mred\x9b0m") == "�[31mred�0m"


def test_a_turned_line_is_turned_back() -> None:
    assert inert("pay \u202efdp.exe\u202c now") == "pay fdp.exe now"


def test_line_breaks_are_spaces() -> None:
    assert inert("a\nb\tc\u2028d") == "a b c d"
