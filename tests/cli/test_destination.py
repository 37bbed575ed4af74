"""Where reports go: as the name of --output says, and never in silence, under a wrong name or in a form nobody asked for."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from contract_registry.cli.destination import destination_of
from contract_registry.cli.options import Format


@pytest.mark.parametrize("name", ["report.html", "report.txt", "report.json", "report.jsonl", "reports/", "new/deep/report.html"])
def test_where_a_report_was_written_is_said_with_its_verdict(name: str, command, contract, rules, tmp_path: Path) -> None:
    said = command("scan", contract, "--rules", rules, "--output", f"{tmp_path}/{name}")

    assert (said.status, said.out) == (0, "")
    written = Path(said.err.removeprefix("Ask first: ").rstrip("\n"))
    assert written.is_file()
    assert str(written).startswith(f"{tmp_path}/{name}")


def test_a_text_that_was_read_says_where_it_is(command, contract, tmp_path: Path) -> None:
    assert command("read", contract, "--output", tmp_path / "text.txt").err == f"Written: {tmp_path}/text.txt\n"


@pytest.mark.parametrize("options", [[], ["--format", "html"]])
def test_an_ending_that_no_report_has_is_refused(options: list[str], command, contract, rules, tmp_path: Path) -> None:
    said = command("scan", contract, "--rules", rules, "--output", tmp_path / "report.pdf", *options)

    assert said.status == 64
    assert "ends in .pdf, and no report has that form. Let --output end in .html, .txt, .json or .jsonl, or in / for a folder" in said.err
    assert not (tmp_path / "report.pdf").exists()


def test_a_name_without_ending_is_refused_unless_the_form_is_said(command, contract, rules, tmp_path: Path) -> None:
    assert "has no ending" in command("scan", contract, "--rules", rules, "--output", tmp_path / "report").err

    command("scan", contract, "--rules", rules, "--output", tmp_path / "report", "--format", "json")

    assert json.loads((tmp_path / "report").read_text())["verdict"] == "ask first"


def test_a_form_and_a_name_that_contradict_each_other_are_refused(command, contract, rules, tmp_path: Path) -> None:
    said = command("scan", contract, "--rules", rules, "--output", tmp_path / "report.html", "--format", "json")

    assert said.status == 64
    assert "report.html is a name for html, and --format asks for json." in said.err


@pytest.mark.parametrize("name", ["both.html", "both.json"])
def test_several_reports_do_not_fit_into_one_page_or_object(name: str, command, contract, harmless, rules, tmp_path: Path) -> None:
    said = command("scan", contract, harmless, "--rules", rules, "--output", tmp_path / name)

    assert said.status == 64
    assert "cannot hold several reports. Give a folder: --output reports/" in said.err
    assert not (tmp_path / name).exists()


def test_several_reports_follow_each_other_in_a_text(command, contract, harmless, rules, tmp_path: Path) -> None:
    said = command("scan", contract, harmless, "--rules", rules, "--output", tmp_path / "both.txt")

    assert said.err == f"Written: {tmp_path}/both.txt\n"
    assert "2 files" in (tmp_path / "both.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(("form", "ending"), [("html", "html"), ("json", "json"), ("terminal", "txt")])
def test_a_folder_gets_a_file_for_each_report_in_any_form(
    form: str, ending: str, command, contract, harmless, rules, tmp_path: Path
) -> None:
    said = command("scan", contract, harmless, "--rules", rules, "--output", f"{tmp_path}/reports/", "--format", form)

    assert said.status == 0
    assert sorted(path.name for path in (tmp_path / "reports").iterdir()) == [f"contract.txt.{ending}", f"harmless.txt.{ending}"]


def test_json_is_one_line_for_programs_and_indented_for_people(command, contract, rules, tmp_path: Path) -> None:
    piped = command("scan", contract, "--rules", rules, "--format", "json").out
    for name in ("one.jsonl", "one.json"):
        command("scan", contract, "--rules", rules, "--output", tmp_path / name)

    assert piped.count("\n") == 1
    assert (tmp_path / "one.jsonl").read_text(encoding="utf-8") == piped
    assert (tmp_path / "one.json").read_text(encoding="utf-8").count("\n") > 100
    assert not destination_of(None, Format.JSON, several=False, is_terminal=True).on_one_line


def test_a_folder_stands_for_the_files_in_it(command, contract, harmless, rules, tmp_path: Path) -> None:
    (tmp_path / ".hidden.txt").write_text("Hidden.")
    folder = tmp_path / "contracts"
    folder.mkdir()
    for file in (harmless, contract):
        file.rename(folder / file.name)
    (folder / ".hidden.txt").write_text("Hidden.")

    each = command("scan", folder, "--rules", rules, "--format", "json")
    together = command("scan", folder, "--together", "--rules", rules, "--format", "json")

    assert [json.loads(line)["document"]["name"] for line in each.out.splitlines()] == ["contract.txt", "harmless.txt"]
    assert len(json.loads(together.out)["document"]["parts"]) == 2


@pytest.mark.parametrize("name", ["x" * 5_000, "nul\0l", ""], ids=["too long", "no name", "empty"])
def test_a_name_that_is_none_is_no_folder(name: str, command, rules) -> None:
    assert command("scan", name, "--rules", rules).status == 2


def test_a_folder_without_files_harms_no_other(command, contract, rules, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()

    said = command("scan", tmp_path / "empty", contract, "--rules", rules, "--brief")

    assert said.status == 2
    assert "This is a folder in which no file lies." in " ".join(said.err.split())
    assert "ASK FIRST" in said.out
