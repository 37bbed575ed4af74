"""Rules tested where they live: each case beside a rule is scanned with that rule alone and held to what it says."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from contract_registry.core.clauses.segment import segment
from contract_registry.core.document import Block, Document
from contract_registry.core.rules.rule import Rule
from contract_registry.core.rules.rule_file import RuleFile
from contract_registry.core.rules.rulebook import Rulebook
from contract_registry.core.scanning.findings import Circumstances, Scan
from contract_registry.core.scanning.prepare import Scanner, prepare
from contract_registry.core.scanning.scan import scan_with
from contract_registry.core.text import Span


@dataclass(frozen=True, slots=True)
class Case:
    """A text and what one rule must say to it; `says` is the claim in words."""

    rule: str
    says: str
    text: str
    finds: tuple[str, ...] = ()
    unclear: tuple[str, ...] = ()
    excused_by: str = ""
    severity: str = ""
    circumstances: Circumstances = field(default_factory=Circumstances)

    @property
    def name(self) -> str:
        return f"{self.rule} · {self.says}"


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a case went: `failures` are sentences for the rule's author, none when it holds."""

    case: Case
    failures: tuple[str, ...]


def cases_of(files: Iterable[RuleFile]) -> tuple[Case, ...]:
    """Every case of the checked case files, in the order written."""
    return tuple(_case(file.data["rule"], each) for file in files if file.form == "cases" for each in file.data["cases"])


def run_cases(cases: Iterable[Case], rulebook: Rulebook) -> Iterator[Outcome]:
    """The outcome of each case, one after the other."""
    scanner = prepare(rulebook)
    for case in cases:
        rule = rulebook.rule(case.rule)
        yield Outcome(case, tuple(_failures(case, rule, scanner)) if rule else (f"there is no rule {case.rule}.",))


def document_of(text: str, name: str = "case") -> Document:
    """A document of plain text in which every line is a block; what cases, tests and a REPL need to scan a few sentences."""
    blocks, at = [], 0
    for line in text.splitlines(keepends=True):
        words = line.rstrip("\r\n")
        if words.strip():
            blocks.append(Block(Span(at, at + len(words))))
        at += len(line)
    data = text.encode("utf-8", "surrogatepass")
    return Document(name, "text/plain", hashlib.sha256(data).hexdigest(), len(data), text, "lines 1", blocks=tuple(blocks), raw=text)


def _failures(case: Case, rule: Rule, scanner: Scanner) -> Iterator[str]:
    alone = replace(scanner, rulebook=replace(scanner.rulebook, rules=(rule,)))
    said = scan_with(segment(document_of(case.text)), alone, case.circumstances, drafts=True)
    quotes = [case.text[each.quote.start : each.quote.end] for each in (*said.findings, *said.protections)]
    unsure = [case.text[each.quote.start : each.quote.end] for each in said.unclear]
    yield from _unmet("finds", case.finds, quotes)
    yield from _unmet("is unclear about", case.unclear, unsure)
    for quote in quotes if not case.finds else []:
        yield f"it speaks, on {quote!r}, and must stay silent."
    if case.severity and not any(each.severity == case.severity for each in _spoken(said)):
        yield f"the severity must be {case.severity}; it is {', '.join(each.severity for each in _spoken(said)) or 'not given'}."


def _unmet(verb: str, wanted: Iterable[str], quotes: list[str]) -> Iterator[str]:
    for words in wanted:
        if not any(words in quote for quote in quotes):
            yield f"it must say that it {verb} {words!r}; it said {quotes or 'nothing'}."


def _spoken(said: Scan) -> tuple[Any, ...]:
    return (*said.findings, *said.protections, *said.unclear)


def _case(rule: str, data: Mapping[str, Any]) -> Case:
    return Case(
        rule=rule,
        says=data["says"],
        text=data["text"],
        finds=tuple(data["finds"]),
        unclear=tuple(data["unclear"]),
        excused_by=data["excused_by"],
        severity=data["severity"],
        circumstances=Circumstances(**data["circumstances"]),
    )
