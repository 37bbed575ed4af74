"""`contract-registry drift`: what became of a platform's terms, or any template, over its dated editions."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from contract_registry.cli.destination import Destination, destination_of
from contract_registry.cli.options import AsOf, Debug, Format, Jurisdiction, NoColour, NoReader, ReportForm, Role, Rules, Sector
from contract_registry.cli.output import screen_of, write_message, write_text, write_utf8
from contract_registry.cli.session import opened

if TYPE_CHECKING:
    from contract_registry.core.comparing.drift.drift import Drift


def drift(
    folder: Annotated[
        Path,
        typer.Argument(
            metavar="FOLDER", help="Folder of editions named by their days (2024-08-31.md), or of such folders.", show_default=False
        ),
    ],
    format: ReportForm = None,  # noqa: A002  the option's name
    output: Annotated[
        str | None,
        typer.Option(
            metavar="FILE|FOLDER", help="Write the report here: a name that ends in .html, .txt, .json or .jsonl, or in / for a folder.",
            show_default=False,
        ),
    ] = None,
    full: Annotated[bool, typer.Option("--full", help="Each sentence as it came, changed and left.")] = False,
    sector: Sector = "",
    role: Role = "",
    jurisdiction: Jurisdiction = "",
    as_of: AsOf = "",
    rules: Rules = None,
    no_reader: NoReader = False,
    no_colour: NoColour = False,
    debug: Debug = False,
) -> int:  # fmt: skip
    """Tell since when a template names AI, and for each type of clause in which edition it entered, was reworded and left.

    Every edition is judged by the same rules, those of today, so that what differs is the text. What a web page carries around its terms is no change.
    """
    from contract_registry.cli.progress import with_progress
    from contract_registry.cli.reports import Tally, tell_failure
    from contract_registry.operations.circumstances import circumstances_of
    from contract_registry.operations.drift import drift_through, editions_in, scanned_editions

    every = editions_in(folder)
    destination = destination_of(output, format, several=len(every) > 1, is_terminal=sys.stdout.isatty())
    tally, kept = Tally(debug), list[str]()
    with opened(rules=rules, no_reader=no_reader) as system:
        circumstances = circumstances_of(system, sector=sector, role=role, jurisdiction=jurisdiction, as_of=as_of)
        for found in every:
            for path in found.undated:
                write_message(f"{path.name} was left out: its name begins with no day.\n")
            names = [f"{found.name} {each.day}" for each in found.editions]
            followed = drift_through(system, found, list(with_progress(scanned_editions(system, found, circumstances), names, "Scanning")))
            for failure in followed.failures:
                tally.failure(failure)
                tell_failure(failure, screen_of(sys.stderr, no_colour=no_colour))
            if followed.drift is not None:
                _put(_told(followed.drift, found.name, destination, full=full, no_colour=no_colour), found.name, destination, kept)
    if kept and destination.path is not None:
        _keep(kept, destination.path)
    return tally.status


def _told(drift: Drift, name: str, destination: Destination, *, full: bool, no_colour: bool) -> str:
    """The report in the form that was asked for."""
    from contract_registry.cli.reports import ON_PAPER
    from contract_registry.operations.render_drift import drift_as_html, drift_as_json, drift_as_text

    if destination.form is Format.HTML:
        return drift_as_html(drift, name)
    if destination.form is Format.JSON:
        return drift_as_json(drift, name, on_one_line=destination.on_one_line)
    screen = screen_of(sys.stdout, no_colour=no_colour) if destination.path is None else ON_PAPER
    return drift_as_text(drift, name, width=screen.width, colour=screen.colour, full=full)


def _put(text: str, name: str, destination: Destination, kept: list[str]) -> None:
    """Write one report, or keep it for the one file in which several stand."""
    if destination.is_folder:
        _keep([text], destination.file_for(name))
    elif destination.path is not None:
        kept.append(text)
    elif destination.form is Format.TERMINAL:
        write_text(f"{text}\n")
    else:
        write_utf8(text)


def _keep(texts: list[str], path: Path) -> None:
    from contract_registry.cli.reports import keep_in_file

    keep_in_file(texts, path)
