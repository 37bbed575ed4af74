"""The reader's scores: whole hundredths, moved by the signs that were learnt and by no others."""

from __future__ import annotations

from contract_registry.core.scanning.second_reader.sentence import Sentence
from second_readers import a_second_reader

EVEN = {"ai": 0.5, "buyout": 0.5, "moral": 0.5}


def test_a_sentence_without_a_known_sign_is_judged_by_inclination_alone() -> None:
    assert a_second_reader({"ai": 0.02, "buyout": 0.3, "moral": 0.97}).scores(Sentence("")) == {"ai": 0.02, "buyout": 0.3, "moral": 0.97}


def test_signs_speak_for_and_against() -> None:
    reader = a_second_reader(EVEN, {"waives": (0, 0, 3_000), "never waives": (0, 0, -6_000)})

    assert reader.scores(Sentence("The Author waives it."))["moral"] == 0.95
    assert reader.scores(Sentence("The Author never waives it."))["moral"] == 0.11
    assert reader.scores(Sentence("The Author never waives it."))["buyout"] == 0.5


def test_a_sign_said_twice_counts_once() -> None:
    reader = a_second_reader(EVEN, {"waives": (0, 0, 1_000)})

    assert reader.scores(Sentence("waives, waives, waives")) == reader.scores(Sentence("waives"))


def test_scores_stay_between_nothing_and_one_whatever_was_learnt() -> None:
    reader = a_second_reader(EVEN, {"a": (10**9, -(10**9), 0)})

    assert reader.scores(Sentence("a")) == {"ai": 1.0, "buyout": 0.0, "moral": 0.5}


def test_a_type_is_told_by_the_signs_that_speak_for_it_among_those_of_its_family() -> None:
    types = {"moral-a": {"lets go": 900}, "moral-b": {"waives": 1_000}, "ai-c": {"waives": 5_000}}
    reader = a_second_reader(EVEN, {"waives": (0, 0, 1_000), "lets go": (0, 0, 1_000)}, types=types)

    assert reader.type_of(Sentence("The Author waives it."), "moral") == "moral-b"
    assert reader.type_of(Sentence("The Author lets go of it."), "moral") == "moral-a"
    assert reader.type_of(Sentence("The Author waives it."), "buyout") == ""


def test_the_signs_that_speak_for_harm_are_told_the_strongest_first() -> None:
    reader = a_second_reader(EVEN, {"waives": (0, 0, 1_000), "it": (0, 0, 2_000), "author": (0, 0, -3_000)})

    assert reader.strongest(Sentence("The Author waives it."), "moral") == ["it", "waives"]
