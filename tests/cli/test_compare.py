"""`contract-registry compare`, as somebody types it."""

from __future__ import annotations

import io
import json
from pathlib import Path

import jsonschema
import pytest

from contract_registry.exporting.comparison_schema import comparison_schema

OLD = """\
ILLUSTRATION AGREEMENT

1. Delivery
1.1 The Illustrator delivers the drawings by 1 May 2027.

2. Payment
2.1 The fee of £400 is paid within 30 days of invoice.
"""
NEW = """\
ILLUSTRATION AGREEMENT

1. Moral rights
1.1 The Illustrator waives all moral rights in the Work.

2. Delivery
2.1 The Illustrator delivers the drawings by 1 June 2027.

3. Payment
3.1 The fee of £400 is paid within 30 days of invoice.
"""


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "2023.txt"
    path.write_text(OLD, encoding="utf-8")
    return path


@pytest.fixture
def new(tmp_path: Path) -> Path:
    path = tmp_path / "2024.txt"
    path.write_text(NEW, encoding="utf-8")
    return path


@pytest.fixture
def renumbered(tmp_path: Path) -> Path:
    path = tmp_path / "renumbered.txt"
    path.write_text(OLD.replace("2. Payment", "9. PAYMENT").replace("2.1", "9.1").replace("The fee of", "The  fee of"), encoding="utf-8")
    return path


def flowing(text: str) -> str:
    return " ".join(text.split())


def test_a_report_says_what_got_worse_and_ends_with_status_1(command, old, new, rules) -> None:
    said = command("compare", old, new, "--rules", rules)

    assert said.status == 1
    assert said.err == ""
    for words in ("WORSE", "1 point got worse.", "1. CAME · HIGH: Moral rights given up · Clause 1.1", "»waives all moral rights«"):
        assert words in flowing(said.out)


def test_what_got_better_ends_with_status_0(command, old, new, rules) -> None:
    said = command("compare", new, old, "--rules", rules)

    assert said.status == 0
    assert "1. GONE · HIGH: Moral rights given up" in flowing(said.out)


def test_new_numbers_and_layout_alone_are_no_change(command, old, renumbered, rules) -> None:
    said = command("compare", old, renumbered, "--rules", rules)

    assert said.status == 0
    assert "All sentences are the same" in flowing(said.out)


@pytest.mark.parametrize(("other", "is_quiet"), [("renumbered", True), ("new", False)])
def test_quiet_if_same_writes_only_what_changed(other: str, is_quiet: bool, command, old, rules, request, tmp_path: Path) -> None:
    path, report = request.getfixturevalue(other), tmp_path / "report.html"

    said = command("compare", old, path, "--rules", rules, "--quiet-if-same")
    command("compare", old, path, "--rules", rules, "--quiet-if-same", "--output", report)

    assert (said.out == "") == is_quiet
    assert report.exists() != is_quiet


def test_json_is_of_the_published_form(command, old, new, rules) -> None:
    said = command("compare", old, new, "--rules", rules, "--format", "json")

    form = json.loads(said.out)
    jsonschema.validate(form, comparison_schema())
    assert said.status == 1
    assert (form["old"]["document"]["name"], form["new"]["document"]["name"], form["verdict"]) == ("2023.txt", "2024.txt", "worse")
    assert [change["new"]["sentence"]["text"] for change in form["changes"]] == ["The Illustrator waives all moral rights in the Work."]


@pytest.mark.parametrize("options", [["--format", "html"], []], ids=["asked for", "by the name of the output"])
def test_a_page_is_written_where_it_was_asked_for(options: list[str], command, old, new, rules, tmp_path: Path) -> None:
    page = tmp_path / "reports" / "what changed.html"

    said = command("compare", old, new, "--rules", rules, "--output", page, *options)

    assert said.out == ""
    assert said.err == f"Worse: {page}\n"
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")


