"""A progress bar on standard error, drawn only where a person looks at it."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from contract_registry.cli.output import write_text

BAR_WIDTH = 24

Outcome = TypeVar("Outcome")


def with_progress(outcomes: Iterable[Outcome], names: Sequence[str], doing: str = "Reading") -> Iterator[Outcome]:
    """`outcomes` as they come, one for each of `names`, with a bar that says how far it is; cleared whenever something else is written."""
    if not sys.stderr.isatty():
        yield from outcomes
        return
    coming = iter(outcomes)
    for done in range(len(names)):
        shown = _draw(done, names, doing)
        try:
            outcome = next(coming)
        finally:
            write_text("\r" + " " * len(shown) + "\r", sys.stderr)
        yield outcome


def _draw(done: int, names: Sequence[str], doing: str) -> str:
    name = "".join(letter if letter.isprintable() else "?" for letter in names[done])
    bar = ""
    if len(names) > 1:
        full = BAR_WIDTH * done // len(names)
        bar = f"[{'#' * full}{'-' * (BAR_WIDTH - full)}] {done + 1} of {len(names)} "
    shown = f"{bar}{doing} {name}"[: shutil.get_terminal_size((80, 24)).columns - 1]
    write_text(shown, sys.stderr)
    return shown
