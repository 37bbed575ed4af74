"""A newcomer can say what each module is for from its first sentence."""

from __future__ import annotations

import ast
import re
from pathlib import Path

DRAWERS = {"utils", "util", "helpers", "common", "misc", "tools", "stuff", "base", "manager", "managers"}


def modules(files: list[Path]) -> list[Path]:
    return [file for file in files if file.suffix == ".py" and file.parts[0] in {"src", "tests", "benchmarks"}]


def purpose(path: Path) -> str:
    """The first paragraph of the module's docstring, on one line."""
    text = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    return " ".join(text.partition("\n\n")[0].split())


def test_every_module_opens_with_one_sentence(files: list[Path], root: Path) -> None:
    sentence = re.compile(r"\S.*\S[.!?]")

    silent = [str(file) for file in modules(files) if not sentence.fullmatch(purpose(root / file))]

    assert silent == []


def test_no_two_modules_say_the_same(files: list[Path], root: Path) -> None:
    seen: dict[str, list[str]] = {}
    for file in modules(files):
        seen.setdefault(purpose(root / file), []).append(str(file))

    assert [names for names in seen.values() if len(names) > 1] == []


def test_no_folder_or_module_is_a_drawer(files: list[Path]) -> None:
    drawers = [str(file) for file in modules(files) if DRAWERS & {*file.parent.parts, file.stem}]

    assert drawers == []
