"""Rules for a terminal: one line each, or one in full."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from contract_registry.core.rules.rule import Named, Rule
from contract_registry.core.rules.rulebook import Rulebook
from contract_registry.exporting import plain_words
from contract_registry.exporting.report import law_lines, wording_lines
from contract_registry.exporting.terminal import STYLES, bullets, labelled, rendered, words


def rule_list(rulebook: Rulebook, *, width: int = 80, colour: bool = False) -> str:
    """A line for each rule, pack by pack."""
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(overflow="fold")
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for rule in sorted(rulebook.rules, key=lambda rule: (rule.pack, rule.id)):
        severity = words(rule.severity, STYLES[rule.severity])
        table.add_row(words(f"{rule.id}@{rule.version}"), words(rule.status), severity, words(rule.title))
    return rendered((table,), width=width, colour=colour)


def rule_page(rule: Rule, file: str, *, width: int = 80, colour: bool = False) -> str:
    """Everything a rule says and looks for; `file` is the name of its file."""
    rows = [*_rows(rule), ("File", words(file))]
    return rendered((words(rule.title, "bold"), labelled(rows)), width=width, colour=colour)


def _rows(rule: Rule) -> Iterator[tuple[str, RenderableType]]:
    yield "Rule", words(f"{rule.id}@{rule.version} ({plain_words.STATUSES[rule.status]})")
    yield "Kind", words(f"{rule.kind}; {rule.family}: {rule.type}" + (f", answers {rule.about}" if rule.about else ""))
    yield "Severity", words(rule.severity, STYLES[rule.severity])
    yield from _given("Sectors", rule.sectors)
    yield from _given("Roles", rule.roles)
    yield from _given("Jurisdictions", rule.jurisdictions)
    yield from _given("Languages", rule.languages)
    yield from _looks_for(rule)
    for label, named in (
        ("Not when", rule.unless),
        ("Unclear when", rule.unclear_when),
        ("Graver when", rule.raises),
        ("Milder when", rule.lowers),
    ):
        if named:
            yield label, _named(named)
    yield "What it means", words(" ".join(rule.why.split()))
    if rule.question:
        yield "Cannot be told", words(rule.question)
    if rule.questions:
        yield "Ask", bullets(rule.questions)
    if wording := wording_lines(rule.wording):
        yield "Propose", bullets(f"{step}: {text}" for step, text in wording)
    if law := law_lines("", rule.legal_basis):
        yield "In law", bullets(law)
    if rule.known_misfires:
        yield "Known misfires", bullets(rule.known_misfires)
    yield from _given("Principles", rule.principles)
    yield "Owner", words(rule.owner + (f"; signed off by {rule.sign_off}" if rule.sign_off else ""))


def _looks_for(rule: Rule) -> Iterator[tuple[str, RenderableType]]:
    if rule.looks_for:
        yield "Looks for", bullets(pattern.text for pattern in rule.looks_for.patterns)
        yield "Within", words(f"a {rule.looks_for.within}; {rule.looks_for.flow}; {rule.looks_for.polarity}")
    if rule.threshold:
        limits = [(rule.threshold.at_least, "at least"), (rule.threshold.at_most, "at most")]
        yield "Threshold", words(", ".join(f"{said} {limit:g} {rule.threshold.unit}" for limit, said in limits if limit is not None))
    if rule.combines:
        yield "One of each", bullets(" or ".join(group) for group in rule.combines.groups)
        yield from _given("Without", rule.combines.without)
    if rule.absent:
        yield from _given("Missing", (*rule.absent.types, *(pattern.text for pattern in rule.absent.patterns)))
        yield from _given("When there is", rule.absent.when_found)


def _named(named: Iterable[Named]) -> RenderableType:
    return bullets(f"{each.name.replace('-', ' ')}: {' | '.join(pattern.text for pattern in each.patterns)}" for each in named)


def _given(label: str, names: Iterable[str]) -> Iterator[tuple[str, Text]]:
    listed = ", ".join(sorted(names))
    if listed:
        yield label, words(listed)
