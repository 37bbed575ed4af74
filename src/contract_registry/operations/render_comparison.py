"""A comparison as text: the form that a door asks for, ready to be written out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from contract_registry.exporting.json_text import json_line, json_page
from contract_registry.operations.compare import WasCompared, WasNotCompared
from contract_registry.operations.render import Detail, case_of

if TYPE_CHECKING:
    from contract_registry.core.comparing.compare import Edition
    from contract_registry.exporting.comparison_report import ComparisonReport


def comparison_as_text(outcome: WasCompared, *, width: int, colour: bool, detail: Detail) -> str:
    """The comparison for a terminal."""
    from contract_registry.exporting.terminal_comparison import terminal_comparison

    return terminal_comparison(_report(outcome), width=width, colour=colour, detail=detail)


def comparison_as_html(outcome: WasCompared) -> str:
    """The comparison as one self-contained HTML file."""
    from contract_registry.exporting.html_comparison import html_comparison

    return html_comparison(_report(outcome))


def comparison_as_json(outcome: WasCompared | WasNotCompared, *, on_one_line: bool = False) -> str:
    """The comparison, or the errors in its place, as JSON."""
    from contract_registry.exporting.comparison_json import comparison_form, not_compared_form

    if isinstance(outcome, WasNotCompared):
        form = not_compared_form([(each.name, each.error) for each in outcome.failures])
    else:
        form = comparison_form(outcome.comparison, *_editions(outcome))
    return json_line(form) if on_one_line else json_page(form)


def _report(outcome: WasCompared) -> ComparisonReport:
    from contract_registry.exporting.comparison_report import comparison_report

    return comparison_report(outcome.comparison, *_editions(outcome), case_of(outcome.new), _names(outcome))


def _editions(outcome: WasCompared) -> tuple[Edition, Edition]:
    from contract_registry.core.comparing.compare import Edition

    return Edition(outcome.old.read.clauses, outcome.old.scan), Edition(outcome.new.read.clauses, outcome.new.scan)


def _names(outcome: WasCompared) -> tuple[str, str]:
    """What to call the two: their own names, or where those are the same, as they were given."""
    names = outcome.old.read.document.name, outcome.new.read.document.name
    return names if names[0] != names[1] else (outcome.old.read.given, outcome.new.read.given)
