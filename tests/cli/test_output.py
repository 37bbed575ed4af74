"""What is written can be shown where it is written to."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contract_registry.cli.output import screen_of, showable


@given(st.text(), st.sampled_from(["utf-8", "cp1252", "cp437", "ascii", "shift_jis"]))
def test_whatever_is_written_can_be_encoded(text: str, encoding: str) -> None:
    showable("".join(letter for letter in text if not 0xD800 <= ord(letter) < 0xE000), encoding).encode(encoding)


def test_quotation_marks_and_lines_stay_readable_on_an_old_code_page() -> None:
    assert showable("“Moral rights” ┌──┐ »waives«", "ascii") == '"Moral rights" +--+ >waives<'
    assert showable("“Moral rights” »waives«", "cp437") == '"Moral rights" »waives«'


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("environment", "colour"),
    [({}, True), ({"NO_COLOR": "1"}, False), ({"NO_COLOR": ""}, True), ({"TERM": "dumb"}, False)],
)
def test_colour_is_for_terminals_that_want_it(environment: dict[str, str], colour: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "TERM", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)

    assert screen_of(Terminal()).colour is colour
    assert screen_of(Terminal(), no_colour=True).colour is False
    assert screen_of(io.StringIO()).colour is False


def test_a_pipe_is_eighty_columns_wide(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)

    assert screen_of(io.StringIO()).width == 80
