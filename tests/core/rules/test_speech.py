"""Rules judge no people, promise no safety, are not surer of the law than anybody can be, and can be read at once."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contract_registry.core.rules.speech import LONGEST_SAID, law_spoken_of, mistakes_in, sentences

WORD = st.text("abcdefghij", min_size=1, max_size=8)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("This is a predatory clause.", "judges people"),
        ("Predators use it.", "judges people"),
        ("Then it is safe to sign.", "promises safety"),
        ("There is nothing to worry about.", "promises safety"),
        ("It is 95 % fair.", "gives a score"),
        ("It is 80% safe.", "gives a score"),
        ("They would lose in court.", "surer than anybody can be"),
        ("That is definitely so.", "surer than anybody can be"),
        ("Use of artificial- intelligence systems.", "breaks a word at its hyphen"),
    ],
)
def test_words_that_are_never_used_are_named_with_the_reason(text: str, why: str) -> None:
    assert [why in problem for problem, _ in mistakes_in(text)] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "The Company pays 50% of the Fee on signature.",
        "Is my credit safe if I leave early?",
        "Do not sign this on set: ask for time.",
        "Which fee is guaranteed if you switch to AI?",
        "Pre- and post-production are paid for.",
    ],
)
def test_words_that_only_look_alike_are_left_alone(text: str) -> None:
    assert list(mistakes_in(text)) == []


def test_a_sentence_that_is_too_long_is_told_by_its_beginning() -> None:
    assert list(mistakes_in("One two three four five six. " + "word " * 31)) == [
        ('has a sentence of 31 words ("word word word word word …").', f"Make two of it; {LONGEST_SAID} words are the most.")
    ]


@given(st.lists(st.lists(WORD, min_size=1, max_size=40), min_size=1, max_size=5))
def test_sentences_are_counted_one_by_one(spoken: list[list[str]]) -> None:
    text = " ".join(f"{' '.join(words)}." for words in spoken)

    assert len(sentences(text)) == len(spoken)
    assert sum("has a sentence of" in problem for problem, _ in mistakes_in(text)) == sum(len(words) > LONGEST_SAID for words in spoken)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("In Spain this is void.", "void"),
        ("The law gives you interest.", "The law"),
        ("It cannot be enforced.", "cannot be enforced"),
        ("Ask for a lawyer.", ""),
        ("To avoid that, ask.", ""),
    ],
)
def test_what_says_what_the_law_makes_of_it_is_heard(text: str, words: str) -> None:
    assert law_spoken_of(text) == words
