"""What everything for a terminal is set in: text that folds, lists, rows with labels, complete in black and white and at 80 columns."""

from __future__ import annotations

from collections.abc import Iterable
from io import StringIO

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from contract_registry.core.clauses.tree import Clauses
from contract_registry.core.document import Document
from contract_registry.errors import UnreadableFile
from contract_registry.exporting.inert import inert
from contract_registry.exporting.whereabouts import about_document

WIDEST = 100
LABEL_WIDTH, MOST_LABEL_WIDTH = 14, 24
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


def notices(title: str, messages: tuple[str, ...]) -> Iterable[RenderableType]:
    """Messages under a title that catches the eye; nothing where there are none."""
    if messages:
        yield Padding(words(f"! {title}", "bold yellow"), (1, 0, 0, 0))
        yield from (Padding(bulleted(notice), (0, 0, 0, 2)) for notice in messages)


def section(title: str, parts: list[RenderableType]) -> Iterable[RenderableType]:
    """Parts under a ruled title; nothing where there are none."""
    if parts:
        yield Padding(Rule(Text(title.upper(), style="bold"), align="left", characters="─", style="dim"), (1, 0, 0, 0))
        yield from parts


def _named(name: str, message: str) -> Text:
    text = words(f"{inert(name) or NO_NAME}: ", "bold")
    text.append(inert(message), "not bold")
    return text


def bullets(lines: Iterable[str]) -> RenderableType:
    """A list, one point a line."""
    return Group(*(bulleted(line) for line in lines))


def bulleted(line: str) -> RenderableType:
    """One point of a list."""
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(width=1)
    grid.add_column(overflow="fold")
    grid.add_row(words("·"), words(line))
    return grid


def labelled(rows: Iterable[tuple[str, RenderableType | str]], *, least: int = LABEL_WIDTH) -> Table:
    """Rows of a label and what it labels; the labels have `least` columns, or room for the longest of them within reason."""
    every = list(rows)
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(width=min(MOST_LABEL_WIDTH, max([least, *(len(label) for label, _ in every)])), style="bold")
    grid.add_column(overflow="fold")
    for label, content in every:
        grid.add_row(words(label), words(content) if isinstance(content, str) else content)
    return grid
