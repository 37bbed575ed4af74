"""`contract-registry drift`, as somebody types it."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from cli.conftest import HARMLESS, Command
from contract_registry.exporting.drift_schema import drift_schema

WAIVER = f"{HARMLESS}\n2. Moral rights\n2.1 The Illustrator waives all moral rights in the Work.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "a platform"
    place.mkdir()
    for day, text in (("2023-01-01", HARMLESS), ("2024-08-31", WAIVER), ("2025-02-01", HARMLESS)):
        (place / f"{day}.txt").write_text(text, encoding="utf-8")
    return place


def flowing(text: str) -> str:
    return " ".join(text.split())


def test_it_says_when_a_type_of_clause_entered_and_left(command: Command, folder: Path, rules: Path) -> None:
    said = command("drift", folder, "--rules", rules)

    assert said.status == 0
    assert "Moral rights given up · 2024-08-31 until 2025-02-01" in flowing(said.out)
    assert "AI is named in none of these editions." in flowing(said.out)


def test_json_is_one_line_of_the_published_form(command: Command, folder: Path, rules: Path) -> None:
    said = command("drift", folder, "--rules", rules, "--format", "json")
    form = json.loads(said.out)

    jsonschema.validate(form, drift_schema())
    assert [each["day"] for each in form["editions"]] == ["2023-01-01", "2024-08-31", "2025-02-01"]


def test_a_folder_of_folders_gives_a_page_for_each(command: Command, folder: Path, rules: Path, tmp_path: Path) -> None:
    (tmp_path / "another").mkdir()
    (tmp_path / "another" / "2024-01-01.txt").write_text(WAIVER, encoding="utf-8")

    said = command("drift", tmp_path, "--rules", rules, "--output", f"{tmp_path / 'out'}/")

    assert said.status == 0
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["a platform.html", "another.html"]


def test_an_edition_that_cannot_be_read_is_named_and_the_others_are_told(command: Command, folder: Path, rules: Path) -> None:
    (folder / "2024-12-24.pdf").write_bytes(b"%PDF-1.7 and nothing else")

    said = command("drift", folder, "--rules", rules)

    assert said.status == 2
    assert "2024-12-24.pdf" in said.err
    assert "Moral rights given up" in said.out


def test_files_without_a_day_are_left_out_and_named(command: Command, folder: Path, rules: Path) -> None:
    (folder / "README.md").write_text("About these files.", encoding="utf-8")

    said = command("drift", folder, "--rules", rules)

    assert "README.md was left out" in said.err


@pytest.mark.parametrize("place", ["nowhere", "."])
def test_a_folder_without_editions_is_refused_with_what_is_expected(command: Command, tmp_path: Path, place: str) -> None:
    said = command("drift", tmp_path / place)

    assert said.status == 64
    assert "2024-08-31.md" in said.err


def test_an_import_of_editions_says_beforehand_what_it_would_take_in(command: Command, folder: Path) -> None:
    said = command("import-history", folder, "--dry-run")

    assert (said.status, said.out) == (0, "a platform: 3 editions, 2023-01-01 to 2025-02-01\n")


def test_an_import_of_editions_asks_who_answers_for_them(command: Command, folder: Path) -> None:
    said = command("import-history", folder)

    assert said.status == 64
    assert "--owner" in said.err
