"""Rules tested where they live: each case beside a rule is scanned with that rule alone and held to what it says."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from contract_registry.core.clauses.segment import segment
from contract_registry.core.document import Block, Document
from contract_registry.core.rules.rule import Rule
from contract_registry.core.rules.rule_file import RuleFile
from contract_registry.core.rules.rulebook import Rulebook
from contract_registry.core.scanning.findings import Absence, Circumstances, Combination, Finding, Scan
from contract_registry.core.scanning.prepare import Scanner
from contract_registry.core.scanning.scan import scan_with
from contract_registry.core.scanning.why_not import WhyNot, why_not
from contract_registry.core.scanning.why_not_words import step_name
from contract_registry.core.text import Span, opening

_BRACES = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Case:
    """A text and what one rule must say to it; `says` is the claim in words, `place` its file and line."""

    rule: str
    says: str
    text: str
    finds: tuple[str, ...] = ()
    unclear: tuple[str, ...] = ()
    speaks: bool | None = None
    excused_by: str = ""
    severity: str = ""
    circumstances: Circumstances = field(default_factory=Circumstances)
    place: str = ""

    @property
    def name(self) -> str:
        return f"{self.rule} · {self.says}"


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a case went: `failures` are sentences for the rule's author, none when it holds.

    `said` are the words the rule quoted; `why` says, of a case that failed, what made the rule speak or kept it silent.
    """

    case: Case
    failures: tuple[str, ...]
    said: tuple[str, ...] = ()
    why: tuple[str, ...] = ()


def cases_of(files: Iterable[RuleFile]) -> tuple[Case, ...]:
    """Every case of the checked case files, in the order written."""
    return tuple(_case(file, number) for file in files if file.form == "cases" for number in range(len(file.data["cases"])))


def run_cases(cases: Iterable[Case], scanner: Scanner) -> Iterator[Outcome]:
    """The outcome of each case by the rules of `scanner`, one after the other."""
    for case in cases:
        rule = scanner.rulebook.rule(case.rule)
        if rule is None:
            yield Outcome(case, (f"there is no rule {case.rule}.",))
        else:
            case = in_its_sector(case, rule, scanner.rulebook)  # noqa: PLW2901  the case as its rule is meant to be tried
            yield _outcome(case, rule, scanner) if rule.looks_for else _whole_outcome(case, rule, scanner)


def in_its_sector(case: Case, rule: Rule, rulebook: Rulebook) -> Case:
    """`case` in the sector of its rule's pack, unless it says another: a few sentences seldom show by themselves which trade they are of."""
    sectors = [min(pack.sectors) for pack in rulebook.packs if pack.id == rule.pack and pack.sectors]
    if case.circumstances.sector or not sectors:
        return case
    return replace(case, circumstances=replace(case.circumstances, sector=sectors[0]))


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


def _outcome(case: Case, rule: Rule, scanner: Scanner) -> Outcome:
    clauses = segment(document_of(case.text))
    alone = replace(scanner, only=frozenset({rule.id}))
    scan = scan_with(clauses, alone, case.circumstances, drafts=True)
    spoken = passages_of(scan)
    failures = list(_failures(case, scan))
    stopped = why_not(rule, clauses, alone, case.circumstances) if not spoken and (failures or case.excused_by) else None
    if case.excused_by and not spoken and (stopped is None or case.excused_by not in stopped.names):
        failures.append(f"the exception {case.excused_by} must be what keeps it silent, and is not.")
    why = (*_why_silent(stopped), *(_why_spoken(each) for each in spoken)) if failures else ()
    return Outcome(case, tuple(failures), tuple(each.quote.of(case.text) for each in spoken), why)


