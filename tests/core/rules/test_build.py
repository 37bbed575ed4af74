"""The values the scanner works with are made from files alone, the same from the same files."""

from __future__ import annotations

from builders import a_rule, a_rulebook, a_vocabulary
from contract_registry.core.rules.build import build_rulebook, build_vocabulary, fingerprint_of


def test_text_written_over_several_lines_flows() -> None:
    rule = a_rule("{gives-up}", why="It\n  hurts\n", questions=["Why\nso?"], wording={"ideal": "Keep\nit."})

    assert (rule.why, rule.questions, rule.wording.ideal) == ("It hurts", ("Why so?",), "Keep it.")


def test_each_kind_of_rule_knows_what_it_is() -> None:
    assert a_rule("{gives-up}").kind == "pattern"
    assert a_rule("#days", threshold={"unit": "days", "at_least": 45}).kind == "threshold"
    assert a_rule(combines={"all_of": [["moral:*"], ["ai:*"]]}).kind == "combination"
    assert a_rule(absent={"no_words": ["reversion"]}).kind == "absence"


def test_exceptions_keep_their_names_and_their_order() -> None:
    rule = a_rule("{gives-up}", unless={"second": ["b"], "first": ["a", "c"]})

    assert [(each.name, [pattern.text for pattern in each.patterns]) for each in rule.unless] == [("second", ["b"]), ("first", ["a", "c"])]


def test_a_concept_may_be_spread_over_languages_and_includes_are_followed_to_the_end() -> None:
    english = a_vocabulary(
        letting_go={"includes": ["all-of-it"]}, all_of_it={"phrases": ["everything"], "includes": ["letting-go", "gives-up"]}
    )
    french = {
        "language": "fr",
        "concepts": {"gives-up": {**english["concepts"]["gives-up"], "verbs": [], "nouns": [], "phrases": ["cède"], "act": ""}},
    }

    vocabulary = build_vocabulary([english, french])

    assert vocabulary["gives-up"].phrases["fr"] == ("cède",)
    assert vocabulary["gives-up"].act == "gives"
    assert "waives" in vocabulary["letting-go"].phrases["en"]
    assert "everything" in vocabulary["letting-go"].phrases["en"]


def test_the_same_parts_in_another_order_make_the_same_rulebook() -> None:
    one, other = a_rule("{gives-up}", id="common.one"), a_rule("{assigns}", id="common.other")

    assert a_rulebook(one, other) == a_rulebook(other, one)
    assert a_rulebook(one).fingerprint != a_rulebook(one, other).fingerprint


def test_a_rulebook_is_another_when_a_word_of_its_vocabulary_is() -> None:
    assert a_rulebook().fingerprint != a_rulebook(ghosts={"nouns": ["ghost"]}).fingerprint


def test_a_rulebook_of_nothing_has_no_date() -> None:
    assert build_rulebook([], [], []).date == ""


def test_the_fingerprint_is_of_what_is_said_and_not_of_its_order() -> None:
    assert fingerprint_of({"a": 1, "b": 0}) == fingerprint_of({"b": 0, "a": 1, "version": 7, "status": "trial"})
    assert fingerprint_of({"at_least": 0}) != fingerprint_of({"at_least": None})


def test_a_rule_is_found_by_its_id() -> None:
    rulebook = a_rulebook(a_rule("{gives-up}", id="common.one"))

    assert rulebook.rule("common.one").id == "common.one"
    assert rulebook.rule("common.two") is None
