"""The report for a terminal: read from the top, the gravest first, complete in black and white and at 80 columns."""

from __future__ import annotations

from collections.abc import Iterable
from io import StringIO

from rich import box
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from contract_registry.core.clauses.tree import Clauses
from contract_registry.core.document import Document
from contract_registry.errors import UnreadableFile
from contract_registry.exporting import plain_words
from contract_registry.exporting.entry import Entry
from contract_registry.exporting.inert import inert
from contract_registry.exporting.report import Report
from contract_registry.exporting.whereabouts import about_document

WIDEST = 100
LABEL_WIDTH = 14
NO_NAME = '""'
STYLES = {
    "stop": "bold white on red",
    "ask first": "bold black on yellow",
    "check": "bold black on cyan",
    "fine": "bold black on green",
    "critical": "bold red",
    "high": "bold red",
    "medium": "bold yellow",
    "low": "bold cyan",
    "info": "bold",
}


def terminal_report(report: Report, *, width: int = 80, colour: bool = False, brief: bool = False) -> str:
    """The report after its heading, in lines of at most `width` columns; with `colour` it carries ANSI styles, without it no escape at all."""
    return rendered(_parts(report, brief=brief), width=width, colour=colour)


def terminal_heading(clauses: Clauses, *, width: int = 80, colour: bool = False) -> str:
    """The document's name and what it is: the first two lines, which need no scan."""
    parts = (words(inert(clauses.document.name), "bold"), words(about_document(clauses)))
    return rendered(parts, width=width, colour=colour)


def terminal_error(name: str, error: UnreadableFile, *, width: int = 80, colour: bool = False) -> str:
    """One paragraph: which file, what is wrong with it, and what to do next."""
    return rendered((_named(name, f"{error.message} {error.next_step}"),), width=width, colour=colour)


def terminal_problems(name: str, document: Document, *, width: int = 80, colour: bool = False) -> str:
    """One paragraph for each thing that could not be read: which file, and what it is; empty where all was read."""
    return rendered((_named(name, problem.message) for problem in document.problems if problem.withholds), width=width, colour=colour)


def rendered(parts: Iterable[RenderableType], *, width: int, colour: bool) -> str:
    """What rich makes of `parts`; nothing in them is read as markup."""
    console = Console(
        file=StringIO(),
        width=max(20, min(width, WIDEST)),
        force_terminal=colour,
        color_system="standard" if colour else None,
        legacy_windows=False,
        markup=False,
        emoji=False,
        highlight=False,
    )
    with console.capture() as capture:
        for part in parts:
            console.print(part)
    return "".join(f"{line.rstrip()}\n" for line in capture.get().splitlines())


def words(text: str, style: str = "") -> Text:
    """Text that folds rather than runs over the edge, however long a word is."""
    return Text(text, style=style, overflow="fold")


def _named(name: str, message: str) -> Text:
    text = words(f"{inert(name) or NO_NAME}: ", "bold")
    text.append(inert(message), "not bold")
    return text


def _parts(report: Report, *, brief: bool) -> Iterable[RenderableType]:
    yield _verdict(report)
    yield from _notices("Could not be read or judged", report.unread)
    yield from _notices("About the file", report.remarks)
    show = _line if brief else _entry
    yield from _section("Taken together", [show(each) for each in report.combinations])
    yield from _section("What takes something from you", [show(each) for each in report.findings])
    yield from _section("What cannot be told from the words", [show(each) for each in report.unclear])
    yield from _section("Not found in this document", [show(each) for each in report.absences])
    yield from _section("What works in your favour", [_line(each) for each in report.protections])
    if not brief:
        yield from _section("What it says", [labelled(report.facts)] if report.facts else [])
    yield Padding(Rule(style="dim", characters="─"), (1, 0, 0, 0))
    yield words(plain_words.NOT_ADVICE)
    yield words(report.made_with, "dim")


def _verdict(report: Report) -> RenderableType:
    lines: list[RenderableType] = [words(f" {report.verdict.upper()} ", STYLES[report.verdict]), words(report.meaning)]
    lines += [_bulleted(reason) for reason in report.because]
    return Padding(Panel(Group(*lines), box=box.SQUARE, padding=(0, 1)), (1, 0, 0, 0))


