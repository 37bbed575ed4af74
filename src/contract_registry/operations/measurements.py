"""What came of measuring rules, taken together, kept for a later comparison and told in the form that was asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from contract_registry.core.evaluation.evaluation import Measured, evaluation_of
from contract_registry.core.evaluation.measurement import Measurement, Unread
from contract_registry.core.rules.rulebook import Rulebook
from contract_registry.exporting.json_text import json_page
from contract_registry.operations.evaluate import Gold
from contract_registry.operations.read import WasNotRead
from contract_registry.operations.system import System


def measurement_of(
    system: System, gold: Gold, outcomes: Sequence[Measured | WasNotRead], *, part: str = "", against: str = ""
) -> Measurement:
    """The documents that were judged, taken together, and those that could not be read."""
    rulebook = system.rulebook()
    measured = [each for each in outcomes if isinstance(each, Measured)]
    unread = [
        Unread(each.given, each.error.message, sum(label.family in gold.families for label in gold.by_doc[each.given]))
        for each in outcomes
        if isinstance(each, WasNotRead)
    ]
    return Measurement(
        evaluation_of(measured, gold.families),
        gold.path.name,
        part,
        rulebook.date,
        rulebook.fingerprint,
        tuple(unread),
        against,
        tuple(_unknown_types(gold, rulebook)),
    )


def run_lines(system: System, outcomes: Iterable[Measured | WasNotRead]) -> Iterator[str]:
    """The findings of each document that was judged, a line each, for `saved_run` to read."""
    from contract_registry.exporting.run_json import run_line

    fingerprint = system.rulebook().fingerprint
    for each in outcomes:
        if isinstance(each, Measured):
            yield run_line(each.judged.doc, (finding.finding for finding in each.judged.findings), fingerprint)


def measurement_as_json(measured: Measurement) -> str:
    """The figures, the passages behind them and what changed, for a script or a chart of one's own."""
    from contract_registry.exporting.evaluation_json import evaluation_form

    return json_page(evaluation_form(measured))


def measurement_as_text(measured: Measurement, *, passages: bool, width: int, colour: bool) -> str:
    """The figures for a terminal, with the passages behind them where they are wanted."""
    from contract_registry.exporting.terminal_evaluation import terminal_evaluation

    return terminal_evaluation(measured, passages=passages, width=width, colour=colour)


def measurement_as_files(measured: Measurement, folder: Path) -> dict[Path, str]:
    """The report: a page with everything, the figures as Markdown, and the passages as a table, each with the place it belongs to."""
    from contract_registry.exporting.evaluation_markdown import evaluation_markdown
    from contract_registry.exporting.evaluation_page import evaluation_page
    from contract_registry.exporting.passages_csv import passages_csv

    return {
        folder / "report.html": evaluation_page(measured),
        folder / "report.md": evaluation_markdown(measured),
        folder / "passages.csv": passages_csv(measured),
    }


def _unknown_types(gold: Gold, rulebook: Rulebook) -> Iterator[str]:
    """The types that passages of these families were labelled with and that the rules' list does not have; none where there is no list."""
    if rulebook.types:
        said = {label.type for labels in gold.by_doc.values() for label in labels if label.family in gold.families}
        yield from sorted(said - rulebook.types.keys())
