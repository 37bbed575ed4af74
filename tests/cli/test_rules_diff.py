"""`contract-registry rules diff`: what a change of rules would change on contracts at hand."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest


@pytest.fixture
def new(rules: Path, tmp_path: Path) -> Path:
    """A copy of the rules, to be changed."""
    return Path(shutil.copytree(rules, tmp_path / "new"))


@pytest.fixture
def docs(contract: Path, harmless: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "documents"
    folder.mkdir()
    shutil.copy(contract, folder / "contract.txt")
    shutil.copy(harmless, folder / "harmless.txt")
    return folder


@pytest.fixture
def diff(command, rules: Path, new: Path, docs: Path):
    return lambda *more: command("rules", "diff", rules, new, docs, *more)


def change(rules: Path, old: str, new: str) -> None:
    path = rules / "packs" / "common" / "waiver.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def another_rule(rules: Path) -> None:
    waiver = (rules / "packs" / "common" / "waiver.yaml").read_text(encoding="utf-8")
    text = waiver.replace("common.waiver", "common.late").replace("moral-waiver-general", "terms-late-payment")
    text = text.replace("family: moral", "family: terms").replace("waives … moral rights", "within 30 days")
    (rules / "packs" / "common" / "late.yaml").write_text(text, encoding="utf-8")
    cases = "schema: 1\nrule: common.late\ncases:\n- {says: a fee, text: Paid within 30 days., finds: [within 30 days]}\n"
    cases += "- {says: none, text: Paid at once., finds: []}\n"
    (rules / "packs" / "common" / "late.cases.yaml").write_text(cases, encoding="utf-8")


def test_rules_that_say_the_same_change_nothing(diff, new: Path) -> None:
    change(new, "why: You would no longer be named.", "why: Nobody would know that it is yours.")

    assert diff() == (0, "2 documents compared: nothing changes.\n", "")


def test_what_came_is_told_by_rule_and_in_its_sentence(diff, new: Path) -> None:
    another_rule(new)

    said = diff()

    words = " ".join(said.out.split())
    assert said.status == 1
    assert "common.late 1" in words
    assert (
        "+ came high · terms-late-payment common.late@1 · Clause 2.1, “Payment” The fee of £400 is paid »within 30 days« of invoice."
        in words
    )
    assert words.endswith("1 document of 2: 1 came, 0 went, 0 changed.")
    assert "harmless.txt" not in said.out


def test_what_went_is_told_with_the_verdict(diff, new: Path) -> None:
    change(new, "waives … moral rights", "keeps … moral rights")

    words = " ".join(diff().out.split())

    assert "Verdict: ask first → fine" in words
    assert "- went high · moral-waiver-general" in words


def test_a_change_of_severity_is_told_as_such(diff, new: Path) -> None:
    change(new, "severity: high", "severity: critical")

    words = " ".join(diff().out.split())

    assert "~ changed critical · moral-waiver-general" in words
    assert "severity: high → critical" in words
    assert "0 came, 0 went, 1 changed." in words


def test_the_way_back_is_the_way_there_turned_round(command, rules: Path, new: Path, docs: Path) -> None:
    another_rule(new)
    change(new, "severity: high", "severity: low")

    there = json.loads(command("rules", "diff", rules, new, docs, "--format", "json").out)
    back = json.loads(command("rules", "diff", new, rules, docs, "--format", "json").out)

    for one, other in zip(there["documents"], back["documents"], strict=True):
        assert (one["came"], one["went"]) == (other["went"], other["came"])
        assert [each["before"] for each in one["changed"]] == [each["after"] for each in other["changed"]]


def test_changes_can_be_read_by_a_program(diff, rules: Path, new: Path) -> None:
    change(new, "severity: high", "severity: low")

    told = json.loads(diff("--format", "json").out)
    (changed,) = told["documents"][0]["changed"]

    assert told["changed"] is True
    assert told["old"]["folder"] == str(rules)
    assert told["rules"] == [{"rule": "common.waiver", "came": 0, "went": 0, "changed": 1}]
    assert changed["aspects"] == ["severity"]
    quote, start = changed["before"]["quote"], changed["before"]["start"]
    assert quote[changed["before"]["focus"][0] - start : changed["before"]["focus"][1] - start] == "waives all moral rights"


def test_a_file_that_cannot_be_read_does_not_end_the_run(diff, new: Path, docs: Path) -> None:
    (docs / "empty.txt").write_bytes(b"")
    another_rule(new)

    said = diff()

    assert said.status == 2
    assert "empty.txt:Thisfileisempty." in "".join(said.err.split())
    assert "1 document of 2: 1 came, 0 went, 0 changed; 1 could not be read." in " ".join(said.out.split())


def test_rules_that_make_no_rulebook_are_told_with_their_folder(command, rules: Path, new: Path, docs: Path) -> None:
    change(new, "title: Moral rights given up\n", "")

    said = command("rules", "diff", rules, new, docs)

    assert said.status == 2
    assert f"{new / 'packs/common/waiver.yaml'}:1: title: is missing" in said.err
    assert command("rules", "diff", rules, docs / "none", docs).status == 64
