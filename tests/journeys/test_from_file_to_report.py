"""Whole trips through the real command: a file in, a report out, the same bytes everywhere."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import jsonschema
import pytest
from lxml import html

from contract_registry.exporting.scan_schema import scan_schema
from pdf_files import Page, a_pdf, words

CONTRACT = """\
ILLUSTRATION AGREEMENT

This agreement is between Northlight Books Ltd (the "Publisher") and Ada Ferrer (the "Illustrator").

1. Moral rights
1.1 The Illustrator irrevocably waives all moral rights in the Work, “droit moral” included.
"""
COMMAND = [sys.executable, "-m", "contract_registry"]


@pytest.fixture
def contract(tmp_path: Path) -> Path:
    path = tmp_path / "contract.txt"
    path.write_text(CONTRACT, encoding="utf-8")
    return path


def run(*words: object, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*COMMAND, *map(str, words)], capture_output=True, env={**os.environ, **environment}, stdin=subprocess.DEVNULL, check=False
    )


def test_the_same_bytes_give_the_same_json_in_every_environment(contract: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "another folder"
    elsewhere.mkdir()
    (elsewhere / contract.name).write_bytes(contract.read_bytes())
    environments = [
        {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "4242", "TZ": "Pacific/Auckland", "LC_ALL": "C.UTF-8", "COLUMNS": "40"},
        {"PYTHONHASHSEED": "0", "TZ": "America/New_York", "PYTHONUTF8": "0", "PYTHONIOENCODING": "cp1252", "NO_COLOR": "1"},
    ]

    outputs = {
        run("scan", path, "--format", "json", **environment).stdout
        for path in (contract, elsewhere / contract.name)
        for environment in environments
    }

    assert len(outputs) == 1
    form = json.loads(outputs.pop())
    jsonschema.validate(form, scan_schema())
    assert "moral-waiver" in " ".join(finding["type"] for finding in form["findings"])


@pytest.mark.parametrize("encoding", ["cp437", "cp1252", "ascii", "utf-8"])
def test_the_report_can_be_read_on_every_code_page(encoding: str, contract: Path) -> None:
    outcome = run("scan", contract, PYTHONIOENCODING=encoding, PYTHONUTF8="0")

    report = outcome.stdout.decode(encoding)
    assert outcome.returncode == 0, outcome.stderr
    assert "moral rights" in report
    assert "\x1b" not in report
    assert max(map(len, report.splitlines())) <= 80


def test_a_reader_who_stops_early_ends_the_command_quietly(contract: Path) -> None:
    with subprocess.Popen([*COMMAND, "scan", contract, contract], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.close()
        complaint = process.stderr.read()
        process.wait(60)

    assert complaint == b""
    assert process.returncode == 141


def test_an_interruption_ends_the_command_quietly() -> None:
    # It waits for standard input, which never comes.
    code = "import sys; from contract_registry.__main__ import main; sys.argv[1:] = ['scan', '-']; print('ready', flush=True); sys.exit(main())"
    with subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.readline()
        time.sleep(0.3)
        process.send_signal(signal.SIGINT)
        said, complaint = process.communicate(timeout=60)

    assert (process.returncode, said) == (130, b"")
    assert b"Traceback" not in complaint


def test_a_pdf_becomes_a_page_with_the_words_marked_where_they_are_printed(tmp_path: Path) -> None:
    path = tmp_path / "contract.pdf"
    path.write_bytes(
        a_pdf(
            Page(words("Illustration agreement", 72, 80)),
            Page(words("The Illustrator irrevocably waives all moral rights in the Work.", 72, 80)),
        )
    )

    outcome = run("scan", path, "--output", tmp_path / "report.html")

    page = html.document_fromstring((tmp_path / "report.html").read_text(encoding="utf-8"))
    assert outcome.returncode == 0, outcome.stderr
    assert [image[:22] for image in page.xpath("//img/@src")] == ["data:image/png;base64,"] * 2
    (svg,) = page.xpath("//svg[@role='group']")
    assert svg.get("aria-label") == "Marks on page 2"
    boxes = [[float(box.get(side)) for side in ("x", "y", "width", "height")] for box in svg.xpath(".//rect[@class='on']")]
    assert all(70 < x < 500 and 60 < y < 90 and width > 20 and 5 < height < 25 for x, y, width, height in boxes)


def test_a_report_of_our_own_is_not_taken_for_a_contract(contract: Path, tmp_path: Path) -> None:
    run("scan", contract, "--output", tmp_path / "report.html")

    outcome = run("scan", tmp_path / "report.html")

    assert outcome.returncode == 2
    assert b"a report that Contract Registry wrote about a contract. Give the contract itself." in b" ".join(outcome.stderr.split())
    assert outcome.stdout == b""


# Typer loads pydantic for the options of a command.
HEAVY = ["spacy", "pydantic", "rich", "jinja2", "pypdfium2", "docx", "PIL", "lxml"]


@pytest.mark.parametrize(
    ("typed", "allowed"), [(["--version"], set()), (["scan", "--help"], {"pydantic"}), (["scan"], {"spacy", "pydantic", "rich", "jinja2"})]
)
def test_nothing_heavy_is_loaded_before_it_is_needed(typed: list[str], allowed: set[str], contract: Path) -> None:
    arguments = [*typed, str(contract)] if typed == ["scan"] else typed
    code = f"import sys; from contract_registry.cli.app import run; run({arguments!r}); print(*(set({HEAVY!r}) & set(sys.modules)), file=sys.stderr)"

    outcome = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert set(outcome.stderr.split()) <= allowed
