"""The rules are found wherever the package runs from."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import contract_registry
from contract_registry.shipped import migrations_folder, rules_folder

ROOT = Path(__file__).parents[1]
ASK = "from contract_registry.shipped import rules_folder, migrations_folder; print(rules_folder()); print(migrations_folder())"


def installed(folder: Path) -> Path:
    """A copy of the package as it would lie among installed ones, far from any checkout."""
    home = folder / "site-packages" / "contract_registry"
    shutil.copytree(Path(contract_registry.__file__).parent, home, ignore=shutil.ignore_patterns("__pycache__"))
    return home


def ask(home: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", ASK], cwd=home.parent, capture_output=True, text=True, check=False)


def test_a_checkout_uses_the_folders_at_its_top() -> None:
    assert rules_folder() == ROOT / "clause_rules"
    assert migrations_folder() == ROOT / "migrations"


def test_an_installed_package_uses_the_folders_inside_it(tmp_path: Path) -> None:
    home = installed(tmp_path)
    (home / "clause_rules").mkdir()
    (home / "migrations").mkdir()

    assert ask(home).stdout.splitlines() == [str(home / "clause_rules"), str(home / "migrations")]


def test_an_incomplete_installation_says_so(tmp_path: Path) -> None:
    home = installed(tmp_path)

    assert "its folder clause_rules is missing" in ask(home).stderr
