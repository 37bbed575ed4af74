"""`contract-registry compare`: what got worse, better or other between two editions of a contract."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from contract_registry.cli.destination import Destination, destination_of
from contract_registry.cli.exits import Exit
from contract_registry.cli.options import (
    AsOf,
    Debug,
    Format,
    Jurisdiction,
    NoColour,
    NoReader,
    Password,
    ReportForm,
    Role,
    Rules,
    Seconds,
    Sector,
)
from contract_registry.cli.output import screen_of, write_text, write_utf8
from contract_registry.cli.session import checked_files, checked_output, opened, originals
from contract_registry.errors import WrongUsage

if TYPE_CHECKING:
    from contract_registry.operations.compare import WasCompared

BOTH = 2


def compare(
    old: Annotated[str, typer.Argument(metavar="OLD", help="The older edition; - for standard input.", show_default=False)],
    new: Annotated[str, typer.Argument(metavar="NEW", help="The newer edition; - for standard input.", show_default=False)],
    format: ReportForm = None,  # noqa: A002  the option's name
    output: Annotated[
        str | None,
        typer.Option(
            metavar="FILE",
            help="Write the report here and not to standard output: a name that ends in .html, .txt, .json or .jsonl.",
            show_default=False,
        ),
    ] = None,
    full: Annotated[
        bool, typer.Option("--full", help="Every sentence that changed, whether a rule speaks of it or not, and the law too.")
    ] = False,
    quiet_if_same: Annotated[
        bool, typer.Option("--quiet-if-same", help="Write nothing where nothing that the rules look for came, went or changed.")
    ] = False,
    sector: Sector = "",
    role: Role = "",
    jurisdiction: Jurisdiction = "",
    as_of: AsOf = "",
    rules: Rules = None,
    no_reader: NoReader = False,
    password: Password = None,
    seconds: Seconds = None,
    no_colour: NoColour = False,
    debug: Debug = False,
) -> int:
    """Report what changed between two editions of a contract or of a platform's terms, and for whom.

    Findings, protections and gaps that came, went or changed, with their sentences before and now. New numbers, layout and order are no change.
    The exit status is 1 where something got worse, 0 where nothing did.
    """
    from contract_registry.cli.progress import with_progress
    from contract_registry.cli.reports import Tally, tell_failure
    from contract_registry.operations.circumstances import circumstances_of
    from contract_registry.operations.compare import WasNotCompared, compare_reads
    from contract_registry.operations.read import read_sources
    from contract_registry.operations.render_comparison import comparison_as_json
    from contract_registry.operations.scan import ahead

    paths = checked_files([old, new])
    if len(paths) != BOTH:
        raise WrongUsage("compare takes two files. For a folder, name the edition that is meant.")
    checked_output(output, paths)
    destination = destination_of(output, format, several=False, keep=originals(paths), is_terminal=sys.stdout.isatty())
    if destination.is_folder:
        raise WrongUsage(f"{output} is a folder, and there is one report. Give --output the name of a file.")
    tally = Tally(debug)
    with opened(seconds=seconds, rules=rules, no_reader=no_reader) as system:
        if rules is not None:
            system.rulebook()  # what is wrong with rules of one's own is said before anything else
        circumstances = circumstances_of(system, sector=sector, role=role, jurisdiction=jurisdiction, as_of=as_of)
        before, after = with_progress(read_sources(system, paths, password=password, meanwhile=ahead(system)), paths)
        outcome = compare_reads(system, before, after, circumstances)
    if isinstance(outcome, WasNotCompared):
        for failure in outcome.failures:
            tally.failure(failure)
            if destination.form is not Format.JSON:
                tell_failure(failure, screen_of(sys.stderr, no_colour=no_colour))
        if destination.form is Format.JSON:
            _write(comparison_as_json(outcome, on_one_line=destination.on_one_line), destination, "Not compared")
        return tally.status
    if not (quiet_if_same and outcome.is_same):
        _write(_told(outcome, destination, full=full, no_colour=no_colour), destination, outcome.comparison.outcome.capitalize())
    return Exit.CHANGED if outcome.got_worse else Exit.DONE


def _told(outcome: WasCompared, destination: Destination, *, full: bool, no_colour: bool) -> str:
    """The report in the form that was asked for."""
    from contract_registry.operations.render_comparison import comparison_as_html, comparison_as_json, comparison_as_text

    if destination.form is Format.HTML:
        return comparison_as_html(outcome)
    if destination.form is Format.JSON:
        return comparison_as_json(outcome, on_one_line=destination.on_one_line)
    from contract_registry.cli.reports import ON_PAPER

    screen = screen_of(sys.stdout, no_colour=no_colour) if destination.path is None else ON_PAPER
    return comparison_as_text(outcome, width=screen.width, colour=screen.colour, detail="full" if full else "usual")


def _write(text: str, destination: Destination, what: str) -> None:
    from contract_registry.cli.reports import keep_in_file

    if destination.path is not None:
        keep_in_file([text], destination.path, what)
    elif destination.form is Format.TERMINAL:
        write_text(text)
    else:
        write_utf8(text)
