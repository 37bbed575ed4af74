"""The signs of a sentence: words, pairs, what stands near the sides, what carries into it."""

from __future__ import annotations

from contract_registry.core.scanning.second_reader.sentence import Sentence
from contract_registry.core.scanning.second_reader.signs import MOST_BEFORE, signs_of, words_of


def test_words_and_pairs_are_signs_whatever_their_capitals() -> None:
    assert signs_of(Sentence("All Rights")) == {"all", "rights", "all rights", "~0"}


def test_numbers_are_alike_and_marks_are_words() -> None:
    assert words_of("§ 12 (non-exclusive), 30%") == ["§", "#", "(", "non", "-", "exclusive", ")", ",", "#", "%"]


def test_what_carries_into_a_sentence_is_told_from_its_own_words() -> None:
    signs = signs_of(Sentence("print it", before="never"))

    assert "^never" in signs
    assert "never" not in signs


def test_only_the_last_words_before_a_sentence_are_signs() -> None:
    signs = signs_of(Sentence("print", before=f"first {'word ' * MOST_BEFORE}"))

    assert "^word" in signs
    assert "^first" not in signs


def test_a_sides_neighbours_are_known_by_their_beginnings_and_by_which_side_they_stand_on() -> None:
    signs = signs_of(Sentence("creator grants a licence to company"))

    assert {"creator>grant", "licen<company", "creator>licen"} <= signs
    assert "creator>a" not in signs
    assert "creator<grant" not in signs


def test_the_length_is_told_in_dozens_of_words() -> None:
    assert {sign for words in (3, 30, 300) for sign in signs_of(Sentence("word " * words)) if sign.startswith("~")} == {"~0", "~2", "~5"}
