"""What is installed from the wheel is all that a scan needs, and nothing of the workshop."""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from email.parser import Parser
from pathlib import Path

import pytest

import contract_registry


@pytest.fixture(scope="module")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(command, cwd=root, check=True, capture_output=True)
    return zipfile.ZipFile(next(folder.glob("*.whl")))


def test_rules_and_migrations_travel_inside(wheel: zipfile.ZipFile, files: list[Path]) -> None:
    shipped = {f"contract_registry/{file.as_posix()}" for file in files if file.parts[0] in {"clause_rules", "migrations"}}

    assert shipped <= set(wheel.namelist())


def test_every_module_and_template_travels(wheel: zipfile.ZipFile, files: list[Path]) -> None:
    sources = {file.relative_to("src").as_posix() for file in files if file.parts[0] == "src"}

    assert sources <= set(wheel.namelist())


def test_the_workshop_stays_at_home(wheel: zipfile.ZipFile) -> None:
    outside = [name for name in wheel.namelist() if not re.match(r"contract_registry(-[\d.]+\.dist-info)?/", name)]

    assert outside == []
    assert not any("__pycache__" in name or "/tests/" in name for name in wheel.namelist())


def test_the_version_stands_in_one_place(wheel: zipfile.ZipFile, files: list[Path], root: Path) -> None:
    metadata = Parser().parsestr(wheel.read(next(name for name in wheel.namelist() if name.endswith("METADATA"))).decode())
    assigned = re.compile(r"^(?:__version__|version) = ", re.MULTILINE)

    places = [file for file in files if file.suffix in {".py", ".toml"} and assigned.search((root / file).read_text(encoding="utf-8"))]

    assert metadata["Version"] == contract_registry.__version__
    assert places == [Path("src/contract_registry/__init__.py")]


def test_both_licences_travel(wheel: zipfile.ZipFile) -> None:
    licences = [name.partition("/licenses/")[2] for name in wheel.namelist() if "/licenses/" in name]

    assert sorted(licences) == ["LICENSE", "clause_rules/LICENSE"]
