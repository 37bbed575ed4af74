"""Writes what became of each file in the form that was asked for, one after the other as they come."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from contract_registry.cli.exits import Exit
from contract_registry.cli.options import Format
from contract_registry.cli.output import Screen, screen_of, write_file, write_message, write_text, write_utf8
from contract_registry.errors import UnexpectedFault, WrongUsage
from contract_registry.operations.read import WasNotRead, WasRead
from contract_registry.operations.scan import WasScanned

ScanIt = Callable[[WasRead], WasScanned | WasNotRead]
HtmlOf = Callable[[WasScanned], str]


@dataclass(frozen=True, slots=True)
class Wanted:
    """The form of the reports and where they go; `several` says that they are many and not one, `keep` what they must not overwrite."""

    form: Format
    output: Path | None = None
    several: bool = False
    keep: frozenset[Path] = frozenset()
    brief: bool = False
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
    if wanted.form is Format.HTML:
        return _as_html(reads, scan_it, html_of, wanted)
    return _as_json(reads, scan_it, wanted) if wanted.form is Format.JSON else _for_terminal(reads, scan_it, wanted)


def tell_failure(outcome: WasNotRead, screen: Screen) -> None:
    """Say on standard error what went wrong with a file and what to do next."""
    from contract_registry.operations.render import error_as_text

    write_text(error_as_text(outcome, width=screen.width, colour=screen.colour), sys.stderr)


def tell_problems(read: WasRead, screen: Screen) -> None:
    """Say on standard error what of a document could not be read."""
    from contract_registry.operations.render import problems_as_text

    write_text(problems_as_text(read, width=screen.width, colour=screen.colour), sys.stderr)


def _for_terminal(reads: Iterable[WasRead | WasNotRead], scan_it: ScanIt, wanted: Wanted) -> Exit:
    from contract_registry.operations.render import heading_as_text, scan_as_text, summary_as_text

    tally = Tally(wanted.debug)
    screen = screen_of(sys.stdout, no_colour=wanted.no_colour) if wanted.output is None else Screen(80, colour=False)
    kept: list[str] = []
    write = write_text if wanted.output is None else kept.append
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
            write(scan_as_text(outcome, width=screen.width, colour=screen.colour, brief=wanted.brief) + ("\n\n" if wanted.several else ""))
        tally.told.append((read.given, outcome))
    if wanted.several:
        write(summary_as_text(tally.told, width=screen.width, colour=screen.colour))
    if wanted.output is not None:
        write_file("".join(kept), wanted.output)
    return tally.status


def _as_json(reads: Iterable[WasRead | WasNotRead], scan_it: ScanIt, wanted: Wanted) -> Exit:
    from contract_registry.operations.render import scan_as_json

    tally = Tally(wanted.debug)
    kept: list[str] = []
    write = write_utf8 if wanted.output is None else kept.append
    for read in reads:
        outcome = read if isinstance(read, WasNotRead) else scan_it(read)
        if isinstance(outcome, WasNotRead):
            tally.failure(outcome)
        write(scan_as_json(outcome, on_one_line=wanted.several))
    if wanted.output is not None:
        write_file("".join(kept), wanted.output)
    return tally.status


def _as_html(reads: Iterable[WasRead | WasNotRead], scan_it: ScanIt, html_of: HtmlOf, wanted: Wanted) -> Exit:
    if wanted.output is None and (wanted.several or sys.stdout.isatty()):
        many = "Several reports need a folder" if wanted.several else "A page of HTML is for a browser"
        raise WrongUsage(f"{many}: add --output {'reports/' if wanted.several else 'report.html'}.")
    tally, taken = Tally(wanted.debug), set(wanted.keep)
    screen = screen_of(sys.stderr, no_colour=wanted.no_colour)
    for read in reads:
        outcome = read if isinstance(read, WasNotRead) else scan_it(read)
        if isinstance(outcome, WasNotRead):
            tally.failure(outcome)
            tell_failure(outcome, screen)
        elif wanted.output is None:
            write_utf8(html_of(outcome))
        else:
            path = _free_path(wanted.output, outcome.read.document.name, taken, is_folder=wanted.several or wanted.output.is_dir())
            write_file(html_of(outcome), path)
            write_message(f"{outcome.scan.verdict.capitalize()}: {path}\n")
    return tally.status


def _free_path(output: Path, name: str, taken: set[Path], *, is_folder: bool) -> Path:
    """The file to write a report to: `output` itself, or in that folder one named for the document and not among those `taken`."""
    if not is_folder:
        return output
    plain = "".join(letter if letter.isalnum() or letter in " -_.+()" else "_" for letter in name).strip(" .")[:120] or "report"
    path, count = output / f"{plain}.html", 2
    while path.resolve() in taken:
        path, count = output / f"{plain}-{count}.html", count + 1
    taken.add(path.resolve())
    return path
