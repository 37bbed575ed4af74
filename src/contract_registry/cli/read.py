"""`contract-registry read`: a contract's text as it was read, to check a quote or to see what was understood."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from contract_registry.cli.options import Debug, Files, Password, ReadFormat, Seconds, Together, View
from contract_registry.cli.output import screen_of, write_utf8
from contract_registry.cli.session import checked_files, checked_output, opened
from contract_registry.errors import WrongUsage


def read(
    files: Files,
    together: Together = False,
    format: Annotated[  # noqa: A002  the option's name
        ReadFormat, typer.Option("--format", help="The text alone, or everything that was understood of it.")
    ] = ReadFormat.TEXT,
    view: Annotated[View, typer.Option(help="The text with tracked changes accepted, or as it stood before them.")] = View.ACCEPTED,
    output: Annotated[Path | None, typer.Option(metavar="FILE", help="Write here and not to standard output.", show_default=False)] = None,
    password: Password = None,
    seconds: Seconds = None,
    debug: Debug = False,
) -> int:
    """Print the text of a contract as it was read.

    Every quote in a report is a slice of this text. With --format json: pages and boxes, running heads, clauses, definitions,
    references, parties, tracked changes, and what could not be read.
    """
    from contract_registry.cli.progress import with_progress
    from contract_registry.cli.reports import Tally, keep_in_file, tell_failure, tell_problems
    from contract_registry.operations.read import WasNotRead, read_sources
    from contract_registry.operations.render import read_as_json, read_as_text

    paths = checked_files(files)
    checked_output(output, paths)
    if view is View.ORIGINAL and format is ReadFormat.JSON:
        raise WrongUsage("JSON holds both views: the text, and its revisions with what was removed. Leave --view out.")
    several = len(paths) > 1 and not together
    on_one_line = several or (not sys.stdout.isatty() if output is None else output.suffix.lower() == ".jsonl")
    tally = Tally(debug=debug)
    kept: list[str] = []
    write = write_utf8 if output is None else kept.append
    with opened(seconds=seconds) as system:
        reads = read_sources(system, paths, together=together, password=password)
        for outcome in with_progress(reads, ["+".join(paths)] if together else paths):
            if isinstance(outcome, WasNotRead):
                tally.failure(outcome)
            if format is ReadFormat.JSON:
                write(read_as_json(outcome, on_one_line=on_one_line))
            elif isinstance(outcome, WasNotRead):
                tell_failure(outcome, screen_of(sys.stderr))
            else:
                tell_problems(outcome, screen_of(sys.stderr))
                title = f"==> {outcome.document.name} <==\n" if several else ""
                write(f"{title}{read_as_text(outcome, as_original=view is View.ORIGINAL)}\n")
    if output is not None:
        keep_in_file(kept, output)
    return tally.status
