"""The tree of phrases: every phrase is found where it stands and nowhere else, folded or not, written down and read again or not."""

from __future__ import annotations

import json
from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

from contract_registry.core.scanning.language import Words
from contract_registry.core.scanning.matchers import PhraseFinder, Tokens
from contract_registry.core.scanning.phrase_tree import ANY, PhraseTree, folded, grown, tree_of

WORDS = Words()
PHRASES = [
    ("waives", "en", ("waives", "gives up", "gives up all")),
    ("waives", "fr", ("renonce à",)),
    ("renounces", "en", ("gives up",)),
    ("=free", ANY, ("free of charge",)),
]
_WORD = st.sampled_from(["gives", "up", "all", "rights", "moral", "renonce", "à", "free", "of", "charge"])
_PHRASE = st.lists(_WORD, min_size=1, max_size=4).map(" ".join)
_ENTRY = st.tuples(st.sampled_from("abc"), st.sampled_from(["en", "fr", ANY]), st.lists(_PHRASE, max_size=6).map(tuple))


def heard(tree: PhraseTree, text: str, languages: Iterable[str] = ("en",)) -> set[tuple[str, frozenset[str]]]:
    """What is found in `text`: the words, and what they speak of."""
    tokens = Tokens()
    tokens.add(WORDS(text), 0)
    found = PhraseFinder(tree, languages)(tokens).said()
    return {(text[tokens.starts[each.first] : tokens.ends[each.last - 1]], frozenset(each.concepts)) for each in found}


def test_words_are_found_with_all_that_they_speak_of() -> None:
    tree = grown(WORDS, PHRASES)
    assert heard(tree, "He gives up all, free of charge.") == {
        ("gives up", frozenset({"waives", "renounces"})),
        ("gives up all", frozenset({"waives"})),
        ("free of charge", frozenset({"=free"})),
    }


def test_a_phrase_of_another_language_is_not_heard_but_plain_words_of_patterns_are() -> None:
    tree = folded(grown(WORDS, PHRASES))
    assert heard(tree, "renonce à tout, free of charge, gives up", ["fr"]) == {
        ("renonce à", frozenset({"waives"})),
        ("free of charge", frozenset({"=free"})),
    }


def test_a_folded_tree_is_smaller() -> None:
    every = [("a", "en", tuple(f"{one} {other} rights" for one in ("all", "any", "the") for other in ("moral", "legal", "other")))]
    assert len(folded(grown(WORDS, every)).says) == 4
    assert len(grown(WORDS, every).says) == 22


@given(st.lists(_ENTRY, max_size=8), st.lists(_WORD, max_size=12).map(" ".join), st.sets(st.sampled_from(["en", "fr"])))
def test_folding_and_writing_down_change_nothing_that_is_heard(
    phrases: list[tuple[str, str, tuple[str, ...]]], text: str, languages: set[str]
) -> None:
    tree = grown(WORDS, phrases)
    small = folded(tree)
    again = tree_of(json.loads(json.dumps(small.plain())))
    there = heard(tree, text, languages)
    assert heard(small, text, languages) == there
    assert heard(again, text, languages) == there
    said = {name for name, language, ways in phrases for way in ways if language in {ANY, *languages} and f" {way} " in f" {text} "}
    assert {name for _, names in there for name in names} == said


@given(st.lists(_ENTRY, max_size=8), st.lists(_WORD, max_size=12))
def test_every_phrase_is_found_wherever_its_words_stand_in_a_row(phrases: list[tuple[str, str, tuple[str, ...]]], words: list[str]) -> None:
    said = {(name, tuple(way.split())) for name, language, ways in phrases if language in {"en", ANY} for way in ways}
    stands = {(at, at + len(way), name) for name, way in said for at in range(len(words)) if tuple(words[at : at + len(way)]) == way}
    tokens = Tokens()
    tokens.add(WORDS(" ".join(words)), 0)
    found = PhraseFinder(grown(WORDS, phrases), ["en"])(tokens).said()
    assert {(each.first, each.last, name) for each in found for name in each.concepts} == stands
    assert [each[:2] for each in found] == sorted(each[:2] for each in found)
