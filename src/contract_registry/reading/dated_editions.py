"""Finds the dated editions of templates in a folder: a file for each, whose name begins with its day, in a folder for each template."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from contract_registry.errors import WrongUsage

_DAY = re.compile(r"(\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))(?!\d)")


@dataclass(frozen=True, slots=True)
class EditionFile:
    """A file with the day from which its terms stood."""

    day: str
    path: Path


@dataclass(frozen=True, slots=True)
class EditionsFound:
    """The editions of one template, the oldest first, and the files beside them that name no day."""

    name: str
    editions: tuple[EditionFile, ...]
    undated: tuple[Path, ...] = ()


def editions_in(folder: Path) -> tuple[EditionsFound, ...]:
    """Of a folder with dated files the one template that it is, else a template for each folder in it that has some; by their names.

    WrongUsage, saying what is expected, where there is no such folder, or no dated file in it.
    """
    if not folder.is_dir():
        raise WrongUsage(f"There is no folder {folder}. Give one with dated files, such as 2024-08-31.md.")
    found = _found(folder)
    every = (found,) if found.editions else tuple(each for each in map(_found, _inside(folder)) if each.editions)
    if not every:
        raise WrongUsage(f"No file in {folder} has a name that begins with a day. Name each edition by its day, such as 2024-08-31.md.")
    return every


def _inside(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.is_dir() and not path.name.startswith("."))


def _found(folder: Path) -> EditionsFound:
    files = sorted(path for path in folder.iterdir() if path.is_file() and not path.name.startswith("."))
    dated = [(day.group(1), path) for path in files if (day := _DAY.match(path.name))]
    editions = tuple(EditionFile(day, path) for day, path in sorted(dated))
    return EditionsFound(folder.resolve().name, editions, tuple(path for path in files if not _DAY.match(path.name)))
