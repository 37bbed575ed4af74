"""`contract-registry scan`, as somebody types it."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path

import jsonschema
import pytest

from contract_registry.exporting.scan_schema import scan_schema


def lines(text: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in text.splitlines()]


def test_a_report_says_what_is_taken_where_and_what_to_do(command, contract, rules) -> None:
    said = command("scan", contract, "--rules", rules)

    assert said.status == 0
    assert said.err == ""
    words = " ".join(said.out.split())
    for expected in ("contract.txt", "ASK FIRST", "»waives all moral rights«", "Clause 1.1, “Moral rights”", "Why is a waiver needed?"):
        assert expected in words


def test_json_of_one_file_is_one_object_of_the_published_form(command, contract, rules) -> None:
    said = command("scan", contract, "--rules", rules, "--format", "json")

    form = json.loads(said.out)
    jsonschema.validate(form, scan_schema())
    assert form["verdict"] == "ask first"
    assert form["findings"][0]["quote"] == "The Illustrator waives all moral rights in the Work."
    assert [party["name"] for party in form["facts"]["parties"]] == ["Northlight Books Ltd", "Ada Ferrer"]


def test_several_files_give_one_json_object_a_line_in_their_order(command, contract, harmless, rules) -> None:
    said = command("scan", harmless, contract, harmless, "--rules", rules, "--format", "json")

    assert said.status == 0
    assert [form["document"]["name"] for form in lines(said.out)] == ["harmless.txt", "contract.txt", "harmless.txt"]
    assert [form["verdict"] for form in lines(said.out)] == ["fine", "ask first", "fine"]


def test_a_file_that_cannot_be_read_harms_no_other(command, contract, rules, tmp_path: Path) -> None:
    (tmp_path / "empty.pdf").touch()

    said = command("scan", tmp_path / "empty.pdf", contract, tmp_path / "missing.pdf", "--rules", rules, "--format", "json")

    forms = lines(said.out)
    assert said.status == 2
    assert [form.get("verdict") or form["error"]["kind"] for form in forms] == ["empty", "ask first", "not a file"]
    assert all(form["error"]["next"].endswith(".") for form in forms if "error" in form)
    for form in forms:
        jsonschema.validate(form, scan_schema())


def test_an_error_in_the_terminal_is_a_paragraph_that_says_what_to_do_next(command, rules, tmp_path: Path) -> None:
    said = command("scan", tmp_path / "missing.pdf", "--rules", rules)

    assert said.status == 2
    assert said.out == ""
    assert "There is no file at" in " ".join(said.err.split())
    assert "Check the path" in " ".join(said.err.split())
    assert "Traceback" not in said.err


def test_several_reports_end_in_a_summary(command, contract, harmless, rules, tmp_path: Path) -> None:
    said = command("scan", contract, harmless, tmp_path / "gone.pdf", "--rules", rules, "--brief")

    summary = said.out[said.out.rindex("Verdict") :]
    assert [word in summary for word in ("ASK FIRST", "FINE", "not read")] == [True] * 3
    assert "3 files, 1 of them could not be read" in summary


def test_files_taken_together_are_one_document(command, contract, harmless, rules) -> None:
    said = command("scan", contract, harmless, "--together", "--rules", rules, "--format", "json")

    form = json.loads(said.out)
    assert [part["name"] for part in form["document"]["parts"]] == ["contract.txt", "harmless.txt"]
    assert len(form["findings"]) == 1


def test_pasted_text_comes_on_standard_input(command, contract, rules, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(contract.read_bytes())))

    said = command("scan", "-", "--rules", rules, "--format", "json")

    assert json.loads(said.out)["verdict"] == "ask first"


@pytest.mark.parametrize("options", [["--format", "html"], []], ids=["asked for", "by the name of the output"])
def test_a_page_for_the_browser_is_written_where_it_was_asked_for(options, command, contract, rules, tmp_path: Path) -> None:
    said = command("scan", contract, "--rules", rules, "--output", tmp_path / "new" / "report.html", *options)

    page = (tmp_path / "new" / "report.html").read_text(encoding="utf-8")
    assert said.status == 0
    assert page.startswith("<!doctype html>")
    assert "<mark>waives all moral rights</mark>" in page


def test_a_page_for_the_browser_can_be_piped(command, contract, rules) -> None:
    assert command("scan", contract, "--rules", rules, "--format", "html").out.startswith("<!doctype html>")


def test_several_pages_go_to_a_folder_each_under_a_name_of_its_own(command, contract, harmless, rules, tmp_path: Path) -> None:
    said = command("scan", contract, harmless, contract, "--rules", rules, "--format", "html", "--output", tmp_path / "reports")

    assert said.status == 0
    assert sorted(path.name for path in (tmp_path / "reports").iterdir()) == [
        "contract.txt-2.html",
        "contract.txt.html",
        "harmless.txt.html",
    ]


def test_a_report_can_be_written_to_a_file(command, contract, rules, tmp_path: Path) -> None:
    said = command("scan", contract, "--rules", rules, "--output", tmp_path / "report.txt")

    assert said.out == ""
    assert "»waives all moral rights«" in (tmp_path / "report.txt").read_text(encoding="utf-8")


def test_the_circumstances_are_taken_down(command, contract, rules) -> None:
    options = ["--sector", "Publishing", "--role", "illustrator", "--jurisdiction", "uk", "--as-of", "2026-03-31"]

    form = json.loads(command("scan", contract, "--rules", rules, "--format", "json", *options).out)

    assert form["circumstances"] == {"sector": "publishing", "role": "illustrator", "jurisdiction": "GB", "as_of": "2026-03-31"}
    assert form["findings"][0]["legal_effect"] == "likely-effective"


def test_a_part_of_a_known_country_is_a_jurisdiction(command, contract, rules) -> None:
    form = json.loads(command("scan", contract, "--rules", rules, "--format", "json", "--jurisdiction", "gb-sct").out)

    assert form["circumstances"]["jurisdiction"] == "GB-SCT"


def examples(help_text: str, option: str) -> list[str]:
    """The values that the help of an option suggests, whether it lists them all or gives a few."""
    words = " ".join(help_text.split())
    said = re.search(rf"{option} [A-Z]+ .*?(?:one of: |such as )(.*?)\.", words)[1]
    return re.split(r", | or ", said)


@pytest.mark.parametrize("option", ["--sector", "--role", "--jurisdiction"])
def test_every_value_that_the_help_suggests_is_taken(option: str, command, harmless) -> None:
    suggested = examples(command("scan", "--help").out, option)

    assert len(suggested) > 2
    assert [value for value in suggested if command("scan", harmless, "--brief", option, value).status] == []


@pytest.mark.parametrize(
    ("said", "name"),
    [("Screen-and-Stage", "screen and stage"), ("photography", "visual art and photography"), ("GAMES", "games")],
)
def test_a_sector_may_be_said_by_one_half_and_with_dashes(said: str, name: str, command, contract, rules) -> None:
    form = json.loads(command("scan", contract, "--rules", rules, "--format", "json", "--sector", said).out)

    assert form["circumstances"]["sector"] == name


def test_what_makes_no_difference_is_said(command, contract, rules, tmp_path: Path) -> None:
    said = command("scan", contract, "--rules", rules, "--sector", "publishing").out
    rule = rules / "packs" / "common" / "waiver.yaml"
    rule.write_text(rule.read_text().replace("applies_to: {sectors: [publishing], roles: [illustrator]}\n", ""))

    without = " ".join(command("scan", contract, "--rules", rules, "--sector", "publishing").out.split())

    assert "make no difference" not in said
    assert "These rules make no difference by “publishing”: the report is the same without it." in without


def test_the_law_that_the_contract_names_is_said(command, contract, rules) -> None:
    contract.write_text(contract.read_text(encoding="utf-8") + "\n3. Law\n3.1 This agreement is governed by German law.\n")

    said = " ".join(command("scan", contract, "--rules", rules).out.split())

    assert "The contract names the law of Germany" in said
    assert "ASK FIRST" in said


def test_the_same_day_is_told_that_was_asked_for(command, contract, rules) -> None:
    said = " ".join(command("scan", contract, "--rules", rules, "--as-of", "2020-01-01").out.split())

    assert "Rules as installed: common 2026.1. Laws in force on 2020-01-01." in said


def test_brief_and_full_at_once_are_wrong_usage(command, contract, rules) -> None:
    assert command("scan", contract, "--rules", rules, "--brief", "--full").status == 64


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--sector", "plumbing"], "There is no sector 'plumbing'. There is: publishing, music, screen and stage"),
        (["--role", "plumber"], "There is no role 'plumber'. There is: author, illustrator"),
        (
            ["--jurisdiction", "XX"],
            "'XX' is not the code of a country, such as GB, or of a part of one, such as US-NY. These rules know law of: GB.",
        ),
        (["--as-of", "31/3/2026"], "year-month-day"),
        (["--format", "pdf"], "'terminal', 'json', 'html'"),
        (["--frobnicate"], "No such option: --frobnicate"),
        (["--rules", "nowhere"], "There is no folder of rules at nowhere."),
        (["--seconds", "0"], "--seconds is 0; give a number above 0, 1,000,000 at most."),
    ],
)
def test_wrong_usage_says_what_there_is(options: list[str], told: str, command, contract, rules) -> None:
    said = command("scan", contract, *([] if "--rules" in options else ["--rules", rules]), *options)

    assert said.status == 64
    assert told in " ".join(said.err.split())
    assert said.out == ""


def test_no_files_is_wrong_usage(command) -> None:
    assert command("scan").status == 64


def test_standard_input_is_given_once(command) -> None:
    assert command("scan", "-", "-").status == 64


def test_several_pages_without_a_folder_are_wrong_usage(command, contract, harmless, rules) -> None:
    said = command("scan", contract, harmless, "--rules", rules, "--format", "html")

    assert said.status == 64
    assert "--output" in said.err


def test_rules_that_are_wrong_are_told_by_file_and_line(command, contract, rules) -> None:
    rule = rules / "packs" / "common" / "waiver.yaml"
    rule.write_text(rule.read_text().replace("severity: high", "severity: terrible"))

    said = command("scan", contract, "--rules", rules)

    assert said.status == 2
    assert "packs/common/waiver.yaml:8" in said.err


def test_where_an_output_cannot_be_written_is_said(command, contract, rules) -> None:
    said = command("scan", contract, "--rules", rules, "--output", contract / "report.txt")

    assert said.status == 64
    assert "Nothing can be written to" in said.err


def test_a_fault_of_our_own_is_told_in_a_paragraph_and_harms_no_other_file(command, contract, harmless, rules, monkeypatch) -> None:
    def stumble(document: object) -> object:
        if document.name == "contract.txt":
            raise ZeroDivisionError("out of luck")
        return segment(document)

    from contract_registry.core.clauses.segment import segment

    monkeypatch.setattr("contract_registry.operations.read.segment", stumble)

    said = command("scan", contract, harmless, "--rules", rules, "--format", "json")

    assert said.status == 70
    assert [form.get("verdict") or form["error"]["kind"] for form in lines(said.out)] == ["unexpected", "fine"]
    assert "Traceback" not in said.err
    assert "ZeroDivisionError: out of luck" in command("scan", contract, "--rules", rules, "--debug").err


def test_the_second_reader_says_what_it_makes_of_each_finding_and_can_be_left_out(
    command, contract, monkeypatch: pytest.MonkeyPatch
) -> None:
    contract.write_text(
        contract.read_text(encoding="utf-8")
        + "\nThe Author grants the Publisher a perpetual, irrevocable licence of the Work in all media.\n",
        encoding="utf-8",
    )
    asked, left_out = (json.loads(command("scan", contract, "--format", "json", *more).out) for more in ((), ("--no-reader",)))
    monkeypatch.setenv("CONTRACT_REGISTRY_SECOND_READER", "0")
    switched_off = json.loads(command("scan", contract, "--format", "json").out)

    assert asked["rulebook"]["second_reader"]
    said = {each["family"]: each["reader"] for each in asked["findings"]}
    assert said["buyout"]["version"] == asked["rulebook"]["second_reader"]
    assert said["moral"] is None, "what is waived outright is not put to it"
    assert {each["reader"] for each in left_out["findings"]} == {None}
    assert left_out["rulebook"]["second_reader"] == ""
    assert switched_off == left_out
