"""Whatever stands under `src` is used there: a function that only its test calls is a promise that nobody keeps."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

DEFINES = (ast.FunctionDef, ast.ClassDef)
FROM_OUTSIDE = {
    "scan_schema": "a reference page is made from it",
    "comparison_schema": "a reference page is made from it",
    "drift_schema": "a reference page is made from it",
    "variables": "the reference page of the settings is made from it",
    "is_near": "benchmarks and tests tell by it what is found again",
    "readable_by": "the tests hold searching in the database to it",
    "downgrade": "the tests undo each migration by it",
}
"""What is asked for from outside `src`, and by whom."""
WORD = re.compile(r"[A-Za-z_]\w*")


def defined_in(tree: ast.AST) -> Iterator[str]:
    """The public names that a module defines, with the methods of its classes; not what a decorator or a base class may call."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, DEFINES) and not node.name.startswith("_"):
            if isinstance(node, ast.ClassDef) or not node.decorator_list:
                yield node.name
            if isinstance(node, ast.ClassDef) and not node.bases:
                yield from defined_in(node)


def spoken_in(tree: ast.AST) -> Iterator[str]:
    """Every name that code speaks, and the words of its strings (templates and tables name functions too); definitions and docstrings apart."""
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, (*DEFINES, ast.Module)) and node.body and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            yield node.id
        elif isinstance(node, ast.Attribute):
            yield node.attr
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield from WORD.findall(node.value)


def unused(modules: dict[str, str], elsewhere: str = "") -> list[str]:
    """The public names of `modules` (source by name) that neither any of them nor the text `elsewhere` speaks."""
    trees = {name: ast.parse(source) for name, source in modules.items()}
    spoken = Counter(WORD.findall(elsewhere))
    for tree in trees.values():
        spoken.update(spoken_in(tree))
    return [f"{name}: {each}" for name, tree in trees.items() for each in defined_in(tree) if not spoken[each]]


def test_what_is_defined_is_used(files: list[Path], root: Path) -> None:
    ours = [file for file in files if file.parts[:2] == ("src", "contract_registry")]
    modules = {str(file): (root / file).read_text(encoding="utf-8") for file in ours if file.suffix == ".py"}
    templates = [(root / file).read_text(encoding="utf-8") for file in ours if file.suffix in {".html", ".jinja", ".txt"}]

    assert unused(modules, "\n".join([*templates, (root / "pyproject.toml").read_text(encoding="utf-8"), *FROM_OUTSIDE])) == []


def test_a_function_that_nobody_calls_is_noticed() -> None:
    dead = 'def asked():\n    """Says asked."""\n    return 1\n\nclass Kept:\n    def told(self):\n        return self.told_twice()\n'

    assert unused({"dead": dead, "live": "from dead import Kept\nKept()"}) == ["dead: asked", "dead: told"]
