"""The pages about rules and types, made from a folder of rules and put in a folder of their own."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from contract_registry.errors import NotWritten, WrongUsage
from contract_registry.operations.rules import rulebook_in

MADE = "Made from the rules by `contract-registry rules pages`; change a rule and run it again."


def pages_for(folder: Path, into: Path) -> dict[str, str]:
    """The text of every page about the rules in `folder`, by its path below `into`; InvalidRules where they make no rulebook."""
    from contract_registry.exporting.rule_pages import rule_pages

    files, rulebook = rulebook_in(folder)
    cases = {file.data["rule"]: file.data["cases"] for file in files if file.form == "cases"}
    return rule_pages(rulebook, cases, MADE, Path(os.path.relpath(folder, into)).as_posix())


def write_rule_pages(folder: Path, into: Path) -> tuple[str, ...]:
    """The paths below `into` of the pages that were written anew, or removed since their rule or type is gone.

    WrongUsage where `into` is a file, NotWritten where nothing can be written to it.
    """
    if into.exists() and not into.is_dir():
        raise WrongUsage(f"{into} is a file. Give the name of a folder for the pages.")
    pages = pages_for(folder, into)
    try:
        return (*_written(into, pages), *_removed(into, pages))
    except OSError as error:
        raise NotWritten(f"The pages could not be written to {into}: {error.strerror}. Give the name of another folder.") from error


def _written(into: Path, pages: dict[str, str]) -> Iterator[str]:
    for name, text in pages.items():
        path = into / name
        if not path.is_file() or path.read_text(encoding="utf-8", errors="replace") != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
            yield name


def _removed(into: Path, pages: dict[str, str]) -> Iterator[str]:
    """Pages that were made like these once and are none of them; what anybody else wrote stays."""
    for path in sorted(into.glob("**/*.md")):
        name = path.relative_to(into).as_posix()
        if name not in pages and MADE in path.read_text(encoding="utf-8", errors="replace"):
            path.unlink()
            yield name
