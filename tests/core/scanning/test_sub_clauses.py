"""A long sentence is heard in each of its sub-clauses, and a quote holds all of the words that decided."""

from __future__ import annotations

from hearing import scanned

LONG = " ".join(["and so on as it may be said or not"] * 5)


def quotes(text: str) -> list[str]:
    return [finding.quote.of(text) for finding in scanned(text).findings]


def test_each_sub_clause_of_a_long_sentence_in_which_a_rule_speaks_is_found() -> None:
    text = f"The Author shall {LONG}; the Author waives all moral rights; and shall {LONG}; and the Author waives all moral rights in the Sequel."

    assert quotes(text) == ["the Author waives all moral rights;", "and the Author waives all moral rights in the Sequel."]


def test_a_sentence_that_is_quoted_whole_is_found_once() -> None:
    text = "The Author waives all moral rights; and the Author waives all moral rights in the Sequel."

    assert quotes(text) == [text]


def test_words_that_decide_together_across_sub_clauses_are_quoted_together() -> None:
    text = f"The Author shall {LONG}; the Author waives (i) any claims; (ii) all moral rights; and the Author shall {LONG} {LONG}."

    assert quotes(text) == ["the Author waives (i) any claims; (ii) all moral rights;"]
