"""Nothing that a person reads here judges people, promises safety, gives scores or is sure of a court."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from contract_registry.core.rules import speech

CONTRACTS = ("learning", "documents")
"""Where contracts speak, which promise and judge as contracts do."""
NAMES_THEM = {Path("clause_rules/README.md"), Path(speech.__file__)}
"""Where the words stand because they are forbidden."""


def told(path: Path) -> Iterator[str]:
    """What a file may show to a person: all of a page, template or list; the strings of code."""
    text = path.read_text(encoding="utf-8")
    if path.suffix != ".py":
        yield text
        return
    yield from (node.value for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Constant) and isinstance(node.value, str))


def test_words_that_are_never_used_stand_nowhere(files: list[Path], root: Path) -> None:
    read = [
        file
        for file in files
        if file.suffix in {".md", ".jinja", ".yaml"} or (file.suffix == ".py" and file.parts[0] == "src")
        if file not in NAMES_THEM and root / file not in NAMES_THEM and "vocabulary" not in file.parts and file.parts[:2] != CONTRACTS
    ]

    spoken = [
        (str(file), found.group())
        for file in read
        for text in told(root / file)
        for never in speech.NEVER
        for found in never.words.finditer(text)
    ]

    assert len(read) > 300
    assert spoken == []
