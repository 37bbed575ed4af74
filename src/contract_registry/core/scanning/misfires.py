"""Known misfires tried out: each text on which a rule says of itself that it is wrong, so that nobody is warned of what has been mended."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from contract_registry.core.clauses.segment import segment
from contract_registry.core.rules.rule import Rule
from contract_registry.core.rules.rule_file import RuleFile
from contract_registry.core.scanning.cases import Case, Outcome, document_of, in_its_sector, passages_of
from contract_registry.core.scanning.findings import Absence, Combination
from contract_registry.core.scanning.prepare import Scanner
from contract_registry.core.scanning.scan import scan_with

SPEAKS = {"wrongly_finds": True, "overlooks": False}
"""What a rule does on the text of each kind of misfire."""


def misfires_of(files: Iterable[RuleFile]) -> tuple[Case, ...]:
    """Every known misfire that shows a text, in the order written; `speaks` says what the rule is known to do there. Retired rules are left out."""
    rules = (file for file in files if file.form == "rule" and file.data["status"] != "retired")
    return tuple(
        _misfire(file, number, kind)
        for file in rules
        for number, told in enumerate(file.data["known_misfires"])
        for kind in SPEAKS
        if told[kind]
    )


def try_misfires(misfires: Iterable[Case], scanner: Scanner) -> Iterator[Outcome]:
    """The outcome of each misfire: it holds for as long as the rule is wrong there."""
    for misfire in misfires:
        rule = scanner.rulebook.rule(misfire.rule)
        yield (
            _outcome(misfire, _said(in_its_sector(misfire, rule, scanner.rulebook), rule, scanner))
            if rule
            else Outcome(misfire, (f"there is no rule {misfire.rule}.",))
        )


def _outcome(misfire: Case, said: tuple[str, ...]) -> Outcome:
    if bool(said) == misfire.speaks:
        return Outcome(misfire, (), said)
    mended = "no longer finds the text" if misfire.speaks else "finds the text now"
    return Outcome(misfire, (f"it must leave `known_misfires` and become a case: the rule {mended}.",), said)


def _said(misfire: Case, rule: Rule, scanner: Scanner) -> tuple[str, ...]:
    """What the rule says to the text: the words it quotes, or its title where it is about the whole document."""
    clauses = segment(document_of(misfire.text))
    if rule.looks_for:
        alone = replace(scanner, only=frozenset({rule.id}))
        return tuple(each.quote.of(misfire.text) for each in passages_of(scan_with(clauses, alone, misfire.circumstances, drafts=True)))
    scan = scan_with(clauses, scanner, misfire.circumstances, drafts=rule.status == "draft")
    spoken: tuple[Absence | Combination, ...] = (*scan.absences, *scan.combinations)
    return tuple(each.title for each in spoken if each.rule == rule.id)


def _misfire(file: RuleFile, number: int, kind: str) -> Case:
    told, line = file.data["known_misfires"][number], file.lines.get(("known_misfires", number))
    return Case(
        rule=file.data["id"],
        says=f"known misfire: {told['says']}",
        text=told[kind],
        speaks=SPEAKS[kind],
        place=f"{file.name}:{line}" if line else file.name,
    )
