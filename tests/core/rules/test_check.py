"""Rule files make a rulebook together, or every complaint says file, line, field and what to do."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from builders import a_vocabulary, rule_data
from contract_registry.core.rules.check import assemble
from contract_registry.core.rules.rule_file import RuleFile
from contract_registry.core.rules.schema import checked
from contract_registry.core.rules.template import family_of, new_cases_text, new_rule_text
from contract_registry.reading.yaml_lines import load_yaml

PACK = RuleFile(
    "packs/common/pack.yaml",
    "pack",
    "common",
    "pack",
    checked("pack", {"schema": 1, "id": "common", "title": "Tests", "version": "1", "date": "2026-01-01"})[0],
)
WORDS = RuleFile("vocabulary/en/words.yaml", "vocabulary", "en", "words", a_vocabulary())
FOUND = {"says": "it is found", "text": "You waive your moral rights.", "finds": ["moral rights"]}
LEFT_ALONE = {"says": "it is left alone", "text": "You keep them."}


def a_rule_file(*patterns: str, stem: str = "test", lines: dict | None = None, **more: object) -> RuleFile:
    data = rule_data(*patterns, **{"id": f"common.{stem}", **more})
    return RuleFile(f"packs/common/{stem}.yaml", "rule", "common", stem, checked("rule", data)[0], lines or {})


def cases_file(*cases: dict[str, object], stem: str = "test", rule: str = "") -> RuleFile:
    data = {"schema": 1, "rule": rule or f"common.{stem}", "cases": list(cases or (FOUND, LEFT_ALONE))}
    return RuleFile(f"packs/common/{stem}.cases.yaml", "cases", "common", stem, checked("cases", data)[0])


def complaints(*files: RuleFile, unread: Iterable[str] = ()) -> list[str]:
    return [str(complaint) for complaint in assemble([PACK, WORDS, *files], set(unread))[1]]


def test_files_that_are_right_make_a_rulebook() -> None:
    rulebook, wrong = assemble([PACK, WORDS, a_rule_file("{gives-up} … {moral-rights}"), cases_file()])

    assert wrong == []
    assert [rule.id for rule in rulebook.rules] == ["common.test"]
    assert rulebook.date == "2026-01-01"


@pytest.mark.parametrize(
    ("rule", "says"),
    [
        (a_rule_file("{gives-upp} … {moral-rights}"), "speaks of {gives-upp}, which no vocabulary has. Did you mean {gives-up}?"),
        (a_rule_file("{gives-up} … {unicorns}"), "Add it to a file in clause_rules/vocabulary/"),
        (a_rule_file("gives-up … {moral-rights}", flow="any"), "reads gives-up as plain words. A concept stands in braces: {gives-up}."),
        (a_rule_file("{gives-up", flow="any"), "looks_for.any_of.0: cannot read '{gives-up'"),
        (a_rule_file("{gives-up}", unless={"a": "(x"}), "unless.a.0: a '(' is not closed"),
        (a_rule_file("{gives-up}", "{gives-up}"), "holds '{gives-up}' twice"),
        (a_rule_file("{gives-up}", threshold={"unit": "days", "at_least": 45}), "threshold.unit: no pattern holds #days."),
        (a_rule_file("{moral-rights}"), "is from creator, but no concept of its patterns has an `act`"),
        (a_rule_file("{gives-up}", id="common.other"), "is 'common.other', but the file is common/test.yaml. Call it common.test."),
        (
            a_rule_file("{gives-up}", status="retired", superseded_by="common.tset"),
            "is common.tset, which is no rule here. Did you mean common.test?",
        ),
        (
            a_rule_file("{gives-up}", title="Say in a few plain words what the clause does"),
            "title: still holds the words a new rule begins with",
        ),
    ],
)
def test_a_rule_that_speaks_of_what_is_not_there_is_told_so(rule: RuleFile, says: str) -> None:
    assert any(says in complaint for complaint in complaints(rule, cases_file()))


def test_a_complaint_points_at_the_line_of_the_field() -> None:
    rule = a_rule_file("{gives-up}", "{unicorns}", lines={(): 1, ("looks_for",): 9, ("looks_for", "any_of", 1): 12})

    assert complaints(rule, cases_file())[0].startswith("packs/common/test.yaml:12: looks_for.any_of.1: speaks of {unicorns}")


@pytest.mark.parametrize(
    ("cases", "says"),
    [
        (cases_file(FOUND), "has no case that the rule leaves alone"),
        (cases_file(LEFT_ALONE), "has no case that the rule finds"),
        (cases_file({**FOUND, "finds": ["Moral rights"]}, LEFT_ALONE), "holds 'Moral rights', which is not in the text of the case"),
        (cases_file(FOUND, {**FOUND, "finds": []}), "says what another case says"),
        (cases_file(FOUND, {**LEFT_ALONE, "excused_by": "agreed"}), "is agreed, which is no exception of the rule. Under `unless`: none."),
        (cases_file(rule="common.other"), "is 'common.other', but it stands beside common.test. Write common.test."),
    ],
)
def test_cases_that_cannot_hold_are_told_so(cases: RuleFile, says: str) -> None:
    assert any(says in complaint for complaint in complaints(a_rule_file("{gives-up}"), cases))


def test_a_case_is_found_or_excused_and_not_both() -> None:
    rule = a_rule_file("{gives-up}", unless={"agreed": "with consent"})

    assert any(
        "cannot stand beside `finds`" in each for each in complaints(rule, cases_file({**FOUND, "excused_by": "agreed"}, LEFT_ALONE))
    )


def test_a_rule_needs_cases_and_cases_a_rule() -> None:
    assert "has no cases beside it (test.cases.yaml)" in complaints(a_rule_file("{gives-up}"))[0]
    assert "stands beside no rule" in complaints(cases_file())[0]


SPEAKS = {"says": "it speaks", "text": "Moral rights.", "speaks": True}
SILENT = {"says": "it is silent", "text": "Moral rights.", "speaks": False}


def a_combination(*cases: dict[str, object]) -> list[str]:
    rule = a_rule_file(combines={"all_of": [["moral:*"], ["ai:*"]]}, stem="both")
    return complaints(rule, cases_file(*cases, stem="both")) if cases else complaints(rule)


def test_a_rule_without_words_has_cases_that_say_whether_it_speaks() -> None:
    assert a_combination(SPEAKS, SILENT) == []
    assert "has no cases beside it (both.cases.yaml)" in a_combination()[0]
    assert "has no case that the rule leaves alone" in a_combination(SPEAKS)[0]
    assert "Say `speaks: true` or `speaks: false`" in a_combination(SPEAKS, SILENT, LEFT_ALONE)[0]
    assert "Say `speaks: true` or `speaks: false`" in a_combination(SPEAKS, SILENT, {**LEFT_ALONE, "finds": ["You"]})[0]
    assert any(
        "is for rules without words of their own" in each for each in complaints(a_rule_file("{gives-up}"), cases_file(FOUND, SILENT))
    )


def test_retired_rules_need_no_cases() -> None:
    assert complaints(a_rule_file("{gives-up}", status="retired", known_misfires=["it was too eager"])) == []


def test_ids_are_never_shared() -> None:
    twice = complaints(
        a_rule_file("{gives-up}"), a_rule_file("{gives-up}", stem="other", id="common.test"), cases_file(), cases_file(stem="other")
    )

    assert any("common.test is already the id of packs/common/test.yaml" in each for each in twice)


def test_a_combination_is_warned_of_a_name_that_is_all_but_a_type() -> None:
    rule, cases = a_rule_file("{gives-up}", type="moral-waiver-general"), cases_file()
    combination = a_rule_file(combines={"all_of": [["moral-waiver-generel"], ["ai-not-written-yet"]]}, stem="both")
    beside = cases_file(SPEAKS, SILENT, stem="both")

    assert [each.partition(": ")[2] for each in complaints(rule, cases, combination, beside)] == [
        "combines.all_of: names moral-waiver-generel, which no rule finds. Did you mean moral-waiver-general?"
    ]


def test_a_phrase_written_wrongly_is_found_in_its_list() -> None:
    broken = a_vocabulary(odd={"phrases": ["fine", "(not closed"]})
    words = RuleFile("vocabulary/en/odd.yaml", "vocabulary", "en", "odd", broken, {("concepts", "odd", "phrases", 1): 7})

    assert complaints(words)[0].startswith(
        "vocabulary/en/odd.yaml:7: concepts.odd.phrases.1: '(not closed' has a bracket that is not closed."
    )


def test_what_a_concept_does_not_mean_is_multiplied_out_too() -> None:
    letters = "(a|b|c|d|e|f|g|h)"
    broken = a_vocabulary(odd={"phrases": ["fine"], "but_not": ["not fine", f"{letters} {letters} {letters} {letters}"]})
    words = RuleFile("vocabulary/en/odd.yaml", "vocabulary", "en", "odd", broken, {("concepts", "odd", "but_not", 1): 9})

    said = complaints(words)

    assert len(said) == 1
    assert said[0].startswith("vocabulary/en/odd.yaml:9: concepts.odd.but_not.1: ")
    assert "more than 512 phrases; split it" in said[0]


@pytest.mark.parametrize(
    ("concept", "says"),
    [
        ({"means": "nothing"}, "has no words"),
        ({"includes": ["moral-right"]}, "includes moral-right, which no vocabulary has. Did you mean {moral-rights}?"),
    ],
)
def test_a_concept_says_something_that_is_there(concept: dict[str, object], says: str) -> None:
    words = RuleFile("vocabulary/en/odd.yaml", "vocabulary", "en", "odd", a_vocabulary(odd=concept))

    assert any(says in each for each in complaints(words))


def test_what_shows_a_sector_is_known_and_belongs_to_one() -> None:
    data = {
        "schema": 1,
        "id": "common",
        "title": "x",
        "version": "1",
        "date": "2026-01-01",
        "shown_by": {"ideas": ["gives-up", "giving-up"]},
    }
    pack = RuleFile("packs/common/pack.yaml", "pack", "common", "pack", checked("pack", data)[0])

    assert [each.split(": ", 1)[1] for each in complaints(pack)] == [
        "shown_by: shows the sector of a pack that is for everybody. Say `sectors`, or leave it out.",
        "shown_by.ideas: names giving-up, which no vocabulary has. Did you mean {gives-up}?",
    ]


def a_list_of_types(**implies: list[str]) -> RuleFile:
    listed = {name.replace("_", "-"): {"title": name, "means": name, "implies": others} for name, others in implies.items()}
    return RuleFile("types.yaml", "types", "", "types", checked("types", {"schema": 1, "types": listed})[0])


def test_a_type_implies_others_of_its_family_that_are_in_the_list() -> None:
    sound = a_list_of_types(moral_test=["moral-part"], moral_part=[])

    assert complaints(sound) == []
    assert assemble([PACK, WORDS, sound], set())[0].types["moral-test"].implies == {"moral-part"}
    assert "moral-prat, which is not in types.yaml" in complaints(a_list_of_types(moral_test=["moral-prat"], moral_part=[]))[0]
    assert "a type implies others of its family" in complaints(a_list_of_types(moral_test=["ai-part"], ai_part=[]))[0]
    assert "a type implies others of its family" in complaints(a_list_of_types(moral_test=["moral-test"]))[0]


def test_what_a_type_implies_makes_another_rulebook() -> None:
    with_it, without = (assemble([PACK, WORDS, a_list_of_types(moral_test=each, moral_part=[])], set())[0] for each in (["moral-part"], []))

    assert with_it.fingerprint != without.fingerprint


def test_a_concept_may_hold_only_what_others_that_include_it_do_not_mean() -> None:
    data = a_vocabulary(**{"the-format": {"but_not": ["ai files?"]}, "machines": {"nouns": ["ai"], "includes": ["the-format"]}})
    words = RuleFile("vocabulary/en/odd.yaml", "vocabulary", "en", "odd", data)

    rulebook, wrong = assemble([PACK, words])

    assert wrong == []
    assert rulebook.vocabulary["machines"].but_not["en"] == ("ai files", "ai file")


def test_a_pack_is_called_like_its_folder_and_includes_what_is_there() -> None:
    data = {"schema": 1, "id": "musik", "title": "Music", "version": "1", "date": "2026-01-01", "includes": ["comon"]}
    pack = RuleFile("packs/music/pack.yaml", "pack", "music", "pack", checked("pack", data)[0])

    assert [each.split(": ", 1)[1] for each in complaints(pack)] == [
        "id: is 'musik', but its folder is music. Write music.",
        "includes: includes comon, which is not here. Packs here: common, musik.",
    ]


def test_nothing_is_said_that_only_follows_from_another_mistake() -> None:
    assert complaints(cases_file(), unread=["packs/common/test.yaml"]) == []
    assert complaints(a_rule_file("{gives-up}"), unread=["packs/common/test.cases.yaml"]) == []
    assert complaints(a_rule_file("{unicorns}"), cases_file(), unread=["vocabulary/en/unicorns.yaml"]) == []
    assert complaints(a_rule_file("{gives-up"), cases_file()) == [
        "packs/common/test.yaml: looks_for.any_of.0: cannot read '{gives-up' in '{gives-up'; a concept stands in braces, {like-this}."
    ]


@pytest.mark.parametrize(
    "type_name", ["moral-waiver-general", "ai-training-express", "buyout-x", "terms-portfolio-ban", "protect-portfolio"]
)
def test_what_a_new_rule_begins_with_is_right_at_once(type_name: str) -> None:
    data, lines = load_yaml(new_rule_text("common.new", type_name, family_of(type_name)))
    cases, _ = load_yaml(new_cases_text("common.new"))
    rule, wrong = checked("rule", data)

    assert wrong == []
    assert (
        complaints(
            RuleFile("packs/common/new.yaml", "rule", "common", "new", rule, lines),
            RuleFile("packs/common/new.cases.yaml", "cases", "common", "new", checked("cases", cases)[0]),
        )
        == []
    )
