"""Which scans a change of rules touches; the others are brought up to date without scanning the whole contract again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from contract_registry.core.clauses.tree import Clauses
from contract_registry.core.rules.rulebook import Rulebook
from contract_registry.core.scanning.findings import Circumstances
from contract_registry.core.scanning.prepare import Scanner
from contract_registry.core.scanning.scan import scan_with

Form = Mapping[str, Any]


def is_touched(scan: Form, changed: frozenset[str], scanner: Scanner, clauses: Clauses, circumstances: Circumstances) -> bool:
    """Whether the rules in `changed` could make the scan of these clauses another one than the one kept as JSON.

    They do where one of them spoke before, or was heard behind another, which the scan names; where one of them hears something now; and where
    one judges the document as a whole, since what it misses or takes together comes from other rules.
    """
    if not changed.isdisjoint(_rules_named(scan)):
        return True
    rules = [rule for rule in scanner.rulebook.rules if rule.id in changed]
    if any(rule.kind in {"combination", "absence"} for rule in rules):
        return True
    if not rules:
        return False
    heard = scan_with(clauses, replace(scanner, only=frozenset(rule.id for rule in rules)), circumstances)
    return bool(heard.findings or heard.protections or heard.unclear or heard.overruns)


def brought_up_to_date(scan: Form, rulebook: Rulebook, *, is_dated: bool) -> dict[str, Any]:
    """The scan as the rulebook would make it, where it touches nothing of it; `is_dated` says that the case names a day to judge by."""
    packs = {pack.id: pack for pack in rulebook.packs}
    told = [{**each, "version": packs[each["id"]].version, "title": packs[each["id"]].title} for each in scan["rulebook"]["packs"]]
    case = scan["circumstances"] if is_dated else {**scan["circumstances"], "as_of": rulebook.date}
    made_by = {**scan["rulebook"], "packs": told, "date": rulebook.date, "fingerprint": rulebook.fingerprint}
    return {**scan, "rulebook": made_by, "circumstances": case}


def _rules_named(scan: Form) -> Iterator[str]:
    for kind in ("findings", "protections", "unclear", "absences", "combinations", "overruns"):
        for each in scan[kind]:
            yield each["rule"]
            yield from (other.partition(" (")[0] for other in each.get("explanation", {}).get("also", ()))
