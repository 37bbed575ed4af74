"""Scans a few sentences with rules made for the test and the small vocabulary of the builders."""

from __future__ import annotations

from functools import cache

from builders import a_rule, a_rulebook
from contract_registry.core.clauses.segment import segment
from contract_registry.core.rules.rule import Rule
from contract_registry.core.scanning.cases import document_of
from contract_registry.core.scanning.findings import Circumstances, Scan
from contract_registry.core.scanning.prepare import Scanner, prepare
from contract_registry.core.scanning.scan import scan_with
from contract_registry.core.scanning.second_reader.reader import SecondReader

WAIVER = a_rule("{gives-up} … {moral-rights}", id="common.waiver")


def scanned(text: str, *rules: Rule, drafts: bool = False, reader: SecondReader | None = None, **circumstances: str) -> Scan:
    """The scan of `text` by `rules` (by the waiver rule where none is given)."""
    scanner = scanner_of(*(rules or (WAIVER,)))
    return scan_with(segment(document_of(text)), scanner, Circumstances(**circumstances), drafts=drafts, reader=reader)


@cache
def scanner_of(*rules: Rule) -> Scanner:
    return prepare(a_rulebook(*rules))


def found(text: str, *rules: Rule, **circumstances: str) -> list[str]:
    """The words that the findings and protections quote."""
    scan = scanned(text, *rules, **circumstances)
    return [finding.quote.of(text) for finding in (*scan.findings, *scan.protections)]


def speaks(text: str, *rules: Rule, **circumstances: str) -> bool:
    """Whether anything is found."""
    return bool(found(text, *rules, **circumstances))
