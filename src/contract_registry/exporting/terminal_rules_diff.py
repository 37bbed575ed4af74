"""What a change of rules changes, for a terminal: a table by rule, then each document with every change in its sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich import box
from rich.console import RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from contract_registry.core.evaluation.changes_by_rule import changes_by_rule
from contract_registry.core.evaluation.scan_changes import Aspect, Change, ScanChanges, Statement
from contract_registry.exporting.excerpt_words import clause_words, in_three
from contract_registry.exporting.inert import inert
from contract_registry.exporting.plain_words import counted
from contract_registry.exporting.terminal import rendered, words

_SIGNS = {"came": ("+", "green"), "went": ("-", "red"), "changed": ("~", "yellow")}
_SHOWN: tuple[Aspect, ...] = ("standing", "type", "severity", "rule")


def terminal_rules_diff(compared: Sequence[ScanChanges], unread: int, *, width: int = 80, colour: bool = False) -> str:
    """Everything that changes, in lines of at most `width` columns; `unread` is the number of files that failed."""
    return rendered(_parts(compared, unread), width=width, colour=colour)


def _parts(compared: Sequence[ScanChanges], unread: int) -> Iterator[RenderableType]:
    changing = [document for document in compared if document.is_any]
    if rules := changes_by_rule(changing):
        table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False)
        table.add_column("Rule", overflow="fold")
        for name in ("Came", "Went", "Changed"):
            table.add_column(name, justify="right", no_wrap=True)
        for each in rules:
            table.add_row(words(inert(each.rule)), *(words(str(count or "")) for count in (each.came, each.went, each.changed)))
        yield table
    for document in changing:
        yield Padding(Rule(Text(inert(document.doc), style="bold"), align="left", characters="─", style="dim"), (1, 0, 0, 0))
        before, after = document.verdicts
        if before != after:
            yield words(f"Verdict: {before} → {after}", "bold")
        yield from _changes(document)
    yield Padding(words(_summary(compared, changing, unread)), (1 if changing else 0, 0, 0, 0))


def _summary(compared: Sequence[ScanChanges], changing: Sequence[ScanChanges], unread: int) -> str:
    failed = f"; {unread} could not be read" if unread else ""
    told = f"{counted(len(changing), 'document')} of {len(compared):,}" if changing else f"{counted(len(compared), 'document')} compared"
    came, went, changed = (sum(len(getattr(each, name)) for each in changing) for name in ("came", "went", "changed"))
    counts = f": {came} came, {went} went, {changed} changed" if changing else ": nothing changes"
    return f"{told}{counts}{failed}."


def _changes(document: ScanChanges) -> Iterator[RenderableType]:
    found: list[tuple[int, str, Statement, Change | None]] = [
        *((each.at.start, "came", each, None) for each in document.came),
        *((each.at.start, "went", each, None) for each in document.went),
        *((each.after.at.start, "changed", each.after, each) for each in document.changed),
    ]
    for _, kind, statement, change in sorted(found, key=lambda each: (not each[2].words, each[0], each[1], each[2].rule)):
        yield from _one(kind, statement, change)


def _one(kind: str, each: Statement, change: Change | None) -> Iterable[RenderableType]:
    sign, style = _SIGNS[kind]
    head = words(f"{sign} {kind}  ", f"bold {style}")
    head.append(f"{each.severity} · {each.type}", "not bold")
    head.append("" if each.standing == "finding" else f" · {each.standing}", "not bold")
    yield Padding(head, (1, 0, 0, 0))
    where = clause_words(each.clause_number, each.clause_heading)
    yield Padding(words(" · ".join(part for part in (f"{inert(each.rule)}@{each.rule_version}", where) if part), "dim"), (0, 0, 0, 2))
    if change:
        for aspect in _SHOWN:
            if aspect in change.aspects:
                turn = f"{aspect}: {inert(getattr(change.before, aspect))} → {inert(getattr(change.after, aspect))}"
                yield Padding(words(turn), (0, 0, 0, 2))
        if "words" in change.aspects:
            yield Padding(words(f"words before: {_said(change.before)}"), (0, 0, 0, 2))
            yield Padding(words(f"words now: {_said(each)}"), (0, 0, 0, 2))
            return
    yield Padding(words(_said(each)), (0, 0, 0, 2))


def _said(each: Statement) -> str:
    """Its words with the focus marked; the title of what speaks of the whole document."""
    if not each.words:
        return inert(each.title)
    before, inside, after = in_three(each.words, each.marked)
    return f"{before}»{inside}«{after}"
