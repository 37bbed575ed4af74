"""Results as text: the form that a door asks for, ready to be written out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal

from contract_registry.core.document import original
from contract_registry.exporting.json_text import json_line, json_page
from contract_registry.exporting.read_json import read_form
from contract_registry.exporting.scan_json import error_form, scan_form
from contract_registry.operations.images import page_images
from contract_registry.operations.read import WasNotRead, WasRead
from contract_registry.operations.scan import WasScanned
from contract_registry.operations.system import System

if TYPE_CHECKING:
    from contract_registry.exporting.case import Case
    from contract_registry.exporting.report import Report

Detail = Literal["brief", "usual", "full"]
"""How much a report for a terminal tells."""


def scan_as_json(outcome: WasScanned | WasNotRead, *, on_one_line: bool = False) -> str:
    """The scan, or the error in its place, as JSON."""
    from contract_registry.exporting.facts_json import facts_form

    form = (
        error_form(outcome.name, outcome.error)
        if isinstance(outcome, WasNotRead)
        else scan_form(outcome.read.clauses, outcome.scan, facts_form(outcome.facts))
    )
    return json_line(form) if on_one_line else json_page(form)


def scan_form_schema() -> dict[str, object]:
    """The JSON Schema of a scan that `scan_as_json` writes."""
    from contract_registry.exporting.scan_schema import scan_schema

    forms = scan_schema()["oneOf"]
    assert isinstance(forms, list)
    return dict(forms[0])


def meaning_of_verdict(form: Mapping[str, Any]) -> str:
    """What the verdict of a scan means, in a sentence or two, by the JSON of the scan."""
    from contract_registry.exporting.plain_words import meaning_of

    told = ("combinations", "findings", "unclear", "absences")
    return meaning_of(form["verdict"], is_told_of_something=any(form[each] for each in told))


def comparison_form_schema() -> dict[str, object]:
    """The JSON Schema of a comparison, or of the errors in its place."""
    from contract_registry.exporting.comparison_schema import comparison_schema

    return {"oneOf": comparison_schema()["oneOf"]}


def read_as_json(outcome: WasRead | WasNotRead, *, on_one_line: bool = False) -> str:
    """What was read, or the error in its place, as JSON."""
    form = error_form(outcome.name, outcome.error) if isinstance(outcome, WasNotRead) else read_form(outcome.clauses)
    return json_line(form) if on_one_line else json_page(form)


def read_as_text(outcome: WasRead, *, as_original: bool = False) -> str:
    """The canonical text alone, character for character; with `as_original` as it stood before pending changes."""
    return original(outcome.document) if as_original else outcome.document.text


def heading_as_text(read: WasRead, *, width: int, colour: bool) -> str:
    """The first lines of the report for a terminal, which are known before the scan."""
    from contract_registry.exporting.terminal import terminal_heading

    return terminal_heading(read.clauses, width=width, colour=colour)


def scan_as_text(outcome: WasScanned, *, width: int, colour: bool, detail: Detail) -> str:
    """The report for a terminal, after its heading."""
    from contract_registry.exporting.terminal_report import terminal_report

    return terminal_report(_report(outcome), width=width, colour=colour, detail=detail)


def error_as_text(outcome: WasNotRead, *, width: int, colour: bool) -> str:
    """What went wrong with a file and what to do next, for a terminal."""
    from contract_registry.exporting.terminal import terminal_error

    return terminal_error(outcome.given, outcome.error, width=width, colour=colour)


def problems_as_text(read: WasRead, *, width: int, colour: bool) -> str:
    """What of a document could not be read, a paragraph each, for a terminal; empty where all of it was."""
    if not read.document.problems:
        return ""
    from contract_registry.exporting.terminal import terminal_problems

    return terminal_problems(read.given, read.document, width=width, colour=colour)


def summary_as_text(outcomes: Sequence[tuple[str, WasScanned | WasNotRead]], *, width: int, colour: bool) -> str:
    """One line a file: verdict and counts."""
    from contract_registry.exporting.terminal_summary import SummaryLine, terminal_summary

    lines = [SummaryLine.of(given, each.error if isinstance(each, WasNotRead) else each.scan) for given, each in outcomes]
    return terminal_summary(lines, width=width, colour=colour)


def scan_as_html(system: System, outcome: WasScanned, *, password: str | None = None) -> str:
    """The report as one self-contained HTML file, with pictures of the pages."""
    from contract_registry.exporting.html_report import html_report, pages_to_show

    document, report = outcome.read.document, _report(outcome)
    images = page_images(system, outcome.read, pages_to_show(document, report), password)
    return html_report(report, document, images)


def case_of(outcome: WasScanned) -> Case:
    """The case as a report on this document tells it."""
    from contract_registry.core.contracts.facts import jurisdiction_of
    from contract_registry.exporting.case import Case

    named_law = jurisdiction_of(outcome.facts) if outcome.facts.governing_law else ""
    return Case.of(outcome.scan.circumstances, named_law=named_law, idle=outcome.idle)


def _report(outcome: WasScanned) -> Report:
    from contract_registry.exporting.facts_rows import facts_rows
    from contract_registry.exporting.report import report_of

    return report_of(outcome.read.clauses, outcome.scan, facts_rows(outcome.facts), case_of(outcome))
