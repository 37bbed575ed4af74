"""Rules for a terminal: one line each, or one in full."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from contract_registry.core.rules.rule import Misfire, Named, Rule
from contract_registry.core.rules.rulebook import Rulebook
from contract_registry.exporting import plain_words
from contract_registry.exporting.entry import wording_lines
from contract_registry.exporting.law import law_sentence, subject_of
from contract_registry.exporting.rule_words import misfire_shown
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


def rule_page(rule: Rule, cases: Sequence[Mapping[str, Any]] = (), place: str = "", *, width: int = 80, colour: bool = False) -> str:
    """A rule as its small essay: what and why, what to ask and propose, what it looks for, its cases, and where its file is."""
    return rendered((words(rule.title, "bold"), labelled(_rows(rule, cases, place))), width=width, colour=colour)


def _rows(rule: Rule, cases: Sequence[Mapping[str, Any]], place: str) -> Iterator[tuple[str, RenderableType]]:
    yield "Rule", words(f"{rule.id}, version {rule.version} ({plain_words.STATUSES[rule.status]})")
    yield "Severity", words(rule.severity, STYLES[rule.severity])
    yield "Type", words(f"{rule.type}; answers {rule.about}" if rule.about else rule.type)
    yield from _essay(rule)
    yield from _given("Principles", rule.principles)
    yield from _given("Sectors", rule.sectors)
    yield from _given("Roles", rule.roles)
    yield from _given("Jurisdictions", rule.jurisdictions)
    yield from _given("Languages", rule.languages)
    if rule.in_force_from or rule.in_force_until:
        yield "In force", words(f"{rule.in_force_from or '…'} to {rule.in_force_until or '…'}")
    yield from _looks_for(rule)
    yield from _named_rows(rule)
    if cases:
        yield "Cases", bullets(_case(case) for case in cases)
    yield "Owner", words(rule.owner + (f"; signed off by {rule.sign_off}" if rule.sign_off else ""))
    if rule.superseded_by:
        yield "Superseded by", words(rule.superseded_by)
    if place:
        yield "File", words(place)


def _essay(rule: Rule) -> Iterator[tuple[str, RenderableType]]:
    """What it tells a person, in the order in which it is told."""
    yield "What it means", words(" ".join(rule.why.split()))
    if rule.question:
        yield "Cannot be told", words(rule.question)
    if rule.questions:
        yield "Ask", bullets(rule.questions)
    if wording := wording_lines(rule.wording):
        yield "Propose", bullets(f"{step}: {text}" for step, text in wording)
    if rule.legal_basis:
        yield "In law", bullets(law_sentence(law, subject_of(rule)) for law in rule.legal_basis)
    elif rule.no_legal_basis:
        yield "In law", words(rule.no_legal_basis)
    if rule.known_misfires:
        yield "Known misfires", bullets(_misfire(rule, misfire) for misfire in rule.known_misfires)
    if rule.references:
        yield "Read more", bullets(rule.references)


def _misfire(rule: Rule, misfire: Misfire) -> str:
    does, text = misfire_shown(rule, misfire)
    return f"{misfire.says} {does}: »{' '.join(text.split())}«" if text else misfire.says


def _case(case: Mapping[str, Any]) -> str:
    found = (
        f" finds »{'« and »'.join(case['finds'])}«" if case["finds"] else f" excused by {case['excused_by']}" if case["excused_by"] else ""
    )
    if case["speaks"] is not None:
        found = " speaks" if case["speaks"] else ""
    asks = f" asks about »{'« and »'.join(case['unclear'])}«" if case["unclear"] else ""
    return f"{case['says']}: »{' '.join(case['text'].split())}«{found or asks or ' silent'}"


def _named_rows(rule: Rule) -> Iterator[tuple[str, RenderableType]]:
    for label, named in (
        ("Not when", rule.unless),
        ("Unclear when", rule.unclear_when),
        ("Graver when", rule.raises),
        ("Milder when", rule.lowers),
    ):
        if named:
            yield label, _named(named)


def _looks_for(rule: Rule) -> Iterator[tuple[str, RenderableType]]:
    if rule.looks_for:
        yield "Looks for", bullets(pattern.text for pattern in rule.looks_for.patterns)
        if rule.looks_for.in_short_texts:
            yield "In short texts", bullets(pattern.text for pattern in rule.looks_for.in_short_texts)
        if rule.looks_for.outright:
            yield "Said outright", bullets(pattern.text for pattern in rule.looks_for.outright)
        yield "Context", words(f"in one {rule.looks_for.within}; flow: {rule.looks_for.flow}; polarity: {rule.looks_for.polarity}")
        yield from _given("Document says", (pattern.text for pattern in rule.looks_for.document_says))
        yield from _given("Under a heading", (pattern.text for pattern in rule.looks_for.under))
        yield from _given("Documents", rule.looks_for.document_kinds)
        yield from _given("Unclear unless about", (pattern.text for pattern in rule.unclear_unless_about))
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
    return bullets(f"{each.name}: {' | '.join(pattern.text for pattern in each.patterns)}" for each in named)


def _given(label: str, names: Iterable[str]) -> Iterator[tuple[str, Text]]:
    listed = ", ".join(sorted(names))
    if listed:
        yield label, words(listed)
