"""`contract-registry redact`: a contract without what tells who is in it, and the log of what was taken out."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from contract_registry.cli.options import Debug, Files, Password, Seconds, Together
from contract_registry.cli.output import screen_of, write_utf8
from contract_registry.cli.session import checked_files, checked_output, opened


def redact(
    files: Files,
    together: Together = False,
    log: Annotated[bool, typer.Option("--log", help="Print what was taken out, what stands instead and why, and not the text.")] = False,
    output: Annotated[Path | None, typer.Option(metavar="FILE", help="Write here and not to standard output.", show_default=False)] = None,
    password: Password = None,
    seconds: Seconds = None,
    debug: Debug = False,
) -> int:
    """Print a contract without names, addresses, titles, numbers, exact sums and dates.

    Sums are told in bands, dates in quarters, rare roles as their family. Read the result before you pass it on: a name that
    is written like any other word may still stand in it. The log names everything; keep it to yourself.
    """
    from contract_registry.cli.progress import with_progress
    from contract_registry.cli.reports import Tally, keep_in_file, tell_failure, tell_problems
    from contract_registry.operations.read import WasNotRead, read_sources
    from contract_registry.operations.redact import redacted_as_text, redaction_log

    paths = checked_files(files)
    checked_output(output, paths)
    tally = Tally(debug=debug)
    kept: list[str] = []
    write = write_utf8 if output is None else kept.append
    with opened(seconds=seconds) as system:
        reads = read_sources(system, paths, together=together, password=password)
        for outcome in with_progress(reads, ["+".join(paths)] if together else paths):
            if isinstance(outcome, WasNotRead):
                tally.failure(outcome)
                tell_failure(outcome, screen_of(sys.stderr))
            else:
                tell_problems(outcome, screen_of(sys.stderr))
                write(redaction_log(outcome) if log else f"{redacted_as_text(outcome)}\n")
    if output is not None:
        keep_in_file(kept, output)
    return tally.status
