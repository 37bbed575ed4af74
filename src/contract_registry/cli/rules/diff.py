"""`contract-registry rules diff`: what a change of rules changes on documents of one's own."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from contract_registry.cli.exits import Exit
from contract_registry.cli.options import AsOf, Debug, Drafts, Jurisdiction, MeasureForm, MeasureFormat, NoColour, Role, Seconds, Sector
from contract_registry.cli.output import screen_of, write_text, write_utf8
from contract_registry.cli.session import checked_files, opened


def diff(
    old: Annotated[Path, typer.Argument(metavar="OLD", help="The folder of the rules as they were.", show_default=False)],
    new: Annotated[Path, typer.Argument(metavar="NEW", help="The folder of the rules as they are to be.", show_default=False)],
    files: Annotated[list[str], typer.Argument(metavar="FOLDER", help="The documents: a folder, or files one by one.", show_default=False)],
    format: MeasureForm = MeasureFormat.TERMINAL,  # noqa: A002  the option's name
    drafts: Drafts = False,
    sector: Sector = "",
    role: Role = "",
    jurisdiction: Jurisdiction = "",
    as_of: AsOf = "",
    seconds: Seconds = None,
    no_colour: NoColour = False,
    debug: Debug = False,
) -> int:
    """Show what a change of rules changes: findings that came, went or changed, by rule and each in its sentence.

    Protections, questions, what is not found and what several findings make together are compared too, and the verdicts.

    For the rules of an earlier revision, take them out of git first: `mkdir before`, then
    `git archive REVISION clause_rules | tar -x -C before`; OLD is then before/clause_rules. Both folders must be in a form that this version reads.

    Exit status: 0 where nothing changes, 1 where something does, 2 where a file could not be read.
    """
    from contract_registry.cli.progress import with_progress
    from contract_registry.cli.reports import Tally, tell_failure
    from contract_registry.operations.circumstances import circumstances_of
    from contract_registry.operations.read import WasNotRead
    from contract_registry.operations.render_rules_diff import rules_diff_as_json, rules_diff_as_text
    from contract_registry.operations.rules_diff import rules_diff, two_rulebooks

    paths = checked_files(files)
    tally = Tally(debug=debug)
    rulebooks = two_rulebooks(old, new)
    with opened(seconds=seconds, rules=new) as system:
        circumstances = circumstances_of(system, sector=sector, role=role, jurisdiction=jurisdiction, as_of=as_of)
        outcomes = list(with_progress(rules_diff(system, rulebooks, paths, circumstances, drafts=drafts), paths))
    for outcome in outcomes:
        if isinstance(outcome, WasNotRead):
            tally.failure(outcome)
            tell_failure(outcome, screen_of(sys.stderr, no_colour=no_colour))
    if format is MeasureFormat.JSON:
        write_utf8(rules_diff_as_json(rulebooks, outcomes))
    else:
        screen = screen_of(sys.stdout, no_colour=no_colour)
        write_text(rules_diff_as_text(outcomes, width=screen.width, colour=screen.colour))
    is_changed = any(not isinstance(outcome, WasNotRead) and outcome.is_any for outcome in outcomes)
    return tally.status or (Exit.CHANGED if is_changed else Exit.DONE)
