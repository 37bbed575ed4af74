"""`contract-registry redact`, as somebody types it."""

from __future__ import annotations

from pathlib import Path

import pytest

TEXT = """AGREEMENT
This agreement is between Northlight Books Ltd (the "Publisher") and Mirela Quist (the "Illustrator").
1. Ms Quist waives all moral rights in the Work.
2. The Publisher pays £437 on 14 May 2026.
"""


@pytest.fixture
def named(tmp_path: Path) -> Path:
    path = tmp_path / "named.txt"
    path.write_text(TEXT)
    return path


def test_the_text_is_printed_without_names_sums_and_dates(command, named) -> None:
    said = command("redact", named)

    assert said.status == 0
    assert said.out.splitlines()[2:4] == [
        "1. Ms [person] waives all moral rights in the Work.",
        "2. The Publisher pays [GBP 250 to 500] on [Q2 2026].",
    ]
    assert "Quist" not in said.out
    assert "Northlight" not in said.out


def test_the_log_says_what_went_and_why(command, named) -> None:
    rows = [line.split("\t") for line in command("redact", named, "--log").out.splitlines()]

    assert ["sum of money", "£437", "[GBP 250 to 500]", "an exact sum is known to those who agreed on it"] in rows
    assert [row[1] for row in rows if row[0] == "name of a person"] == ["Quist"]


def test_a_file_that_cannot_be_read_is_told_and_the_others_are_redacted(command, named, tmp_path) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()

    said = command("redact", empty, named)

    assert said.status == 2
    assert "empty" in said.err
    assert "waives all moral rights" in said.out


def test_it_is_written_to_a_file_where_one_is_named(command, named, tmp_path) -> None:
    said = command("redact", named, "--output", tmp_path / "redacted.txt")

    assert (said.status, said.out) == (0, "")
    assert "waives all moral rights" in (tmp_path / "redacted.txt").read_text()


def test_a_model_that_is_not_installed_is_named_with_what_to_do(command, named) -> None:
    said = command("redact", named, "--name-model", "no_such_model")

    assert said.status == 64
    assert "no_such_model" in said.err
    assert "name none (--name-model" in said.err
