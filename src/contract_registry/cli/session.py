"""Opens the system as the environment and the options of a command ask for it."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from contract_registry.cli.output import write_text
from contract_registry.errors import WrongUsage

if TYPE_CHECKING:
    from contract_registry.operations.access import Access
    from contract_registry.operations.system import System
    from contract_registry.settings import Settings


def opened(*, seconds: float | None = None, rules: Path | None = None, no_reader: bool = False) -> AbstractContextManager[System]:
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
    if no_reader:
        settings = replace(settings, rules=replace(settings.rules, second_reader=0))
    return assemble(settings)


def settings_for_service(*, data: Path | None = None, host: str = "", port: int | None = None, address: str = "") -> Settings:
    """The settings of the environment, with what the options of a command say in place of theirs."""
    from contract_registry.settings import from_environment

    settings = from_environment(os.environ)
    storage, serving = settings.storage, settings.serving
    if data is not None:
        storage = replace(storage, data=data)
    serving = replace(serving, host=host or serving.host, port=serving.port if port is None else port)
    people = replace(settings.people, address=address or settings.people.address)
    return replace(settings, storage=storage, serving=serving, people=people)


@contextmanager
def opened_access(data: Path | None) -> Iterator[Access]:
    """What people are known by, to be used in a `with`."""
    from contract_registry.bootstrap import open_access, open_foundations

    settings = settings_for_service(data=data)
    with open_foundations(settings) as foundations:
        yield open_access(settings, foundations)


def stop(_signal: int, _frame: object) -> None:
    """Have a signal end the command as Ctrl-C does: whatever is open is closed."""
    raise KeyboardInterrupt


def checked_output(output: str | Path | None, files: Sequence[str]) -> None:
    """WrongUsage where the result would go to one of the files to be read, which would be lost."""
    if output is not None and Path(output).is_file() and Path(output).resolve() in originals(files):
        raise WrongUsage(f"{output} is the contract itself, and would be overwritten. Give --output another name.")


def originals(files: Sequence[str]) -> set[Path]:
    """Where the files that are read really stand."""
    found = set[Path]()
    for file in files:
        with suppress(OSError, ValueError, RuntimeError):
            found.add(Path(file).resolve())
    return found


def checked_files(files: Sequence[str]) -> list[str]:
    """The files as given, in place of a folder those that lie in it; WrongUsage when standard input is asked for twice.

    Whoever is to type standard input is told how to end it.
    """
    if Counter(files)["-"] > 1:
        raise WrongUsage("Standard input (-) can be read only once.")
    if "-" in files and sys.stdin.isatty():
        write_text(f"Paste the text, then press {'Ctrl-Z and Enter' if os.name == 'nt' else 'Enter and Ctrl-D'}.\n", sys.stderr)
    return [path for file in files for path in _files_in(file)]


def _files_in(file: str) -> list[str]:
    """The path itself, or for a folder the files in it by name, without hidden ones and without what lies in further folders."""
    found: list[str] = []
    if file:
        with suppress(OSError, ValueError):  # told when the path itself is to be read
            found = sorted(str(path) for path in Path(file).iterdir() if path.is_file() and not path.name.startswith("."))
    return found or [file]
