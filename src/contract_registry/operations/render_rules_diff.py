"""What a change of rules changes, in the form that was asked for."""

from __future__ import annotations

from collections.abc import Sequence

from contract_registry.core.evaluation.scan_changes import ScanChanges
from contract_registry.exporting.json_text import json_page
from contract_registry.operations.read import WasNotRead
from contract_registry.operations.rules_diff import TwoRulebooks


def rules_diff_as_text(outcomes: Sequence[ScanChanges | WasNotRead], *, width: int, colour: bool) -> str:
    """Every change by rule and by document, for a terminal."""
    from contract_registry.exporting.terminal_rules_diff import terminal_rules_diff

    compared = [each for each in outcomes if isinstance(each, ScanChanges)]
    return terminal_rules_diff(compared, len(outcomes) - len(compared), width=width, colour=colour)


def rules_diff_as_json(rulebooks: TwoRulebooks, outcomes: Sequence[ScanChanges | WasNotRead]) -> str:
    """The same for a script, documents without a change among it."""
    from contract_registry.exporting.rules_diff_json import rules_diff_form

    compared = [each for each in outcomes if isinstance(each, ScanChanges)]
    unread = [(each.given, each.error.message) for each in outcomes if isinstance(each, WasNotRead)]
    old, new = ((str(folder), scanner.rulebook.fingerprint) for folder, scanner in (rulebooks.old, rulebooks.new))
    return json_page(rules_diff_form(compared, unread, old, new))
