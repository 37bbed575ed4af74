"""`contract-registry scan`: what a contract takes away, as a report, as JSON or as a page for the browser."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from contract_registry.cli.destination import destination_of
from contract_registry.cli.options import (
    AsOf,
    Debug,
    Drafts,
    Files,
    Jurisdiction,
    NoColour,
    NoReader,
    Password,
    ReportForm,
    Role,
    Rules,
    Seconds,
    Sector,
    Together,
)
from contract_registry.cli.session import checked_files, checked_output, opened, originals
from contract_registry.errors import WrongUsage


def scan(
    files: Files,
    together: Together = False,
    format: ReportForm = None,  # noqa: A002  the option's name
    output: Annotated[
        str | None,
        typer.Option(
            metavar="PATH",
            help="Write the report here and not to standard output: a name that ends in .html, .txt, .json or .jsonl, or a folder (reports/) for a report on each file.",
            show_default=False,
        ),
    ] = None,
    brief: Annotated[bool, typer.Option("--brief", help="Only the verdict and a line or two for each finding.")] = False,
    full: Annotated[bool, typer.Option("--full", help="Every proposal, the law, and which rule spoke, too.")] = False,
    sector: Sector = "",
    role: Role = "",
    jurisdiction: Jurisdiction = "",
    as_of: AsOf = "",
    drafts: Drafts = False,
    rules: Rules = None,
    no_reader: NoReader = False,
    password: Password = None,
    seconds: Seconds = None,
    no_colour: NoColour = False,
    debug: Debug = False,
) -> int:
    """Report what a contract takes away: the exact words, what they mean, what to ask and what to propose.

    Reads PDF, Word, web pages, e-mail, text and photographs. Nothing is kept and nothing is sent anywhere.
    """
    from contract_registry.cli.progress import with_progress
    from contract_registry.cli.reports import Wanted, write_reports
    from contract_registry.operations.circumstances import circumstances_of
    from contract_registry.operations.read import read_sources
    from contract_registry.operations.render import scan_as_html
    from contract_registry.operations.scan import ahead, scan_read

    if brief and full:
        raise WrongUsage("--brief and --full ask for opposite things. Leave one of them out.")
    paths = checked_files(files)
    checked_output(output, paths)
    several = len(paths) > 1 and not together
    wanted = Wanted(
        destination_of(output, format, several=several, keep=originals(paths), is_terminal=sys.stdout.isatty()),
        several=several,
        detail="brief" if brief else "full" if full else "usual",
        no_colour=no_colour,
        debug=debug,
    )
    with opened(seconds=seconds, rules=rules, no_reader=no_reader) as system:
        if rules is not None:
            system.rulebook()  # what is wrong with rules of one's own is said before anything else
        circumstances = circumstances_of(system, sector=sector, role=role, jurisdiction=jurisdiction, as_of=as_of)
        reads = read_sources(system, paths, together=together, password=password, meanwhile=ahead(system))
        return write_reports(
            with_progress(reads, ["+".join(paths)] if together else paths),
            lambda read: scan_read(system, read, circumstances, drafts=drafts),
            lambda scanned: scan_as_html(system, scanned, password=password),
            wanted,
        )
