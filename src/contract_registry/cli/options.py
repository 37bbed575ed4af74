"""The options that several commands share."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class Format(StrEnum):
    """The forms a report comes in."""

    TERMINAL = "terminal"
    JSON = "json"
    HTML = "html"


class ReadFormat(StrEnum):
    """The forms in which a document that was read comes."""

    TEXT = "text"
    JSON = "json"


class View(StrEnum):
    """Which text of a file with tracked changes."""

    ACCEPTED = "accepted"
    ORIGINAL = "original"


Files = Annotated[
    list[str],
    typer.Argument(metavar="FILE", help="Files to read; a folder stands for the files in it, - for standard input.", show_default=False),
]
Together = Annotated[
    bool, typer.Option("--together", help="Take all files as one document: photographs of its pages, a contract and its schedules.")
]
Password = Annotated[
    str | None,
    typer.Option(envvar="CONTRACT_REGISTRY_PASSWORD", help="Password of a locked PDF.", metavar="WORD", show_default=False),
]
Seconds = Annotated[float | None, typer.Option(help="Seconds that reading one file may take.", show_default="60", metavar="NUMBER")]
Rules = Annotated[
    Path | None,
    typer.Option(metavar="FOLDER", help="Use the rules in this folder in place of those that came with this version.", show_default=False),
]
Data = Annotated[
    Path | None,
    typer.Option(
        metavar="FOLDER", help="Folder of the database and of sealed files.", show_default="the system's usual place for such data"
    ),
]
Debug = Annotated[bool, typer.Option("--debug", help="Show where an unexpected error came from.")]
