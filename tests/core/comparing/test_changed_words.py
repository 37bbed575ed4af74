"""The words that are marked: what is left when they are taken out says the same in both editions."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contract_registry.core.comparing.changed_words import changed_words
from contract_registry.core.comparing.wording import Word, letters_of, words_of
from contract_registry.core.text import Span


def words(text: str) -> tuple[Word, ...]:
    return words_of(text, Span(0, len(text)), {})


def marks(old: str, new: str) -> tuple[list[str], list[str]]:
    ours, theirs = changed_words(words(old), words(new))
    return [span.of(old) for span in ours], [span.of(new) for span in theirs]


@pytest.mark.parametrize(
    ("old", "new", "gone", "came"),
    [
        ("The fee is paid in thirty days.", "The fee is paid in ninety days.", ["thirty"], ["ninety"]),
        ("You may use the Work.", "You may not use the Work.", [], ["not"]),
        ("You may, with consent, use it.", "You may use it.", ["with consent"], []),
        ("a licence for the book of the film", "a licence for any use of a game", ["the book of the film"], ["any use of a game"]),
        ("The Work, in print.", "the work in PRINT", [], []),
    ],
)
def test_the_words_that_differ_are_marked(old: str, new: str, gone: list[str], came: list[str]) -> None:
    assert marks(old, new) == (gone, came)


SENTENCES = st.lists(st.sampled_from("the author may not use work of this and any other".split()), max_size=14).map(" ".join)


def unmarked(every: Sequence[Word], marked: Sequence[Span]) -> list[Word]:
    return [word for word in every if not any(span.start <= word.start < span.end for span in marked)]


@given(SENTENCES, SENTENCES)
def test_without_the_marked_words_both_say_the_same(old: str, new: str) -> None:
    ours, theirs = changed_words(words(old), words(new))

    assert letters_of(unmarked(words(old), ours)) == letters_of(unmarked(words(new), theirs))


@given(SENTENCES, SENTENCES)
def test_marks_are_the_same_both_ways(old: str, new: str) -> None:
    assert changed_words(words(old), words(new)) == changed_words(words(new), words(old))[::-1]


@given(SENTENCES)
def test_nothing_is_marked_where_nothing_differs(text: str) -> None:
    assert changed_words(words(text), words(text.upper())) == ((), ())
