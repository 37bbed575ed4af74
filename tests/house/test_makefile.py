"""The commands of the README take any file name, and say what is missing."""

from __future__ import annotations

import os
import shlex
import subprocess
from pathlib import Path

import pytest

HARD_NAMES = ["contract.pdf", "my contract (2).pdf", "l'accord.docx", "$HOME.txt", '"quoted".txt', "-dash.txt", "a;b&c.txt"]


def make(*arguments: str, root: Path) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}  # as if no `make test` were running
    return subprocess.run(
        ["make", "--no-print-directory", *arguments], cwd=root, env=environment, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize("name", HARD_NAMES)
@pytest.mark.parametrize("target", ["scan", "read"])
def test_a_file_name_reaches_the_command_as_it_was_typed(target: str, name: str, root: Path) -> None:
    planned = make("--dry-run", target, f"FILE={name}", root=root).stdout

    command = next(line for line in planned.splitlines() if f"contract_registry {target}" in line)

    assert shlex.split(command)[-2:] == ["--", name]


@pytest.mark.parametrize("name", HARD_NAMES)
def test_the_names_of_both_editions_reach_the_command_as_they_were_typed(name: str, root: Path) -> None:
    planned = make("--dry-run", "compare", f"OLD={name}", f"NEW=new {name}", root=root).stdout

    command = next(line for line in planned.splitlines() if "contract_registry compare" in line).partition(" ||")[0]

    assert shlex.split(command)[-3:] == ["--", name, f"new {name}"]


@pytest.mark.parametrize("forgotten", [[], ["OLD=2023.pdf"], ["NEW=2024.pdf"]], ids=["both", "the new one", "the old one"])
def test_a_forgotten_edition_is_asked_for(forgotten: list[str], root: Path) -> None:
    asked = make("--old-file=.venv/ready", "compare", *forgotten, root=root)

    assert asked.returncode != 0
    assert "make compare OLD=2023.pdf NEW=2024.pdf" in asked.stderr


@pytest.mark.parametrize("target", ["scan", "read"])
def test_a_forgotten_file_is_asked_for(target: str, root: Path) -> None:
    asked = make("--old-file=.venv/ready", target, root=root)

    assert asked.returncode != 0
    assert f"make {target} FILE=contract.pdf" in asked.stderr


def test_labels_that_are_not_there_are_asked_for(root: Path, tmp_path: Path) -> None:
    asked = make("--old-file=.venv/ready", "evaluate", f"LABELLED={tmp_path}/none", root=root)

    assert asked.returncode != 0
    assert "name their folder: make evaluate LABELLED=..." in asked.stderr


def test_a_machine_without_python_is_told_what_to_install(root: Path, tmp_path: Path) -> None:
    told = make("setup", "PYTHONS=python-of-nowhere", f"VENV={tmp_path}/venv", root=root)

    assert told.returncode != 0
    assert "Python 3.11 or newer is needed" in told.stderr
