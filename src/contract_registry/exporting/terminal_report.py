"""The report for a terminal: the verdict, then everything in short, then each thing with what to do about it, the gravest first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich import box
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from contract_registry.exporting import plain_words
from contract_registry.exporting.entry import Entry
from contract_registry.exporting.report import Report
from contract_registry.exporting.terminal import STYLES, bulleted, labelled, notices, rendered, section, words
from contract_registry.exporting.terminal_entry import Detail, entry_part, favour_line, shortened

MORE = "What to ask and propose on the lesser points too, the law, and which rule spoke: add --full."


def terminal_report(report: Report, *, width: int = 80, colour: bool = False, detail: Detail = "usual") -> str:
    """The report after its heading, in lines of at most `width` columns; with `colour` it carries ANSI styles, without it no escape at all."""
    return rendered(_parts(report, detail), width=width, colour=colour)


def _parts(report: Report, detail: Detail) -> Iterable[RenderableType]:
    yield _verdict(report)
    yield from notices("Could not be read or judged", report.unread)
    yield from notices("About the file", report.remarks)
    yield from notices("About your case", report.case)
    if len(report.against) > 1 or (report.against and detail == "brief"):
        yield from section("In short", [_in_short(report.against)])
    if detail != "brief":
        for title, entries in (
            ("Taken together", report.combinations),
            ("What takes something from you", report.findings),
            ("What cannot be told from the words", report.unclear),
            ("Not found in this document", report.absences),
        ):
            yield from section(title, [entry_part(each, detail, status=not report.status) for each in entries])
    yield from section("What works in your favour", [favour_line(each, detail) for each in report.protections])
    if detail != "brief":
        yield from section("What it says", [labelled(report.facts)] if report.facts else [])
    yield from _foot(report, detail)


def _foot(report: Report, detail: Detail) -> Iterable[RenderableType]:
    yield Padding(Rule(style="dim", characters="─"), (1, 0, 0, 0))
    yield words(plain_words.NOT_ADVICE)
    if report.has_unread_law and (detail == "full" or (detail == "usual" and any(entry.law.is_asked for entry in report.against))):
        yield words(plain_words.UNREAD_LAW)
    if report.against and detail == "usual":
        yield words(MORE)
    if report.status:
        yield words(f"Standing of every rule that spoke: {report.status}.", "dim")
    yield words(report.made_with, "dim")


def _verdict(report: Report) -> RenderableType:
    lines: list[RenderableType] = [words(f" {report.verdict.upper()} ", STYLES[report.verdict]), words(report.meaning)]
    lines += [bulleted(reason) for reason in report.because]
    return Padding(Panel(Group(*lines), box=box.SQUARE, padding=(0, 1)), (1, 0, 0, 0))


def _in_short(entries: Sequence[Entry]) -> RenderableType:
    """A row for each: its number, how grave it is, and what it is, where, in which words."""
    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_column(justify="right", min_width=2)
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for entry in entries:
        severity = words("UNCLEAR", "bold") if entry.kind == "unclear" else words(_short_severity(entry), STYLES[entry.severity])
        table.add_row(words(str(entry.number or "")), severity, _row(entry))
    return table


def _short_severity(entry: Entry) -> str:
    return "INFO" if entry.severity == "info" else plain_words.SEVERITIES[entry.severity].upper()


def _row(entry: Entry) -> Text:
    row = words(entry.title, "bold")
    if entry.members:
        row.append(f" (made by {plain_words.listed([str(number) for number, _ in entry.members])})", "not bold")
    if entry.where_short:
        row.append(f" · {entry.where_short}", "not bold")
    if entry.focus:
        row.append(f"\n»{shortened(entry.focus)}«", "not bold")
    if entry.points:
        row.append(f"\nAlso: {plain_words.listed([point.title for point in entry.points])}", "not bold")
    return row
