"""The drift of a template for a terminal: since when AI is named and in which sentence, then each type with its days."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from contract_registry.core.comparing.drift.drift import Drift
from contract_registry.exporting import plain_words
from contract_registry.exporting.drift_report import AiTold, DriftReport, EventTold, TypeTold, drift_report
from contract_registry.exporting.drift_words import HIDDEN
from contract_registry.exporting.snippet import Snippet
from contract_registry.exporting.terminal import STYLES, bullets, labelled, rendered, section, words
from contract_registry.exporting.terminal_quotes import append_marked

MORE = "Each sentence as it came, changed and left: add --full, or --output drift.html."


def terminal_drift(drift: Drift, name: str, *, width: int = 80, colour: bool = False, full: bool = False) -> str:
    """The whole report in lines of at most `width` columns; with `full` each event of each type with its sentences."""
    return rendered(_parts(drift_report(drift, name), full=full), width=width, colour=colour)


def _parts(report: DriftReport, *, full: bool) -> Iterable[RenderableType]:
    head = words(report.name, "bold")
    head.append(f" · {report.about}", "not bold")
    yield head
    yield Padding(words(report.says, "bold"), (1, 0, 0, 0))
    yield from _ai(report.ai, full=full)
    if report.hidden:
        yield Padding(words(f"{HIDDEN}, since {report.hidden_day}:"), (1, 0, 0, 0))
        yield from _ai(report.hidden, full=full)
    for title, types in report.families:
        yield from section(title, [_rows(types)] if not full else [_type(each) for each in types])
    yield Padding(Rule(style="dim", characters="─"), (1, 0, 0, 0))
    yield bullets([*report.remarks, plain_words.NOT_ADVICE, *([] if full else [MORE])])
    yield words(report.made_with, "dim")


def _ai(sentences: Sequence[AiTold], *, full: bool) -> Iterable[RenderableType]:
    for each in sentences:
        line = words(f"{each.says.upper()} ", "bold")
        line.append(f"{each.where}: ", "dim not bold")
        append_marked(line, each.quote, whole=full)
        yield Padding(line, (0, 0, 0, 2))


def _rows(types: Sequence[TypeTold]) -> RenderableType:
    """A line for each type: how it is said, what it is, and when it stood."""
    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for each in types:
        row = words(each.title, "bold")
        row.append(f" · {each.stood}", "not bold")
        table.add_row(words(each.standing.upper(), STYLES[each.severity]), row)
    return table


def _type(each: TypeTold) -> RenderableType:
    head = words(f"{each.standing.upper()}: ", STYLES[each.severity])
    head.append(each.title, "bold not reverse")
    head.append(f" · {each.stood}", "not bold")
    events = [_event(event) for event in each.events if event.before or event.now]
    return Padding(Group(head, *(Padding(event, (0, 0, 0, 4)) for event in events)), (1, 0, 0, 0))


def _event(event: EventTold) -> RenderableType:
    head = words(f"{event.kind} {event.day}", "bold")
    rows: list[tuple[str, RenderableType | str]] = [
        (label, _quote(snippet)) for label, snippet in (("Before", event.before), ("Now", event.now)) if snippet
    ]
    return Group(head, labelled([*rows, *([("Note", event.note)] if event.note else [])], least=8))


def _quote(snippet: Snippet) -> Text:
    quote = words("")
    append_marked(quote, (*snippet.lead_in, *snippet.quote), whole=True)
    return quote
