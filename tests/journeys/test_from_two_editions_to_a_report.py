"""Two editions of one contract, as files of different kinds, through the real command."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import jsonschema

from contract_registry.exporting.comparison_schema import comparison_schema
from pdf_files import Page, a_pdf, words

COMMAND = [sys.executable, "-m", "contract_registry", "compare"]
OLD = [
    "ILLUSTRATION AGREEMENT",
    "1. Delivery",
    "1.1 The Illustrator delivers the drawings by 1 May 2027.",
    "2. Rights",
    "2.1 The Illustrator keeps the copyright in the drawings.",
]
NEW = """\
# Illustration agreement

1. **Delivery**

1.1 The Illustrator delivers the drawings by 1 May 2027.

2. **Rights**

2.1 The Illustrator keeps the copyright in the drawings.

2.2 The Illustrator irrevocably waives all moral rights in the drawings.

2.3 The Publisher may use the drawings to train artificial intelligence systems.
"""


def editions(folder: Path) -> tuple[Path, Path]:
    old, new = folder / "signed.pdf", folder / "proposed.md"
    old.write_bytes(a_pdf(Page("".join(words(line, 72, 90 + 24 * place) for place, line in enumerate(OLD)))))
    new.write_text(NEW, encoding="utf-8")
    return old, new


def run(*words: object, **environment: str) -> subprocess.CompletedProcess[bytes]:
    command = [*COMMAND, *map(str, words)]
    return subprocess.run(command, capture_output=True, env={**os.environ, **environment}, stdin=subprocess.DEVNULL, check=False)


def test_a_signed_pdf_and_a_proposal_in_markdown_differ_in_what_was_added_alone(tmp_path: Path) -> None:
    outcome = run(*editions(tmp_path), "--format", "json")

    form = json.loads(outcome.stdout)
    jsonschema.validate(form, comparison_schema())
    assert outcome.returncode == 1
    assert [each["new"]["text"] for each in form["sentences"] if not each["is_heading"]] == [
        "The Illustrator irrevocably waives all moral rights in the drawings.",
        "The Publisher may use the drawings to train artificial intelligence systems.",
    ]
    came = {change["family"] for change in form["changes"] if change["kind"] == "came" and change["about"] == "finding"}
    assert {"moral", "ai"} <= came


def test_the_same_two_files_give_the_same_bytes_in_every_environment(tmp_path: Path) -> None:
    old, new = editions(tmp_path)
    environments = [
        {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "4242", "TZ": "Pacific/Auckland", "COLUMNS": "40"},
    ]

    for form in ("json", "html"):
        assert len({run(old, new, "--format", form, **environment).stdout for environment in environments}) == 1
