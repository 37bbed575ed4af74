"""`contract-registry rules`, as somebody types it who writes rules and has never programmed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest


@pytest.fixture
def locked(rules: Path, command) -> Path:
    """A folder of rules in perfect order."""
    assert command("rules", "lock", "--rules", rules).status == 0
    return rules


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def rule_of(rules: Path, name: str = "waiver") -> Path:
    return rules / "packs" / "common" / f"{name}.yaml"


def tried_out(command, rules: Path) -> str:
    return command("rules", "test", "portfolio-ban", "--rules", rules).out


def test_rules_in_order_are_told_so_in_one_line(command, locked) -> None:
    assert command("rules", "check", "--rules", locked) == (0, "1 rule, 2 cases, 0 concepts: all is well.\n", "")


def test_what_is_wrong_is_told_with_file_line_field_and_what_to_do(command, locked) -> None:
    change(rule_of(locked), "any_of: ['waives … moral rights']", "any_of: ['{waives} … moral rights']")
    change(rule_of(locked), "severity: high", "severity: High")

    said = command("rules", "check", "--rules", locked)

    assert said.status == 2
    assert said.out.splitlines() == [
        "packs/common/waiver.yaml:8: severity: is 'High'; it must be 'critical', 'high', 'medium', 'low' or 'info'.",
        "1 complaint.",
    ]


def test_what_is_wrong_can_be_read_by_an_editor(command, locked) -> None:
    change(rule_of(locked), "any_of: ['waives … moral rights']", "any_of: ['{waives} … moral rights']")

    said = command("rules", "check", "--rules", locked, "--format", "json")

    complaint = json.loads(said.out)["complaints"][0]
    assert (said.status, complaint["file"], complaint["line"], complaint["field"]) == (
        2,
        "packs/common/waiver.yaml",
        11,
        "looks_for.any_of.0",
    )


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (lambda rules: (rules / "rulebook.lock").unlink(), "rulebook.lock: the file: is missing. Run `contract-registry rules lock`."),
        (lambda rules: (rules / "rulebook.json").write_text("{}"), "rulebook.json: the file: is behind"),
        (
            lambda rules: change(rules / "schema/rule.schema.json", "severity", "gravity"),
            "schema/rule.schema.json: the file: is behind",
        ),
        (
            lambda rules: change(rule_of(rules), "version: 1", "version: 2"),
            "packs/common/waiver.yaml:3: version: is 2, and rulebook.lock has 1.",
        ),
        (lambda rules: change(rule_of(rules), "why: You", "why: Now you"), "version: is still 1, though what it says has changed"),
        (lambda rules: rule_of(rules, "waiver.cases").unlink(), "has no cases beside it (waiver.cases.yaml)"),
    ],
)
def test_nothing_that_is_made_from_the_rules_may_be_behind(spoil, says: str, command, locked) -> None:
    spoil(locked)

    said = command("rules", "check", "--rules", locked)

    assert said.status == 2
    assert says in said.out


def test_the_changelog_of_a_pack_has_a_line_on_every_rule_that_speaks(command, locked) -> None:
    changelog = locked / "packs" / "common" / "CHANGELOG.md"
    changelog.write_text("# Changes\n\n- new: weaver · Moral rights\n", encoding="utf-8")

    wrong = command("rules", "check", "--rules", locked)
    changelog.write_text("# Changes\n\n- update: waiver · Said in other words\n- new: waiver · Moral rights\n", encoding="utf-8")
    right = command("rules", "check", "--rules", locked)

    assert wrong.out.splitlines()[:2] == [
        "packs/common/CHANGELOG.md: waiver: speaks, and no line says that it came. Add `- new: waiver · Moral rights given up` under the newest version.",
        "packs/common/CHANGELOG.md:3: new: names weaver, which is no rule of this pack. Write the name of its file, without .yaml.",
    ]
    assert (wrong.status, right.status) == (2, 0)


def test_a_rule_that_is_retired_says_so_in_the_changelog_and_a_draft_need_not(command, locked) -> None:
    command("rules", "new", "common.layers", "--type", "terms-layers", "--rules", locked)
    change(rule_of(locked), "status: trial", "status: retired")
    (locked / "packs" / "common" / "CHANGELOG.md").write_text("- new: waiver · Moral rights\n", encoding="utf-8")

    told = [line for line in command("rules", "check", "--rules", locked).out.splitlines() if "CHANGELOG" in line]

    assert told == [
        "packs/common/CHANGELOG.md: waiver: is retired, and no line says so. Add `- retire: waiver · …` and say why, or what takes its place."
    ]


def test_a_rule_that_changed_without_a_new_version_is_not_locked(command, locked) -> None:
    before = (locked / "rulebook.lock").read_text(encoding="utf-8")
    change(rule_of(locked), "why: You", "why: Now you")

    said = command("rules", "lock", "--rules", locked)

    assert said.status == 2
    assert "Write version: 2, then run `contract-registry rules lock`." in said.err
    assert (locked / "rulebook.lock").read_text(encoding="utf-8") == before


def test_a_rule_with_a_new_version_is_locked_again(command, locked) -> None:
    change(rule_of(locked), "why: You", "why: Now you")
    change(rule_of(locked), "version: 1", "version: 2")

    assert command("rules", "lock", "--rules", locked).out.splitlines() == [
        "common.waiver 1 → 2",
        "rulebook.lock written",
        "rulebook.json written",
        "phrases.json written",
    ]
    assert command("rules", "lock", "--rules", locked).out == "Nothing has changed since the last lock.\n"
    assert command("rules", "check", "--rules", locked).status == 0


def test_cases_that_hold_are_counted(command, rules) -> None:
    assert command("rules", "test", "--rules", rules) == (0, "2 cases and 1 known misfire of 1 rule: all hold.\n", "")


def test_with_verbose_every_case_is_told(command, rules) -> None:
    said = command("rules", "test", "waiver", "--rules", rules, "-v")

    assert said.out.splitlines()[:2] == ["holds  common.waiver · a waiver is found", "holds  common.waiver · a fee is left alone"]


def test_a_case_that_fails_is_told_with_all_that_its_author_needs(command, rules) -> None:
    change(rule_of(rules, "waiver.cases"), "waives all moral rights", "keeps all moral rights")

    said = command("rules", "test", "moral-waiver-general", "--rules", rules)

    told = " ".join(said.out.split())
    assert said.status == 2
    assert "FAILS common.waiver · a waiver is found packs/common/waiver.cases.yaml:4" in told
    assert "Text The Author keeps all moral rights." in told
    assert 'Must · find "keeps all moral rights".' in told
    assert "Said nothing Because ·" in told
    assert "2 cases and 1 known misfire of 1 rule: 1 fails." in told


def test_a_misfire_that_is_mended_must_be_told_no_longer(command, rules) -> None:
    change(rule_of(rules), "The jester waives", "The jester keeps")

    said = command("rules", "test", "waiver", "--rules", rules)

    told = " ".join(said.out.split())
    assert said.status == 2
    assert "FAILS common.waiver · known misfire: A joke is found too. packs/common/waiver.yaml" in told
    assert "Must · leave `known_misfires` and become a case: the rule no longer finds the text." in told


def test_outcomes_can_be_read_by_a_program(command, rules) -> None:
    told = json.loads(command("rules", "test", "--rules", rules, "--format", "json").out)

    assert [(case["says"], case["speaks"], case["holds"]) for case in told["misfires"]] == [
        ("known misfire: A joke is found too.", True, True)
    ]
    assert [(case["rule"], case["holds"], case["said"]) for case in told["cases"]] == [
        ("common.waiver", True, ["The Author waives all moral rights."]),
        ("common.waiver", True, []),
    ]


@pytest.mark.parametrize("name", ["common.waiver", "waiver", "moral-waiver-general"])
def test_a_rule_is_shown_as_a_small_essay(name: str, command, rules) -> None:
    said = command("rules", "show", name, "--rules", rules)

    told = " ".join(said.out.split())
    assert said.status == 0
    for words in (
        "Moral rights given up",
        "Rule common.waiver, version 1 (trial: in use, not yet signed off)",
        "Severity high",
        "What it means You would no longer be named.",
        "Ask · Why is a waiver needed?",
        "Propose · Best: The Illustrator is named beside the Work. · Acceptable: The Illustrator is named in the book. · Walk away at: No name, for ever.",
        "In law · United Kingdom: under CDPA 1988, s.87, such a clause can stand. They may be waived in writing. (read, as at 2026-07)",
        "Known misfires · A joke is found too. It finds: »The jester waives his moral rights.«",
        "Read more · A union's guide",
        "Looks for · waives … moral rights",
        "Cases · a waiver is found: »The Author waives all moral rights.« finds »waives all moral rights«",
        "packs/common/waiver.yaml",
    ):
        assert words in told
    assert all(len(line) <= 80 or "/" in line for line in said.out.splitlines())


def test_a_rule_can_be_read_by_a_program(command, rules) -> None:
    rule = json.loads(command("rules", "show", "waiver", "--rules", rules, "--format", "json").out)["rules"][0]

    assert (rule["id"], rule["looks_for"]["flow"], rule["cases"][0]["says"]) == ("common.waiver", "any", "a waiver is found")


def test_pages_are_written_once_and_removed_with_their_rule(command, rules, tmp_path) -> None:
    folder = tmp_path / "pages"
    (folder / "types").mkdir(parents=True)
    (folder / "types" / "mine.md").write_text("Written by somebody else.", encoding="utf-8")

    assert command("rules", "pages", folder, "--rules", rules).out == f"3 pages written or removed. Begin with {folder / 'README.md'}.\n"
    assert command("rules", "pages", folder, "--rules", rules).out == f"Every page was up to date. Begin with {folder / 'README.md'}.\n"
    assert "packs/common/waiver.yaml" in (folder / "common" / "waiver.md").read_text(encoding="utf-8")

    change(rule_of(rules), "type: moral-waiver-general", "type: moral-consent-to-acts")
    assert command("rules", "pages", folder, "--rules", rules).out.startswith("4 pages written or removed.")
    assert sorted(path.name for path in folder.glob("types/*.md")) == ["mine.md", "moral-consent-to-acts.md"]


@pytest.mark.parametrize(
    ("into", "status", "says"), [("", 64, "is a file. Give the name of a folder"), ("/pages", 2, "Give the name of another folder.")]
)
def test_pages_that_cannot_be_written_are_told_so(into: str, status: int, says: str, command, rules, contract) -> None:
    said = command("rules", "pages", f"{contract}{into}", "--rules", rules)

    assert said.status == status
    assert says in said.err


def test_a_type_that_is_not_in_the_list_is_told_with_the_nearest(command, locked) -> None:
    (locked / "types.yaml").write_text(
        "schema: 1\ntypes:\n  moral-waiver-generally: {title: A waiver, means: You waive.}\n", encoding="utf-8"
    )

    said = command("rules", "check", "--rules", locked)

    assert "type: is moral-waiver-general, which is not in types.yaml. Nearest in it: moral-waiver-generally. A new type" in said.out


def test_a_rule_of_a_type_that_is_new_too_is_begun_and_told_how_types_are_added(command, locked) -> None:
    (locked / "types.yaml").write_text(
        "schema: 1\ntypes:\n  moral-waiver-general: {title: A waiver, means: You waive.}\n", encoding="utf-8"
    )

    new = command("rules", "new", "common.layers", "--type", "terms-layered-files", "--rules", locked)
    known = command("rules", "new", "common.other", "--type", "moral-waiver-general", "--rules", locked)

    assert new.status == 0
    assert "There is no type terms-layered-files in types.yaml. A new type is added to types.yaml with `title` and `means`" in new.out
    assert "once the union's rule editors agree to it" in new.out
    assert "types.yaml" not in known.out


def test_without_a_name_every_rule_is_listed(command, rules) -> None:
    assert "common.waiver@1" in command("rules", "show", "--rules", rules).out


@pytest.mark.parametrize("words", [["show", "waver"], ["test", "waver"]])
def test_a_name_nobody_knows_is_told_with_the_nearest(words: list[str], command, rules) -> None:
    said = command("rules", *words, "--rules", rules)

    assert said.status == 64
    assert "There is no rule or type 'waver'. Did you mean waiver" in said.err


def test_a_new_rule_is_in_order_at_once_and_its_test_says_what_to_do_next(command, locked) -> None:
    made = command("rules", "new", "common.portfolio-ban", "--type", "terms-portfolio-ban", "--rules", locked)
    checked = command("rules", "check", "--rules", locked)
    tried = command("rules", "test", "portfolio-ban", "--rules", locked)

    assert made.status == 0
    assert [Path(line).name for line in made.out.splitlines()[:2]] == ["portfolio-ban.yaml", "portfolio-ban.cases.yaml"]
    assert checked.out == "2 rules, 4 cases, 0 concepts: all is well.\n"
    assert tried.status == 2
    assert "Next for common.portfolio-ban: write your own sentences into packs/common/portfolio-ban.cases.yaml" in tried.out


def a_second_waiver(command, rules: Path, severity: str, of_type: str = "moral-waiver-attribution") -> None:
    command("rules", "new", "common.nameless", "--type", of_type, "--rules", rules)
    rule, cases = rule_of(rules, "nameless"), rule_of(rules, "nameless.cases")
    change(rule, "severity: medium", f"severity: {severity}")
    change(rule, "'the words to look for'", "'waives … to be named'")
    change(cases, "Put a sentence here that the rule must find.", "The Author waives all moral rights and the right to be named.")
    change(cases, '["the rule must find"]', '["the right to be named"]')


@pytest.mark.parametrize(
    ("of_type", "severity", "reports"),
    [
        pytest.param("moral-waiver-general", "medium", ", and reports the passage in it", id="milder, of the same type"),
        pytest.param("moral-waiver-general", "critical", "", id="graver"),
        pytest.param("moral-waiver-attribution", "medium", "", id="of a type that is told by itself"),
    ],
)
def test_other_rules_that_speak_on_the_words_of_the_cases_are_named(of_type: str, severity: str, reports: str, command, locked) -> None:
    a_second_waiver(command, locked, severity, of_type)

    told = " ".join(command("rules", "test", "nameless", "--rules", locked).out.split())
    form = json.loads(command("rules", "test", "nameless", "--rules", locked, "--format", "json").out)

    assert "all hold. Where common.nameless must speak, others do too:" in told
    assert f"· common.waiver “Moral rights given up” in 1 case{reports} " in told
    assert ("common.nameless is then told under “Also heard”" in told) == bool(reports)
    assert [(each["other"], each["cases"]) for each in form["neighbours"]] == [("common.waiver", ["the wording is found"])]


def test_a_rule_on_whose_words_no_other_speaks_is_told_of_none(command, rules) -> None:
    assert "others do too" not in command("rules", "test", "waiver", "--rules", rules).out


def test_cases_are_tried_where_the_essay_of_a_rule_that_should_speak_is_unwritten(command, locked) -> None:
    change(rule_of(locked), "title: Moral rights given up", "title: Say in a few plain words what the clause does")
    change(rule_of(locked), "questions: [Why is a waiver needed?]\n", "")

    tried = command("rules", "test", "waiver", "--rules", locked)
    checked = command("rules", "check", "--rules", locked)

    assert tried.status == 0
    assert "2 cases and 1 known misfire of 1 rule: all hold." in tried.out
    assert "its status is trial, and this is still to write in packs/common/waiver.yaml: `title` and `questions`." in tried.out
    assert {"title", "questions"} <= {line.split(": ")[1] for line in checked.out.splitlines()[:-1]}


def test_a_rule_that_is_unwritten_is_not_locked(command, locked) -> None:
    change(rule_of(locked), "title: Moral rights given up", "title: Say in a few plain words what the clause does")
    change(rule_of(locked), "version: 1", "version: 2")

    said = command("rules", "lock", "--rules", locked)

    assert (said.status, "title: still holds the words a new rule begins with. Write in a few words" in said.err) == (2, True)


def test_the_way_of_a_rule_from_its_first_case_to_its_lock(command, locked) -> None:
    command("rules", "new", "common.portfolio-ban", "--type", "terms-portfolio-ban", "--rules", locked)
    rule, cases = rule_of(locked, "portfolio-ban"), rule_of(locked, "portfolio-ban.cases")

    change(cases, "Put a sentence here that the rule must find.", "The Designer shall keep the Work out of any portfolio.")
    change(cases, '["the rule must find"]', '["out of any portfolio"]')
    change(cases, "Put a sentence here that looks alike and does no harm.", "Please send us your portfolio.")
    assert "Next for common.portfolio-ban: change the patterns" in command("rules", "test", "portfolio-ban", "--rules", locked).out

    change(rule, "'the words to look for'", "'keep … out of … portfolio'")
    every = "`title`, `why`, `questions`, `wording.ideal`, `wording.acceptable`, `wording.walk_away` and `legal_basis`."
    assert f"its cases hold, and this is still to write in packs/common/portfolio-ban.yaml: {every}" in tried_out(command, locked)

    change(rule, "Say in a few plain words what the clause does", "You may not show your work")
    change(rule, "Say here what the clause does to a person, in words that person would use.", "Nobody will know that it is yours.")
    change(rule, "What would you ask the other side?", "Why not?")
    missing = "`wording.ideal`, `wording.acceptable`, `wording.walk_away` and `legal_basis`."
    assert f"this is still to write in packs/common/portfolio-ban.yaml: {missing}" in tried_out(command, locked)

    wording = "wording:\n  ideal: The Designer may show the Work.\n  acceptable: Once it is out.\n  walk_away: Never.\n"
    change(rule, "# wording: ", f"{wording}no_legal_basis: It is for the contract to say.\n# ")
    assert "To let it speak, write `status: trial`" in command("rules", "test", "portfolio-ban", "--rules", locked).out

    change(rule, "status: draft", "status: trial")
    assert "common.portfolio-ban is not in rulebook.lock" in command("rules", "check", "--rules", locked).out
    assert "common.portfolio-ban 1 is new" in command("rules", "lock", "--rules", locked).out
    assert command("rules", "check", "--rules", locked).status == 0


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["portfolio", "--type", "terms-portfolio-ban"], "'portfolio' is no id of a rule"),
        (["common.Portfolio", "--type", "terms-portfolio-ban"], "is no id of a rule"),
        (["common.portfolio", "--type", "portfolio-ban"], "It begins with moral-, ai-, buyout-, terms- or protect-."),
        (["music.portfolio", "--type", "terms-portfolio-ban"], "There is no pack music"),
        (["common.waiver", "--type", "terms-portfolio-ban"], "The id common.waiver is taken"),
    ],
)
def test_a_rule_that_cannot_begin_is_told_why(words: list[str], says: str, command, rules) -> None:
    said = command("rules", "new", *words, "--rules", rules)

    assert said.status == 64
    assert says in said.err


def test_a_folder_that_makes_no_rulebook_says_why_whatever_is_asked(command, rules) -> None:
    change(rule_of(rules), "title: Moral rights given up\n", "")

    for words in (["test"], ["show", "waiver"], ["lock"]):
        said = command("rules", *words, "--rules", rules)
        assert (said.status, "packs/common/waiver.yaml:1: title: is missing" in said.err) == (2, True)


def test_cases_that_cannot_be_tried_are_told_so_after_what_is_wrong(command, rules) -> None:
    change(rule_of(rules), "title: Moral rights given up\n", "")

    lines = command("rules", "test", "--rules", rules).err.splitlines()

    assert lines[-1] == "No case was tried. Mend what is named above, then run `contract-registry rules test` again."


def test_the_shipped_rules_are_read_without_a_folder(command) -> None:
    assert "common.moral-waiver" in command("rules", "show", "common.moral-waiver").out
