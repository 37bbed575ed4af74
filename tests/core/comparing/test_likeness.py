"""How alike two sentences are, against the count by the book, and which are worth a look."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from contract_registry.core.comparing.likeness import candidates, common, likeness

WORDS = st.lists(st.sampled_from("abcd"), max_size=10)


def by_the_book(old: list[str], new: list[str]) -> int:
    best = [[0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i, one in enumerate(old):
        for j, other in enumerate(new):
            best[i + 1][j + 1] = best[i][j] + 1 if one == other else max(best[i][j + 1], best[i + 1][j])
    return best[-1][-1]


@given(WORDS, WORDS)
def test_the_words_in_common_are_counted_right(old: list[str], new: list[str]) -> None:
    assert common(old, new) == by_the_book(old, new)


@given(WORDS, WORDS)
def test_likeness_is_the_same_both_ways(old: list[str], new: list[str]) -> None:
    assert likeness(old, new) == likeness(new, old)


def test_likeness_runs_from_nothing_to_all() -> None:
    assert likeness("a b c".split(), "d e".split()) == 0
    assert likeness("a b c".split(), "a b c".split()) == 1
    assert likeness([], []) == 1


def test_the_sentence_that_shares_most_is_looked_at() -> None:
    old = ["the author waives all moral rights".split()]
    new = ["the fee is paid".split(), "the author irrevocably waives all moral rights".split(), "the author is named".split()]

    assert next(candidates(old, new)) == (0, 1)
    assert (0, 0) not in set(candidates(old, new))