def _notices(title: str, notices: tuple[str, ...]) -> Iterable[RenderableType]:
    if notices:
        yield Padding(words(f"! {title}", "bold yellow"), (1, 0, 0, 0))
        yield from (Padding(_bulleted(notice), (0, 0, 0, 2)) for notice in notices)


def _section(title: str, parts: list[RenderableType]) -> Iterable[RenderableType]:
    if parts:
        yield Padding(Rule(Text(title.upper(), style="bold"), align="left", characters="─", style="dim"), (1, 0, 0, 0))
        yield from parts


def _line(entry: Entry) -> RenderableType:
    """The entry in two or three lines: what, where, and the words."""
    parts: list[RenderableType] = [_heading(entry)]
    focus = "".join(piece.text for piece in entry.quote if piece.is_focus)
    if focus:
        parts.append(Padding(words(f"»{focus}«"), (0, 0, 0, 4)))
    if entry.kind == "protection":
        parts.append(Padding(words(entry.why), (0, 0, 0, 4)))
    return Padding(Group(*parts), (1, 0, 0, 0))


def _entry(entry: Entry) -> RenderableType:
    parts: list[RenderableType] = [_heading(entry)]
    if entry.quote:
        parts.append(Padding(_quote(entry), (1, 2, 1, 4)))
    rows = [*_particulars(entry), *(_advice(entry) if entry.advice_at is None else _advice_elsewhere(entry.advice_at[0]))]
    parts.append(Padding(labelled(rows), (0, 0, 0, 4)))
    return Padding(Group(*parts), (1, 0, 0, 0))


def _particulars(entry: Entry) -> Iterable[tuple[str, RenderableType]]:
    """What is said of this passage alone."""
    if entry.question:
        yield "Cannot be told", words(entry.question)
    for remark in entry.remarks:
        yield "Note", words(remark)


def _advice(entry: Entry) -> Iterable[tuple[str, RenderableType]]:
    """What the rule says wherever it speaks."""
    yield "What it means", words(entry.why)
    if entry.questions:
        yield "Ask", bullets(entry.questions)
    if entry.wording:
        yield "Propose", _wording(entry)
    if entry.law:
        yield "In law", bullets(entry.law)
    yield "Rule", words(entry.rule, "dim")


def _advice_elsewhere(number: int) -> Iterable[tuple[str, RenderableType]]:
    yield "What to do", words(f"As for number {number}: the same rule speaks.")


def _heading(entry: Entry) -> RenderableType:
    head = words(f"{entry.number}. " if entry.number else "")
    if entry.kind != "protection":
        head.append(f"{plain_words.SEVERITIES[entry.severity].upper()}: ", STYLES[entry.severity])
    head.append(entry.title, "bold")
    where = entry.where
    if entry.members:
        numbers = [str(number) for number, _ in entry.members]
        where = f"made by {plain_words.listed(numbers)}"
    return Group(head, Padding(words(where, "dim"), (0, 0, 0, 4))) if where and entry.kind != "absence" else head


def _quote(entry: Entry) -> Text:
    """The sentence with the deciding words between » and «, so that they stand out without colour too."""
    quote = words("")
    if entry.lead_in:
        quote.append(f"({entry.lead_in}) ", "dim")
    for piece in entry.quote:
        quote.append(f"»{piece.text}«" if piece.is_focus else piece.text, "bold underline" if piece.is_focus else "")
    return quote


def _wording(entry: Entry) -> RenderableType:
    lines = []
    for step, text in entry.wording:
        line = words(f"{step}: ", "bold")
        line.append(text, "not bold")
        lines.append(line)
    return Group(*lines)


def bullets(lines: Iterable[str]) -> RenderableType:
    """A list, one point a line."""
    return Group(*(_bulleted(line) for line in lines))


def _bulleted(line: str) -> RenderableType:
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(width=1)
    grid.add_column(overflow="fold")
    grid.add_row(words("·"), words(line))
    return grid


def labelled(rows: Iterable[tuple[str, RenderableType | str]]) -> Table:
    """Rows of a label and what it labels."""
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(width=LABEL_WIDTH, style="bold")
    grid.add_column(overflow="fold")
    for label, content in rows:
        grid.add_row(words(label), words(content) if isinstance(content, str) else content)
    return grid
