"""The options that several commands share."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from contract_registry.core.rules.trades import ROLES, SECTORS


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


class MeasureFormat(StrEnum):
    """The forms in which rules are measured and compared."""

    TERMINAL = "terminal"
    JSON = "json"


Files = Annotated[
    list[str],
    typer.Argument(metavar="FILE", help="Files to read; a folder stands for the files in it, - for standard input.", show_default=False),
]
Together = Annotated[
    bool, typer.Option("--together", help="Take all files as one document: photographs of its pages, a contract and its schedules.")
]
Sector = Annotated[
    str,
    typer.Option(
        help=f"Sector of the work, one of: {', '.join(SECTORS)}. Not said: as the document shows it.", show_default=False, metavar="NAME"
    ),
]
Role = Annotated[str, typer.Option(help=f"Your role in it, one of: {', '.join(ROLES)}.", show_default=False, metavar="NAME")]
Jurisdiction = Annotated[str, typer.Option(help="Country whose law applies, such as GB, IE or US-NY.", show_default=False, metavar="CODE")]
AsOf = Annotated[
    str,
    typer.Option(
        help="Judge by the laws in force on this day (year-month-day); the rules are those installed.",
        show_default="the rules' own date",
        metavar="DATE",
    ),
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
Drafts = Annotated[bool, typer.Option("--drafts", help="Let draft rules speak too.")]
NoColour = Annotated[bool, typer.Option("--no-colour", "--no-color", help="Never use colour.")]
ReportForm = Annotated[
    Format | None, typer.Option("--format", help="The form of the report.", show_default="by the name of --output, else terminal")
]
ReadForm = Annotated[ReadFormat, typer.Option("--format", help="For people, or for programs.")]
MeasureForm = Annotated[MeasureFormat, typer.Option("--format", help="For people, or for programs.")]
NoReader = Annotated[bool, typer.Option("--no-reader", help="Leave the second reader out, which gives its opinion on what the rules find.")]
Debug = Annotated[bool, typer.Option("--debug", help="Show where an unexpected error came from.")]
