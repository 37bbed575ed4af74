"""The comparison for a terminal: what got worse, what got better and what stayed, with the sentence before and now."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich import box
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from contract_registry.core.comparing.changes import Outcome
from contract_registry.exporting import plain_words
from contract_registry.exporting.comparison_report import SECTIONS, ChangeTold, ComparisonReport, EditionTold, SentenceTold
from contract_registry.exporting.comparison_words import MARKS, OUTCOMES, READ_BOTH, sentences_told
from contract_registry.exporting.comparison_words import SECTIONS as TITLES
from contract_registry.exporting.snippet import Snippet
from contract_registry.exporting.terminal import STYLES, labelled, notices, rendered, section, words
from contract_registry.exporting.terminal_entry import Detail, advice_rows
from contract_registry.exporting.terminal_quotes import append_marked

OUTCOME_STYLES: dict[Outcome, str] = {
    "worse": STYLES["stop"],
    "mixed": STYLES["ask first"],
    "better": STYLES["fine"],
    "changed": STYLES["check"],
    "same": STYLES["fine"],
}
LONGEST_MARKED = 70
_LABEL = 8
MORE = "The sentences that no rule speaks of, what stands elsewhere, and the law: add --full."


def terminal_comparison(report: ComparisonReport, *, width: int = 80, colour: bool = False, detail: Detail = "usual") -> str:
    """The whole comparison, in lines of at most `width` columns; with `colour` it carries ANSI styles, without it no escape at all."""
    return rendered(_parts(report, detail), width=width, colour=colour)


def _parts(report: ComparisonReport, detail: Detail) -> Iterable[RenderableType]:
    yield labelled([("Old", _edition(report.old)), ("New", _edition(report.new))], least=3)
    yield _verdict(report)
    for edition, name in ((report.old, "old"), (report.new, "new")):
        yield from notices(f"Could not be read or judged in the {name} edition", edition.unread)
    yield from notices("About the two", report.remarks)
    if len(report.in_short) > 1:
        yield from section("In short", [_in_short(report.in_short)])
    for name in SECTIONS:
        changes = report.of(name)
        if name == "same" or (name == "moved" and detail != "full"):
            yield from section(TITLES[name], [_rows(changes)] if changes else [])
        else:
            note = [words(READ_BOTH)] if name == "changed" and changes else []
            yield from section(TITLES[name], [*note, *(_change(each, detail) for each in changes)])
    yield from _others(report, detail)
    yield from _foot(report, detail)


def _edition(edition: EditionTold) -> Text:
    line = words(edition.name, "bold")
    line.append(f" · {edition.about} · ", "not bold")
    line.append(f" {edition.verdict.upper()} ", STYLES[edition.verdict])
    return line


def _verdict(report: ComparisonReport) -> RenderableType:
    lines = [words(f" {OUTCOMES[report.outcome].upper()} ", OUTCOME_STYLES[report.outcome]), words(report.says)]
    return Padding(Panel(Group(*lines), box=box.SQUARE, padding=(0, 1)), (1, 0, 0, 0))


def _in_short(changes: Sequence[ChangeTold]) -> RenderableType:
    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_column(justify="right", min_width=2)
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for change in changes:
        row = _title(change)
        shown = change.now or change.before
        marked = shown.marked if shown else ""
        if marked:
            row.append(f"\n»{marked if len(marked) <= LONGEST_MARKED else f'{marked[: LONGEST_MARKED - 1].rstrip()}…'}«", "not bold")
        word = OUTCOMES[change.section] if change.section in ("worse", "better") else change.kind
        table.add_row(words(str(change.number)), words(word.upper(), _style(change)), row)
    return table


def _rows(changes: Sequence[ChangeTold]) -> RenderableType:
    """A line for each of what stayed: nothing is to be done about it but what its scan says."""
    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_column(justify="right", min_width=2)
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for change in changes:
        table.add_row(words(str(change.number)), words(_gravity(change), STYLES[change.entry.severity]), _title(change))
    return table


def _title(change: ChangeTold) -> Text:
    row = words(change.title, "bold")
    if where := _where(change):
        row.append(f" · {where}", "not bold")
    return row


def _where(change: ChangeTold) -> str:
    before, now = change.before, change.now
    if before and now and before.is_said and now.is_said and before.where != now.where:
        return f"{now.where}, before {before.where}"
    return change.where


def _gravity(change: ChangeTold) -> str:
    if change.entry.kind == "protection":
        return "FOR YOU"
    if change.entry.kind == "unclear":
        return "UNCLEAR"
    return "INFO" if change.entry.severity == "info" else plain_words.SEVERITIES[change.entry.severity].upper()


def _style(change: ChangeTold) -> str:
    return {"worse": "bold red", "better": "bold green"}.get(change.section, "bold")


def _change(change: ChangeTold, detail: Detail) -> RenderableType:
    head = words(f"{change.number}. ")
    head.append(f"{change.kind.upper()} · {_gravity(change)}: ", _style(change))
    head.append(change.title, "bold")
    if change.entry.members:
        head.append(f" · made by {plain_words.listed([str(number) for number, _ in change.entry.members])}", "dim not bold")
    elif where := _where(change):
        head.append(f" · {where}", "dim not bold")
    rows: list[tuple[str, RenderableType | str]] = []
    if change.same_sentence_as:
        rows.append(("Words", f"The same sentence as in number {change.same_sentence_as}."))
    else:
        rows += _snippets(change.before, change.now, detail, kind=change.kind)
    rows += [("Note", note) for note in change.notes]
    if change.section == "worse" or detail == "full":
        rows += advice_rows(change.entry, detail)
    return Padding(Group(head, Padding(labelled(rows, least=_LABEL), (0, 0, 0, 4))), (1, 0, 0, 0))


def _snippets(before: Snippet | None, now: Snippet | None, detail: Detail, *, kind: str) -> list[tuple[str, RenderableType | str]]:
    if kind in ("Moved", "Stayed"):
        return [("Words", _quote(now, detail))] if now else []
    return [(label, _quote(snippet, detail)) for label, snippet in (("Before", before), ("Now", now)) if snippet]


def _quote(snippet: Snippet, detail: Detail) -> Text:
    """The sentence with its marked words between » and «; what stays between them is cut where it is long, unless all is asked for."""
    quote = words("")
    if snippet.lead_in:
        quote.append("(", "dim")
        append_marked(quote, snippet.lead_in, whole=detail == "full")
        quote.append(") ", "dim")
    append_marked(quote, snippet.quote, whole=detail == "full")
    return quote


def _others(report: ComparisonReport, detail: Detail) -> Iterable[RenderableType]:
    """The sentences that no rule speaks of: all where everything is asked for, else how many they are."""
    if not report.sentences:
        return
    told = words(sentences_told(len(report.sentences), others=bool(report.in_short)))
    every = [Padding(_sentence(each, detail), (1, 0, 0, 0)) for each in report.sentences] if detail == "full" else []
    yield from section("Beside these", [told, *every])


def _sentence(sentence: SentenceTold, detail: Detail) -> RenderableType:
    shown = sentence.now or sentence.before
    head = words(sentence.kind.upper(), "bold")
    head.append(f" · {shown.where}" if shown else "", "dim not bold")
    rows = _snippets(sentence.before, sentence.now, detail, kind=sentence.kind)
    return Group(head, Padding(labelled(rows, least=_LABEL), (0, 0, 0, 4)))


def _foot(report: ComparisonReport, detail: Detail) -> Iterable[RenderableType]:
    yield Padding(Rule(style="dim", characters="─"), (1, 0, 0, 0))
    if report.changes:
        yield words(MARKS)
    yield words(plain_words.NOT_ADVICE)
    if detail != "full" and report.changes:
        yield words(MORE)
    yield words(report.made_with, "dim")