def test_two_files_of_one_name_are_told_apart_by_their_folders(command, old, new, rules, tmp_path: Path) -> None:
    for name, path in (("before", old), ("after", new)):
        (tmp_path / name).mkdir()
        path.rename(tmp_path / name / "terms.txt")

    said = command("compare", tmp_path / "before/terms.txt", tmp_path / "after/terms.txt", "--rules", rules)

    assert "before/terms.txt" in said.out.replace("\n", "").replace(" ", "")
    assert "after/terms.txt" in said.out.replace("\n", "").replace(" ", "")


def test_one_edition_may_come_on_standard_input(command, old, new, rules, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(new.read_bytes())))

    assert command("compare", old, "-", "--rules", rules).status == 1


def test_the_circumstances_are_taken_down(command, old, new, rules) -> None:
    options = ["--sector", "publishing", "--role", "illustrator", "--jurisdiction", "uk", "--as-of", "2026-03-31"]

    form = json.loads(command("compare", old, new, "--rules", rules, "--format", "json", *options).out)

    assert form["old"]["circumstances"] == form["new"]["circumstances"]
    assert form["new"]["circumstances"] == {"sector": "publishing", "role": "illustrator", "jurisdiction": "GB", "as_of": "2026-03-31"}


def test_each_file_that_cannot_be_read_is_told(command, new, rules, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty.pdf").touch()

    said = command("compare", "empty.pdf", "missing.pdf", "--rules", rules)

    assert said.status == 2
    assert said.out == ""
    assert "empty.pdf: This file is empty." in flowing(said.err)
    assert "There is no file at" in flowing(said.err)
    assert command("compare", "empty.pdf", new, "--rules", rules).status == 2


def test_in_json_errors_stand_in_place_of_the_comparison(command, old, rules, tmp_path: Path) -> None:
    said = command("compare", old, tmp_path / "missing.pdf", "--rules", rules, "--format", "json")

    form = json.loads(said.out)
    jsonschema.validate(form, comparison_schema())
    assert said.status == 2
    assert [(each["document"]["name"], each["error"]["kind"]) for each in form["errors"]] == [("missing.pdf", "not a file")]


def test_a_file_that_failed_leaves_no_report(command, old, rules, tmp_path: Path) -> None:
    said = command("compare", old, tmp_path / "missing.pdf", "--rules", rules, "--output", tmp_path / "report.html")

    assert said.status == 2
    assert not (tmp_path / "report.html").exists()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["{old}"], "Missing argument"),
        (["{old}", "{new}", "{old}"], "unexpected extra argument"),
        (["-", "-"], "Standard input (-) can be read only once."),
        (["{folder}", "{new}"], "compare takes two files"),
        (["{old}", "{new}", "--sector", "plumbing"], "There is no sector 'plumbing'."),
        (["{old}", "{new}", "--as-of", "tomorrow"], "year-month-day"),
        (["{old}", "{new}", "--output", "{old}"], "would be overwritten"),
        (["{old}", "{new}", "--output", "reports/"], "reports/ is a folder, and there is one report."),
        (["{old}", "{new}", "--output", "report.pdf"], "no report has that form"),
        (["{old}", "{new}", "--frobnicate"], "No such option"),
    ],
)
def test_wrong_usage_says_what_there_is(words: list[str], told: str, command, old, new, rules, tmp_path: Path) -> None:
    names = {"old": old, "new": new, "folder": tmp_path}

    said = command("compare", *(word.format(**names) for word in words), "--rules", rules)

    assert said.status == 64
    assert told in flowing(said.err)


def test_rules_that_are_wrong_are_told_by_file_and_line(command, old, new, rules) -> None:
    rule = rules / "packs" / "common" / "waiver.yaml"
    rule.write_text(rule.read_text().replace("severity: high", "severity: terrible"))

    said = command("compare", old, new, "--rules", rules)

    assert said.status == 2
    assert "packs/common/waiver.yaml:8" in said.err


def test_no_colour_is_kept_to(command, old, new, rules, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")

    assert "\x1b[" in command("compare", old, new, "--rules", rules).out
    assert "\x1b[" not in command("compare", old, new, "--rules", rules, "--no-colour").out
