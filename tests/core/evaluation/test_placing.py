"""A quote is found by its letters, whatever stands between them, and led back to the very words."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from contract_registry.core.evaluation.placing import Placed, letters_of, overlapping
from contract_registry.core.text import Span

WORD = st.text("abcxyzé0", min_size=1, max_size=6)
BETWEEN = st.sampled_from([" ", "\n", "  ", "-\n", " **", "_ ", "\u00a0", "* ", " > ", "\u00ad", ", ", " #"])


@pytest.mark.parametrize(
    "text",
    [
        "You **waive** all moral rights.",
        "You waive all\n> moral  rights.",
        "You waive all mo-\nral rights.",
        "YOU WAIVE ALL MORAL RIGHTS.",
        "You [waive](https://example.com/waive_all) all moral rights.",
        "You waive all moral\u00a0rights.",
        "You waive all&nbsp;moral&NBSP;rights.",
        "You waive all “moral” rights.",
    ],
)
def test_markup_white_space_hyphens_and_capitals_make_no_difference(text: str) -> None:
    (found,) = Placed(text).spans("waive all moral rights")

    assert found.of(text).lower().startswith("waive")
    assert found.of(text).lower().endswith("rights")


def test_ligatures_and_their_letters_are_the_same() -> None:
    assert Placed("the ﬁrst ofﬁce").spans("first office") == (Span(4, 14),)


def test_every_place_counts() -> None:
    assert Placed("a b, a b").places("ab") == (Span(0, 2), Span(2, 4))


@pytest.mark.parametrize("quote", ["", "…", "waives nothing"])
def test_words_that_are_not_there_have_no_place(quote: str) -> None:
    assert Placed("You waive all moral rights.").places(quote) == ()


@given(st.lists(WORD, min_size=3, max_size=12), st.lists(BETWEEN, min_size=24, max_size=24), st.data())
def test_words_are_found_again_however_they_are_set(words: list[str], between: list[str], data: st.DataObject) -> None:
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, len(words) - 1))
    text = "".join(f"{word}{gap}" for word, gap in zip(words, between, strict=False))
    quote = "".join(f"{word}{gap}" for word, gap in zip(words[first : last + 1], between[12:], strict=False))

    placed = Placed(text)

    begin = sum(len(word) for word in words[:first])
    assert Span(begin, begin + sum(len(word) for word in words[first : last + 1])) in placed.places(quote)
    assert all(letters_of(span.of(text)) == letters_of(quote) for span in placed.spans(quote))


@given(st.text())
@example("e\u0301[a](b\u0301)e\u0301")
@example("İstanbul ΑΣ ﬃ ½ ẛ̣")
def test_every_letter_knows_where_it_came_from(text: str) -> None:
    letters = letters_of(text)
    spans = Placed(text).spans(letters)

    assert bool(spans) == bool(letters_of(letters))
    assert all(0 <= span.start < span.end <= len(text) for span in spans)


def test_places_overlap_when_they_share_a_character() -> None:
    assert overlapping([Span(0, 2)], [Span(5, 6), Span(1, 3)])
    assert not overlapping([Span(0, 2)], [Span(2, 3)])
    assert not overlapping([], [Span(0, 9)])
