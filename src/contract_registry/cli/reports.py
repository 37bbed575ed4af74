"""Writes what became of each file in the form that was asked for, one after the other as they come."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from contract_registry.cli.destination import Destination
from contract_registry.cli.exits import Exit
from contract_registry.cli.options import Format
from contract_registry.cli.output import Screen, screen_of, write_file, write_message, write_text, write_utf8
from contract_registry.errors import UnexpectedFault
from contract_registry.operations.read import WasNotRead, WasRead
from contract_registry.operations.render import Detail
from contract_registry.operations.scan import WasScanned

ScanIt = Callable[[WasRead], WasScanned | WasNotRead]
HtmlOf = Callable[[WasScanned], str]
ON_PAPER = Screen(80, colour=False)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Where the reports go and how they are told; `several` says that they are many and not one."""

    destination: Destination
    several: bool = False
    detail: Detail = "usual"
    no_colour: bool = False
    debug: bool = False


@dataclass
class Tally:
    """What has happened so far, for the exit status and the summary."""

    debug: bool = False
    failed: int = 0
    faults: int = 0
    told: list[tuple[str, WasScanned | WasNotRead]] = field(default_factory=list)

    def failure(self, outcome: WasNotRead) -> None:
        """Count the failure, and with --debug show where it came from."""
        self.failed += 1
        self.faults += isinstance(outcome.error, UnexpectedFault)
        if self.debug:
            write_message("".join(traceback.format_exception(outcome.error)))

    @property
    def status(self) -> Exit:
        return Exit.FAULT if self.faults else Exit.FILE_FAILED if self.failed else Exit.DONE


def write_reports(reads: Iterable[WasRead | WasNotRead], scan_it: ScanIt, html_of: HtmlOf, wanted: Wanted) -> Exit:
    """The exit status, once every report is written."""
    if wanted.destination.is_folder or wanted.destination.form is Format.HTML:
        return _one_by_one(reads, scan_it, html_of, wanted)
    return _as_json(reads, scan_it, wanted) if wanted.destination.form is Format.JSON else _for_terminal(reads, scan_it, wanted)


def tell_failure(outcome: WasNotRead, screen: Screen) -> None:
    """Say on standard error what went wrong with a file and what to do next."""
    from contract_registry.operations.render import error_as_text

    write_text(error_as_text(outcome, width=screen.width, colour=screen.colour), sys.stderr)


def tell_problems(read: WasRead, screen: Screen) -> None:
    """Say on standard error what of a document could not be read."""
    from contract_registry.operations.render import problems_as_text

    write_text(problems_as_text(read, width=screen.width, colour=screen.colour), sys.stderr)


def keep_in_file(texts: Iterable[str], path: Path, what: str = "Written") -> None:
    """Write the texts one after the other to `path`, and say on standard error that they are there."""
    write_file("".join(texts), path)
    write_message(f"{what}: {path}\n")


def _for_terminal(reads: Iterable[WasRead | WasNotRead], scan_it: ScanIt, wanted: Wanted) -> Exit:
    from contract_registry.operations.render import heading_as_text, scan_as_text, summary_as_text

    tally, path = Tally(wanted.debug), wanted.destination.path
    screen = screen_of(sys.stdout, no_colour=wanted.no_colour) if path is None else ON_PAPER
    kept: list[str] = []
    write = write_text if path is None else kept.append
    for read in reads:
        outcome: WasScanned | WasNotRead
        if isinstance(read, WasNotRead):
            outcome = read
        else:
            write(heading_as_text(read, width=screen.width, colour=screen.colour))
            outcome = scan_it(read)
        if isinstance(outcome, WasNotRead):
            tally.failure(outcome)
            tell_failure(outcome, screen_of(sys.stderr, no_colour=wanted.no_colour))
        else:
            report = scan_as_text(outcome, width=screen.width, colour=screen.colour, detail=wanted.detail)
            write(report + ("\n\n" if wanted.several else ""))
        tally.told.append((read.given, outcome))
    if wanted.several:
        write(summary_as_text(tally.told, width=screen.width, colour=screen.colour))
    _keep(kept, tally, wanted)
    return tally.status


def _as_json(reads: Iterable[WasRead | WasNotRead], scan_it: ScanIt, wanted: Wanted) -> Exit:
    from contract_registry.operations.render import scan_as_json

    tally = Tally(wanted.debug)
    kept: list[str] = []
    write = write_utf8 if wanted.destination.path is None else kept.append
    for read in reads:
        outcome = read if isinstance(read, WasNotRead) else scan_it(read)
        if isinstance(outcome, WasNotRead):
            tally.failure(outcome)
        tally.told.append((read.given, outcome))
        write(scan_as_json(outcome, on_one_line=wanted.destination.on_one_line))
    _keep(kept, tally, wanted)
    return tally.status


def _keep(kept: list[str], tally: Tally, wanted: Wanted) -> None:
    """Write what was kept to its one file, if it is to go to one and there is anything."""
    if wanted.destination.path is not None and kept:
        keep_in_file(kept, wanted.destination.path, _verdict_of(tally.told[0][1]) if len(tally.told) == 1 else "Written")


def _one_by_one(reads: Iterable[WasRead | WasNotRead], scan_it: ScanIt, html_of: HtmlOf, wanted: Wanted) -> Exit:
    """Each report in a file of its own, or one page of HTML on standard output; what could not be read is told on standard error."""
    tally, destination = Tally(wanted.debug), wanted.destination
    screen = screen_of(sys.stderr, no_colour=wanted.no_colour)
    for read in reads:
        outcome = read if isinstance(read, WasNotRead) else scan_it(read)
        if isinstance(outcome, WasNotRead):
            tally.failure(outcome)
            tell_failure(outcome, screen)
        elif destination.path is None:
            write_utf8(html_of(outcome))
        else:
            path = destination.file_for(outcome.read.document.name)
            keep_in_file([_report(outcome, html_of, wanted)], path, _verdict_of(outcome))
    return tally.status


def _report(outcome: WasScanned, html_of: HtmlOf, wanted: Wanted) -> str:
    from contract_registry.operations.render import heading_as_text, scan_as_json, scan_as_text

    if wanted.destination.form is Format.HTML:
        return html_of(outcome)
    if wanted.destination.form is Format.JSON:
        return scan_as_json(outcome)
    heading = heading_as_text(outcome.read, width=ON_PAPER.width, colour=False)
    return heading + scan_as_text(outcome, width=ON_PAPER.width, colour=False, detail=wanted.detail)


def _verdict_of(outcome: WasScanned | WasNotRead) -> str:
    return "Not read" if isinstance(outcome, WasNotRead) else outcome.scan.verdict.capitalize()
