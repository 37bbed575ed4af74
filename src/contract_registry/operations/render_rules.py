"""Answers about rules as text and as JSON, ready to be written out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from contract_registry.core.rules.rulebook import Rulebook
from contract_registry.exporting.json_text import json_page
from contract_registry.exporting.plain_words import counted
from contract_registry.exporting.rule_atlas import INDEX
from contract_registry.operations.rules import Checked, RulePage, Tried

if TYPE_CHECKING:
    from contract_registry.core.scanning.cases import Outcome


def checked_as_text(checked: Checked) -> str:
    """Every complaint on a line of its own, or one line that says that all is well."""
    if checked.complaints:
        told = "".join(f"{complaint}\n" for complaint in checked.complaints)
        return f"{told}{counted(len(checked.complaints), 'complaint')}.\n"
    counts = (counted(checked.rules, "rule"), counted(checked.cases, "case"), counted(checked.concepts, "concept"))
    return f"{', '.join(counts)}: all is well.\n"


def checked_as_json(checked: Checked) -> str:
    """The counts and the complaints, for an editor or a script."""
    return json_page({"schema": 1, **asdict(checked)})


def tried_as_text(tried: Tried, *, width: int, colour: bool, verbose: bool) -> str:
    """The cases that fail (with `verbose` all of them), how many hold, which other rules speak there, and what to do next."""
    from contract_registry.exporting.terminal_cases import neighbours_page, outcomes_page

    page = outcomes_page((*tried.outcomes, *tried.misfires) if verbose else tried.failed, width=width, colour=colour)
    misfires = f" and {counted(len(tried.misfires), 'known misfire')}" if tried.misfires else ""
    counts = f"{counted(len(tried.outcomes), 'case')}{misfires} of {counted(tried.rules, 'rule')}"
    held = "all hold" if not tried.failed else f"{len(tried.failed)} {'fails' if len(tried.failed) == 1 else 'fail'}"
    following = "".join(f"Next for {step}\n" for step in tried.next_steps)
    return f"{page}{counts}: {held}.\n{neighbours_page(tried.neighbours, width=width, colour=colour)}{following}"


def tried_as_json(tried: Tried) -> str:
    """Each case and each known misfire with what it must find, what was said, and why; and the other rules that speak there."""
    told = {"cases": [_outcome_form(each) for each in tried.outcomes], "misfires": [_outcome_form(each) for each in tried.misfires]}
    return json_page({"schema": 1, **told, "neighbours": [asdict(each) for each in tried.neighbours], "next": list(tried.next_steps)})


def pages_as_text(pages: Sequence[RulePage], *, width: int, colour: bool) -> str:
    """Each rule as its small essay."""
    from contract_registry.exporting.terminal_rules import rule_page

    return "\n".join(rule_page(page.rule, page.cases, str(page.place), width=width, colour=colour) for page in pages)


def pages_as_json(pages: Iterable[RulePage]) -> str:
    """The rules in the full shape of their form, with their fingerprints, files and cases."""
    forms = [{**page.data, "fingerprint": page.rule.fingerprint, "file": str(page.place), "cases": list(page.cases)} for page in pages]
    return json_page({"schema": 1, "rules": forms})


def written_pages_as_text(changed: Sequence[str], folder: Path) -> str:
    """How many pages changed, and where to begin."""
    changes = f"{counted(len(changed), 'page')} written or removed" if changed else "Every page was up to date"
    return f"{changes}. Begin with {folder / INDEX}.\n"


def rules_as_text(rulebook: Rulebook, *, width: int, colour: bool) -> str:
    """Every rule in one line."""
    from contract_registry.exporting.terminal_rules import rule_list

    return rule_list(rulebook, width=width, colour=colour)


def _outcome_form(outcome: Outcome) -> dict[str, object]:
    case = outcome.case
    return {
        "rule": case.rule,
        "says": case.says,
        "place": case.place,
        "text": case.text,
        "finds": list(case.finds),
        "unclear": list(case.unclear),
        "speaks": case.speaks,
        "excused_by": case.excused_by,
        "holds": not outcome.failures,
        "failures": list(outcome.failures),
        "said": list(outcome.said),
        "why": list(outcome.why),
    }
