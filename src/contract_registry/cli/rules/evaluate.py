"""`contract-registry rules evaluate`: how good the findings are on documents in which somebody has labelled passages."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from contract_registry.cli.options import (
    AsOf,
    Debug,
    Drafts,
    Jurisdiction,
    MeasureForm,
    MeasureFormat,
    NoColour,
    NoReader,
    Role,
    Rules,
    Seconds,
    Sector,
)
from contract_registry.cli.output import screen_of, write_text, write_utf8
from contract_registry.cli.session import opened
from contract_registry.errors import WrongUsage


def evaluate(
    gold: Annotated[
        Path,
        typer.Argument(metavar="GOLD", help="Labelled passages: JSON lines with doc, family, type, stance, quote.", show_default=False),
    ],
    docs: Annotated[Path, typer.Argument(metavar="DOCS", help="The folder of the documents.", show_default=False)],
    only: Annotated[
        str | None, typer.Option(metavar="HALF", help="Only the documents of this half, by split.csv beside GOLD.", show_default=False)
    ] = None,
    batch: Annotated[
        str | None, typer.Option(metavar="K", help="Only the documents of this batch, by index.csv beside GOLD.", show_default=False)
    ] = None,
    family: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="Only this family: ai, buyout, moral or terms. Repeat it for more.", show_default=False),
    ] = None,
    misses: Annotated[bool, typer.Option("--misses", help="List what was missed and what is wrong, each in its sentence.")] = False,
    save: Annotated[Path | None, typer.Option(metavar="FILE", help="Keep the findings of this run here.", show_default=False)] = None,
    against: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Say which passages changed sides since this run.", show_default=False)
    ] = None,
    report: Annotated[
        Path | None,
        typer.Option(metavar="FOLDER", help="Write report.html, report.md (figures alone) and passages.csv here.", show_default=False),
    ] = None,
    format: MeasureForm = MeasureFormat.TERMINAL,  # noqa: A002  the option's name
    rules: Rules = None,
    no_reader: NoReader = False,
    drafts: Drafts = False,
    sector: Sector = "",
    role: Role = "",
    jurisdiction: Jurisdiction = "",
    as_of: AsOf = "",
    seconds: Seconds = None,
    no_colour: NoColour = False,
    debug: Debug = False,
) -> int:
    """Measure rules on documents in which somebody has labelled passages: precision, recall, and every miss.

    A finding is right where it lies on a passage of its family that is labelled "harm", and wrong where it lies on none; "borderline"
    passages count neither way, "protective" ones must not be reported. Places are compared by letters and digits alone.

    The documents of GOLD that cannot be read are named, left out of the figures, and make the exit status 2.
    """
    from contract_registry.cli.progress import with_progress
    from contract_registry.cli.reports import Tally, keep_in_file
    from contract_registry.operations import measurements
    from contract_registry.operations.circumstances import circumstances_of
    from contract_registry.operations.evaluate import Way, gold_in, measure, saved_run
    from contract_registry.operations.read import WasNotRead

    if not docs.is_dir():
        raise WrongUsage(f"There is no folder of documents at {docs}.")
    for path in (save, report):
        if path is not None and path.resolve() in {gold.resolve(), docs.resolve()}:
            raise WrongUsage(f"{path} holds what is to be read. Give the result another name.")
    labels = gold_in(gold, families=family or (), only=only, batch=batch)
    before = saved_run(against) if against else None
    with opened(seconds=seconds, rules=rules, no_reader=no_reader) as system:
        system.rulebook()
        circumstances = circumstances_of(system, sector=sector, role=role, jurisdiction=jurisdiction, as_of=as_of)
        outcomes = list(with_progress(measure(system, labels, docs, Way(circumstances, drafts, before)), list(labels.by_doc)))
        part = ", ".join(said for said in (only, f"batch {batch}" if batch else "") if said)
        measured = measurements.measurement_of(system, labels, outcomes, part=part, against=against.name if against else "")
        if save:
            keep_in_file(measurements.run_lines(system, outcomes), save, "Run kept")
    for path, text in (measurements.measurement_as_files(measured, report) if report else {}).items():
        keep_in_file([text], path)
    if format is MeasureFormat.JSON:
        write_utf8(measurements.measurement_as_json(measured))
    else:
        screen = screen_of(sys.stdout, no_colour=no_colour)
        write_text(measurements.measurement_as_text(measured, passages=misses, width=screen.width, colour=screen.colour))
    tally = Tally(debug=debug)
    for outcome in outcomes:
        if isinstance(outcome, WasNotRead):
            tally.failure(outcome)
    return tally.status
