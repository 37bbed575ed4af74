"""A measurement of rules for a terminal: the figures by family and by rule, what changed, and where asked for the passages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich import box
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from contract_registry.core.evaluation.counting import FamilyFigures, RuleFigures
from contract_registry.core.evaluation.excerpt import Excerpt, ExcerptSide
from contract_registry.core.evaluation.measurement import Measurement
from contract_registry.exporting.evaluation_words import CHANGES, LEGEND, SIDES, about, figure, hits_of, remarks
from contract_registry.exporting.excerpt_words import in_three, named_rule, whereabouts
from contract_registry.exporting.inert import inert
from contract_registry.exporting.plain_words import counted
from contract_registry.exporting.terminal import labelled, rendered, words

MORE = "The passages behind these figures: --misses, or a page with all of them: --report FOLDER."
MOST_HITS = 3
_COLUMNS = ("Precision", "Recall", "F1", "Typed", "Harm", "Found", "Right", "Wrong", "Border", "Protect")


def terminal_evaluation(measured: Measurement, *, passages: bool = False, width: int = 80, colour: bool = False) -> str:
    """The measurement in lines of at most `width` columns; with `passages` every passage that was missed and every finding that is wrong."""
    return rendered(_parts(measured, passages=passages), width=width, colour=colour)


def _parts(measured: Measurement, *, passages: bool) -> Iterator[RenderableType]:
    told = measured.evaluation
    yield from (words(line, style) for line, style in zip(about(measured), ("bold", "", ""), strict=False))
    yield Padding(_families(told.families), (1, 0))
    yield words(LEGEND, "dim")
    yield from _section("By rule", [_rules(told.rules)] if told.rules else [])
    for side in CHANGES:
        yield from _passages(side, [each for each in told.changes if each.side == side])
    if measured.against and not told.changes:
        yield from _section(f"Since {measured.against}", [words("No passage changed sides.")])
    if passages:
        yield from _passages("missed", told.missed)
        yield from _passages("wrong", told.wrong)
    yield from _section("To know", [words(f"· {remark}") for remark in remarks(measured)])
    if not passages and (told.missed or told.wrong):
        yield Padding(words(MORE), (1, 0, 0, 0))


def _families(families: Sequence[FamilyFigures]) -> RenderableType:
    table = Table(box=None, padding=(0, 1, 0, 0), pad_edge=False)
    table.add_column("Family", no_wrap=True)
    for name in _COLUMNS:
        table.add_column(name, justify="right", no_wrap=True)
    for each in families:
        ratios = (each.precision, each.recall, each.f1, each.typed_accuracy)
        counts = (each.harm, each.hit, each.right, each.wrong, each.borderline, each.protective)
        table.add_row(words(each.family, "bold"), *(words(figure(ratio)) for ratio in ratios), *(words(str(count)) for count in counts))
    return table


def _rules(rules: Iterable[RuleFigures]) -> RenderableType:
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False)
    table.add_column("Rule, and what its findings hit", overflow="fold")
    for name in ("Right", "Wrong", "Border", "Protect", "Missed"):
        table.add_column(name, justify="right", no_wrap=True)
    for each in rules:
        told = Group(words(inert(each.rule)), *(words(f"  {line}", "dim") for line in _hits(each)))
        counts = (each.right, each.wrong, each.borderline, each.protective, each.missed)
        table.add_row(told, *(words(str(count or "")) for count in counts))
    return table


def _hits(rule: RuleFigures) -> Iterator[str]:
    """The types that its findings hit most, and how many others."""
    hits = hits_of(rule)
    yield from (f"{count} {inert(name)}" for name, count in hits[:MOST_HITS])
    if others := hits[MOST_HITS:]:
        yield f"{sum(count for _, count in others)} of {counted(len(others), 'more type')}"


def _passages(side: ExcerptSide, excerpts: Sequence[Excerpt]) -> Iterable[RenderableType]:
    yield from _section(f"{SIDES[side]} ({len(excerpts)})", [part for each in excerpts for part in _passage(each)] if excerpts else [])


def _passage(each: Excerpt) -> Iterator[RenderableType]:
    head = words(each.type, "bold")
    head.append(" on words that protect" if each.is_protective else "", "bold red")
    yield Padding(head, (1, 0, 0, 0))
    yield Padding(words(whereabouts(each), "dim"), (0, 0, 0, 2))
    before, inside, after = in_three(each.words, each.marked)
    yield Padding(words(f"{before}»{inside}«{after}".strip()), (0, 0, 0, 2))
    yield Padding(labelled(_rows(each), least=9), (0, 0, 0, 2))


def _rows(each: Excerpt) -> Iterator[tuple[str, RenderableType]]:
    if each.before:
        yield "Before", words(f"found by {each.before}")
    if each.rule:
        yield "Nearest" if each.because else "Rule", words(named_rule(each))
    if each.pattern:
        yield "Pattern", words(each.pattern)
    if each.because:
        yield "Because", words(each.because)


def _section(title: str, parts: Sequence[RenderableType]) -> Iterable[RenderableType]:
    if parts:
        yield Padding(Rule(Text(title.upper(), style="bold"), align="left", characters="─", style="dim"), (1, 0, 0, 0))
        yield from parts
