"""A door to knock on: the command run in this process, a small folder of rules, and contracts to give it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from contract_registry.cli.app import run

CONTRACT = """\
ILLUSTRATION AGREEMENT

This agreement is between Northlight Books Ltd (the "Publisher") and Ada Ferrer (the "Illustrator").

1. Moral rights
1.1 The Illustrator waives all moral rights in the Work.

2. Payment
2.1 The fee of £400 is paid within 30 days of invoice.
"""
HARMLESS = "LETTER\n\n1. Delivery\n1.1 The Illustrator delivers the drawings by 1 May 2027.\n"

PACK = 'schema: 1\nid: common\ntitle: For tests\nversion: "2026.1"\ndate: 2026-11-24\nlanguages: [en]\nsectors: []\n'
WAIVER = """\
schema: 1
id: common.waiver
version: 1
title: Moral rights given up
status: trial
family: moral
type: moral-waiver-general
severity: high
applies_to: {sectors: [publishing], roles: [illustrator]}
looks_for:
  any_of: ['waives … moral rights']
  flow: any
why: You would no longer be named.
questions: [Why is a waiver needed?]
wording:
  ideal: The Illustrator is named beside the Work.
  acceptable: The Illustrator is named in the book.
  walk_away: No name, for ever.
legal_basis:
- {jurisdiction: GB, citation: 'CDPA 1988, s.87', proposition: They may be waived in writing., effect: supports, as_at: 2026-07, confidence: read}
known_misfires:
- {says: A joke is found too., wrongly_finds: The jester waives his moral rights.}
references: [A union's guide]
"""
WAIVER_CASES = """\
schema: 1
rule: common.waiver
cases:
- {says: a waiver is found, text: The Author waives all moral rights., finds: [waives all moral rights]}
- {says: a fee is left alone, text: The fee is paid within 30 days., finds: []}
"""


class Said(NamedTuple):
    """What the command said: its exit status, standard output and standard error."""

    status: int
    out: str
    err: str


Command = Callable[..., Said]


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str]) -> Command:
    """The command, as if typed."""

    def typed(*words: object) -> Said:
        status = run([str(word) for word in words])
        told = capsys.readouterr()
        return Said(int(status), told.out, told.err)

    return typed


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    """A folder of one rule, so that what is tested here does not change with the rules that are shipped."""
    folder = tmp_path / "rules"
    (folder / "packs" / "common").mkdir(parents=True)
    (folder / "vocabulary").mkdir()
    for name, text in (("pack.yaml", PACK), ("waiver.yaml", WAIVER), ("waiver.cases.yaml", WAIVER_CASES)):
        (folder / "packs" / "common" / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def contract(tmp_path: Path) -> Path:
    path = tmp_path / "contract.txt"
    path.write_text(CONTRACT, encoding="utf-8")
    return path


@pytest.fixture
def harmless(tmp_path: Path) -> Path:
    path = tmp_path / "harmless.txt"
    path.write_text(HARMLESS, encoding="utf-8")
    return path
