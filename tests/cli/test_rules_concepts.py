"""`contract-registry rules concepts`, as somebody asks who looks for the idea behind the words of a contract."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

WORDS = """\
schema: 1
language: en
version: 1
concepts:
  no-pay:
    means: Work that nobody pays for
    phrases: ["free of charge", "without (any |)payment"]
  hands-over:
    act: gives
    verbs: ["hand over"]
  file:
    nouns: ["layered file"]
    but_not: ["court files?"]
"""
GERMAN = "schema: 1\nlanguage: de\nversion: 1\nconcepts:\n  no-pay: {phrases: [unentgeltlich]}\n"


@pytest.fixture
def spoken(rules: Path) -> Path:
    """The small folder of rules with two vocabularies, and a rule that uses them."""
    for language, text in (("en", WORDS), ("de", GERMAN)):
        (rules / "vocabulary" / language).mkdir()
        (rules / "vocabulary" / language / "words.yaml").write_text(text, encoding="utf-8")
    rule = rules / "packs" / "common" / "waiver.yaml"
    rule.write_text(rule.read_text(encoding="utf-8").replace("['waives …", "['{no-pay}', 'waives …"), encoding="utf-8")
    return rules


def test_the_concepts_of_a_sentence_are_told_in_its_order_with_all_an_author_needs(command, spoken) -> None:
    told = " ".join(command("rules", "concepts", "She hands over layered files", "free of charge.", "--rules", spoken).out.split())

    assert told.startswith("Heard in these words: {hands-over} Means nobody has written it down yet")
    assert "Heard “hands over” Also “hand over”" in told
    assert "Act gives (its doer gives the right away) File vocabulary/en/words.yaml:8 (en) Rules 0 rules" in told
    assert "{no-pay} Means Work that nobody pays for Heard “free of charge” Also “without any payment”, “without payment”" in told
    assert "File vocabulary/de/words.yaml:5, vocabulary/en/words.yaml:5 (de, en) Rules 1 rule, such as common.waiver" in told


def test_a_concept_whose_other_phrases_or_meaning_hold_the_words_is_told_after_them(command, spoken) -> None:
    by_phrase = " ".join(command("rules", "concepts", "any payment", "--rules", spoken).out.split())
    by_meaning = " ".join(command("rules", "concepts", "nobody pays", "--rules", spoken).out.split())

    assert by_phrase.startswith("No concept is heard in these words. These speak of them: {no-pay}")
    assert "Says “without any payment”" in by_phrase
    assert "{no-pay}" in by_meaning


def test_words_that_do_not_mean_a_concept_are_not_heard_as_it(command, spoken) -> None:
    assert "Heard in these words" not in command("rules", "concepts", "court files", "--rules", spoken).out


def test_words_that_no_concept_says_are_told_what_to_do(command, spoken) -> None:
    said = command("rules", "concepts", "xylophone", "--rules", spoken)

    assert said.status == 0
    assert said.out.startswith("No concept says these words, or speaks of them. Write them as plain words in a pattern, or add a concept")


def test_without_words_every_concept_is_listed_with_what_it_means(command, spoken) -> None:
    lines = command("rules", "concepts", "--rules", spoken).out.splitlines()

    assert [line.split()[0] for line in lines] == ["{file}", "{hands-over}", "{no-pay}"]
    assert "Work that nobody pays for" in lines[2]


def test_a_look_up_can_be_read_by_a_program(command, spoken) -> None:
    told = json.loads(command("rules", "concepts", "Unentgeltlich", "--rules", spoken, "--format", "json").out)

    assert [(each["name"], each["found_by"], each["languages"]) for each in told["heard"]] == [("no-pay", ["Unentgeltlich"], ["de", "en"])]
    assert told["heard"][0]["phrases"]["de"] == ["unentgeltlich"]
    assert told["near"] == []