def _whole_outcome(case: Case, rule: Rule, scanner: Scanner) -> Outcome:
    """The outcome for a rule about the whole document, which rests on what all the others say."""
    scan = scan_with(segment(document_of(case.text)), scanner, case.circumstances, drafts=rule.status == "draft")
    spoken: tuple[Absence | Combination, ...] = (*scan.absences, *scan.combinations)
    said = tuple(each.title for each in spoken if each.rule == rule.id)
    if bool(said) == bool(case.speaks):
        return Outcome(case, (), said)
    types = {each.type for each in passages_of(scan)}
    found = f"found in the text: {', '.join(sorted(types)) or 'nothing'}."
    groups = rule.combines.groups if rule.combines else ()
    names = types | {f"{each.family}:*" for each in passages_of(scan)} | {each.rule for each in passages_of(scan)}
    lacking = tuple(f"nothing is found of: {' or '.join(group)}." for group in groups if names.isdisjoint(group))
    return Outcome(case, ("it must stay silent." if said else "it must speak.",), said, (found, *lacking))


def passages_of(scan: Scan) -> tuple[Finding, ...]:
    """Every passage on which anything was said."""
    return (*scan.findings, *scan.protections, *scan.unclear)


def _failures(case: Case, scan: Scan) -> Iterator[str]:
    spoken = (*scan.findings, *scan.protections)
    yield from _unmet("find", case.finds, [each.quote.of(case.text) for each in spoken])
    yield from _unmet("be unclear about", case.unclear, [each.quote.of(case.text) for each in scan.unclear])
    if case.finds:
        yield from _unasked("finds", case.finds, [each.quote.of(case.text) for each in spoken])
    if case.unclear:
        yield from _unasked("is unclear about", case.unclear, [each.quote.of(case.text) for each in scan.unclear])
    if spoken and not case.finds:
        yield "it must stay silent." if not case.unclear else "it must ask, and not find."
    if scan.unclear and not case.unclear:
        yield "it must not ask." if case.finds else "it must stay silent, and asks."
    severities = [each.severity for each in (*spoken, *scan.unclear)]
    if case.severity and case.severity not in severities:
        yield f"the severity must be {case.severity}; it is {', '.join(severities) or 'not given'}."


def _unmet(verb: str, wanted: Iterable[str], quotes: list[str]) -> Iterator[str]:
    for words in wanted:
        if not any(words in quote for quote in quotes):
            yield f'it must {verb} "{words}".'


def _unasked(verb: str, wanted: Iterable[str], quotes: Iterable[str]) -> Iterator[str]:
    """A complaint for each passage that no entry of the case speaks of: it is rightly found and belongs in the case, or wrongly."""
    for quote in quotes:
        if not any(words in quote for words in wanted):
            yield f'it {verb} "{opening(quote, Span(0, len(quote)))}" too, which the case does not name.'


def _why_silent(stopped: WhyNot | None) -> Iterator[str]:
    if stopped:
        yield stopped.because
        if stopped.heard:
            yield f"nearest: {stopped.pattern} · heard: {_heard(stopped.heard)}"


def _why_spoken(finding: Finding) -> str:
    told = finding.explanation
    named = {name.strip() for names in _BRACES.findall(told.pattern) for name in names.split("|")}
    heard = [
        (step_name({each.concept if each.concept in named or each.concept.startswith("#") else f"={each.concept}"}), each.words)
        for each in told.heard
    ]
    unsure = " · who gives and who gets could not be told" if told.giver == told.receiver == "unknown" else ""
    return f"it spoke by {told.pattern} · heard: {_heard(heard)}{unsure}"


def _heard(heard: Iterable[tuple[str, str]]) -> str:
    return ", ".join(f'"{words}"' if concept.startswith('"') else f'{concept} "{words}"' for concept, words in heard)


def _case(file: RuleFile, number: int) -> Case:
    data, line = file.data["cases"][number], file.lines.get(("cases", number))
    return Case(
        rule=file.data["rule"],
        says=data["says"],
        text=data["text"],
        finds=tuple(data["finds"]),
        unclear=tuple(data["unclear"]),
        speaks=data["speaks"],
        excused_by=data["excused_by"],
        severity=data["severity"],
        circumstances=Circumstances(**data["circumstances"]),
        place=f"{file.name}:{line}" if line else file.name,
    )
