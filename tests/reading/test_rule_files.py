"""The rules folder becomes a rulebook, from the files or from what was made of them, and every mistake is told with its place."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from builders import GRAMMAR, IDEAS
from contract_registry.core.rules.check import assemble
from contract_registry.errors import InvalidRules
from contract_registry.reading.rule_files import COMPILED, compile_rule_files, compiled_files, load_rulebook, read_rule_files
from contract_registry.reading.yaml_lines import NotReadable, load_yaml

RULE = """\
schema: 1
id: common.waiver
version: 1
title: Moral rights given up
status: trial
family: moral
type: moral-waiver-general
severity: high
looks_for:
  any_of:
    - '{gives-up} … {moral-rights}'
why: It hurts.
unless:
  second: [b]
  first: [a]
"""
CASES = """\
schema: 1
rule: common.waiver
cases:
  - says: a waiver is found
    text: "You waive your moral rights."
    finds: ["moral rights"]
  - says: no is left alone
    text: "no"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one rule, its cases, a pack and a vocabulary."""
    write(tmp_path / "packs/common/pack.yaml", 'schema: 1\nid: common\ntitle: Tests\nversion: "1"\ndate: 2026-01-01\n')
    write(tmp_path / "packs/common/waiver.yaml", RULE)
    write(tmp_path / "packs/common/waiver.cases.yaml", CASES)
    words = {"schema": 1, "language": "en", "version": 1, "concepts": {**GRAMMAR, **IDEAS}}
    write(tmp_path / "vocabulary/en/words.yaml", json.dumps(words))
    return tmp_path


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def complaints(folder: Path) -> list[str]:
    return [str(complaint) for complaint in read_rule_files(folder)[1]]


def test_a_folder_becomes_a_rulebook(folder: Path) -> None:
    rulebook = load_rulebook(folder)

    assert [rule.id for rule in rulebook.rules] == ["common.waiver"]
    assert rulebook.date == "2026-01-01"


def test_each_file_is_known_for_what_it_is(folder: Path) -> None:
    files, _ = read_rule_files(folder)

    assert [(file.name, file.form, file.pack, file.stem) for file in files] == [
        ("packs/common/pack.yaml", "pack", "common", "pack"),
        ("packs/common/waiver.cases.yaml", "cases", "common", "waiver"),
        ("packs/common/waiver.yaml", "rule", "common", "waiver"),
        ("vocabulary/en/words.yaml", "vocabulary", "en", "words"),
    ]


def test_a_mistake_is_told_with_file_line_and_field(folder: Path) -> None:
    write(folder / "packs/common/waiver.yaml", RULE.replace("severity: high", "severity: grave"))

    assert complaints(folder)[0].startswith("packs/common/waiver.yaml:8: severity: is 'grave'; it must be 'critical'")


def test_a_missing_field_is_told_at_the_head_of_the_file(folder: Path) -> None:
    write(folder / "packs/common/waiver.yaml", RULE.replace("title: Moral rights given up\n", ""))

    assert complaints(folder) == ["packs/common/waiver.yaml:1: title: is missing; it is needed here."]


def test_every_file_is_told_of_and_not_only_the_first(folder: Path) -> None:
    write(folder / "packs/common/waiver.yaml", "no yaml: at: all")
    write(folder / "packs/common/pack.yaml", "")

    with pytest.raises(InvalidRules) as wrong:
        load_rulebook(folder)

    assert [complaint.file for complaint in wrong.value.complaints] == ["packs/common/pack.yaml", "packs/common/waiver.yaml"]


def test_a_file_that_is_not_utf8_is_told(folder: Path) -> None:
    (folder / "packs/common/waiver.yaml").write_bytes(RULE.encode("utf-16"))

    assert "is not text in UTF-8. Save it again with the encoding UTF-8." in complaints(folder)[0]


@pytest.mark.parametrize("name", ["packs/common/other.yml", "packs/loose.yaml", "packs/common/deeper/rule.yaml", "vocabulary/words.yml"])
def test_a_file_where_nobody_looks_is_told(folder: Path, name: str) -> None:
    write(folder / name, RULE)

    assert [f"{name}: the file: is not read from where it stands." in complaint for complaint in complaints(folder)] == [True]


def test_a_folder_without_rules_is_no_rulebook(tmp_path: Path) -> None:
    with pytest.raises(InvalidRules, match="holds no rules"):
        load_rulebook(tmp_path)


def test_what_was_made_of_the_files_is_read_in_their_place(folder: Path) -> None:
    files, _ = read_rule_files(folder)
    write(folder / COMPILED, compile_rule_files(folder, files))

    compiled = compiled_files(folder)

    assert [(file.name, file.data) for file in compiled] == [(file.name, file.data) for file in files]
    assert assemble(compiled)[0] == assemble(files)[0]
    assert [named.name for named in load_rulebook(folder).rules[0].unless] == ["second", "first"]


@pytest.mark.parametrize("text", ["", "not json", "[]", '{"sources": "", "files": []}'])
def test_what_was_made_of_other_files_is_left_aside(folder: Path, text: str) -> None:
    write(folder / COMPILED, text)

    assert compiled_files(folder) is None
    assert len(load_rulebook(folder).rules) == 1


def test_a_change_of_any_file_is_noticed(folder: Path) -> None:
    write(folder / COMPILED, compile_rule_files(folder, read_rule_files(folder)[0]))
    write(folder / "packs/common/waiver.yaml", RULE.replace("It hurts.", "It hurts a lot."))

    assert compiled_files(folder) is None
    assert compiled_files(folder, even_if_behind=True) is not None
    assert load_rulebook(folder).rules[0].why == "It hurts a lot."


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("a: 1\nb:\n- {gives-up} … x\n- y\n", 3, "the text begins with {, so it must stand in quotes"),
        ("a:\n- *{uses} x", 2, "the text begins with *"),
        ("a: & b", 1, "the text begins with &"),
        ("a: [b] c", 1, "the text begins with ["),
        ("a: release: found", 1, "a colon followed by a space"),
        ("a:\n\tb: 1", 2, "a tab"),
        ('a: 1\nb: "open\nc: 2\n', 2, "a quotation mark is opened and not closed"),
        ("why: one\nb: 2\nwhy: two", 3, "'why' stands twice"),
        ("a:\n  b: 1\n c: 2", 3, "indentation"),
        ("- &x [*x]", 1, "refers to itself"),
    ],
)
def test_text_that_is_no_yaml_is_told_in_plain_words(text: str, line: int, says: str) -> None:
    with pytest.raises(NotReadable, match=says.replace("[", r"\[").replace("*", r"\*").replace("{", r"\{")) as wrong:
        load_yaml(text)

    assert wrong.value.line == line


def test_words_stay_words_and_dates_stay_as_written() -> None:
    data, lines = load_yaml("a: no\nb: yes\nc: 2026-01-01\nd: true\ne: [1, x]\nf:\n  g: off\n")

    assert data == {"a": "no", "b": "yes", "c": "2026-01-01", "d": True, "e": [1, "x"], "f": {"g": "off"}}
    assert (lines[("c",)], lines[("e", 1)], lines[("f", "g")]) == (3, 5, 7)
