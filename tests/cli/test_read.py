"""`contract-registry read`, as somebody types it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls


@pytest.fixture
def tracked(tmp_path: Path) -> Path:
    """A Word file in which the fee was changed and nobody has accepted it yet."""
    document = Document()
    paragraph = document.add_paragraph("The fee is ")
    for xml in (
        '<w:del {} w:id="1" w:author="Ann"><w:r><w:delText xml:space="preserve">£400</w:delText></w:r></w:del>',
        '<w:ins {} w:id="2" w:author="Ann"><w:r><w:t xml:space="preserve">£300</w:t></w:r></w:ins>',
    ):
        paragraph._p.append(parse_xml(xml.format(nsdecls("w"))))
    path = tmp_path / "tracked.docx"
    document.save(path)
    return path


def test_the_text_alone_is_printed(command, contract) -> None:
    said = command("read", contract)

    assert said.status == 0
    assert "1.1 The Illustrator waives all moral rights in the Work." in said.out.splitlines()
    assert said.err == ""


def test_a_quote_of_the_scan_is_a_slice_of_it(command, contract, rules) -> None:
    text = command("read", contract).out
    finding = json.loads(command("scan", contract, "--rules", rules, "--format", "json").out)["findings"][0]

    assert text[finding["start"] : finding["end"]] == finding["quote"]


def test_json_tells_what_was_understood(command, contract) -> None:
    form = json.loads(command("read", contract, "--format", "json").out)

    assert [clause["number"] for clause in form["clauses"] if clause["number"]] == ["1", "1.1", "2", "2.1"]
    assert {party["role"] for party in form["parties"]} == {"creator", "engager"}


def test_tracked_changes_can_be_read_both_ways(command, tracked: Path) -> None:
    assert "The fee is £300" in command("read", tracked).out
    assert "The fee is £400" in command("read", tracked, "--view", "original").out
    assert command("read", tracked, "--view", "original", "--format", "json").status == 64


def test_several_texts_are_told_apart(command, contract, harmless) -> None:
    said = command("read", contract, harmless)

    assert [line for line in said.out.splitlines() if line.startswith("==>")] == ["==> contract.txt <==", "==> harmless.txt <=="]


def test_a_file_that_cannot_be_read_is_said_and_the_others_printed(command, contract, tmp_path: Path) -> None:
    said = command("read", tmp_path / "gone.pdf", contract)

    assert said.status == 2
    assert "gone.pdf" in said.err.replace("\n", "")
    assert "waives all moral rights" in said.out


def test_the_text_can_be_written_to_a_file(command, contract, tmp_path: Path) -> None:
    command("read", contract, "--output", tmp_path / "text.txt")

    assert "waives all moral rights" in (tmp_path / "text.txt").read_text(encoding="utf-8")
