"""Opens the system as the environment and the options of a command ask for it."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Sequence
from contextlib import AbstractContextManager, suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from contract_registry.cli.output import write_text
from contract_registry.errors import WrongUsage

if TYPE_CHECKING:
    from contract_registry.operations.system import System


def opened(*, seconds: float | None = None, rules: Path | None = None) -> AbstractContextManager[System]:
    """The system, to be used in a `with`."""
    from contract_registry.bootstrap import assemble
    from contract_registry.settings import MOST, from_environment

    settings = from_environment(os.environ)
    if seconds is not None:
        if not 0 < seconds <= MOST:
            raise WrongUsage(f"--seconds is {seconds:g}; give a number above 0, {MOST:,} at most.")
        settings = replace(settings, reading=replace(settings.reading, seconds=seconds))
    if rules is not None:
        if not rules.is_dir():
            raise WrongUsage(f"There is no folder of rules at {rules}.")
        settings = replace(settings, rules=replace(settings.rules, rules=rules))
    return assemble(settings)


def checked_output(output: Path | None, files: Sequence[str]) -> Path | None:
    """The place for the result as given; WrongUsage where that is one of the files to be read, which would be lost."""
    if output is not None and output.is_file() and output.resolve() in originals(files):
        raise WrongUsage(f"{output} is the contract itself, and would be overwritten. Give --output another name.")
    return output


def originals(files: Sequence[str]) -> set[Path]:
    """Where the files that are read really stand."""
    found = set[Path]()
    for file in files:
        with suppress(OSError, ValueError, RuntimeError):
            found.add(Path(file).resolve())
    return found


def checked_files(files: Sequence[str]) -> list[str]:
    """The files as given; WrongUsage when standard input is asked for twice. Whoever is to type it is told how to end."""
    if Counter(files)["-"] > 1:
        raise WrongUsage("Standard input (-) can be read only once.")
    if "-" in files and sys.stdin.isatty():
        write_text(f"Paste the text, then press {'Ctrl-Z and Enter' if os.name == 'nt' else 'Enter and Ctrl-D'}.\n", sys.stderr)
    return list(files)
