"""Letters as anyone would type them, each with the place it came from."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contract_registry.reading.letters import evened, is_plain, plain


@pytest.mark.parametrize(
    ("printed", "typed"),
    [
        ("of\ufb01ce", "office"),
        ("a\u00a0right  to\tprint ", "a right to print"),
        ("non\u2011exclusive", "non-exclusive"),
        ("\uf0b7 print", "• print"),
        ("cafe\u0301", "café"),
        ("the\u200b Work\ufeff", "the Work"),
        ("a\u00adb", "ab"),
        ("now\u037e then", "now; then"),
        ("\x07bell", "bell"),
        ("\ud83d\ude00", "\U0001f600"),
        ("half \ud83d", "half \ufffd"),
        ("Straße “x” – 5 €", "Straße “x” – 5 €"),
    ],
)
def test_what_is_printed_becomes_what_would_be_typed(printed: str, typed: str) -> None:
    assert "".join(letter for letter, _ in plain(printed)) == typed


@given(st.text())
def test_every_letter_kept_has_a_place_in_what_was_printed_and_places_never_go_back(printed: str) -> None:
    places = [at for _, at in plain(printed) if at >= 0]

    assert places == sorted(places)
    assert all(at < len(printed) for at in places)


@given(st.text(min_size=1))
def test_what_is_plain_stays_as_it_is(printed: str) -> None:
    even = evened(printed)

    assert len(even) == len(printed)
    if is_plain(even):
        assert "".join(letter for letter, _ in plain(printed)) == even


@given(st.text())
def test_what_was_made_plain_is_plain(printed: str) -> None:
    typed = "".join(letter for letter, _ in plain(printed))

    assert "  " not in typed
    assert typed == typed.strip(" ")
