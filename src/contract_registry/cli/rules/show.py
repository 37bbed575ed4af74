"""`contract-registry rules show`: a rule as a person reads it, or all of them in a line each."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from contract_registry.cli.exits import Exit
from contract_registry.cli.options import Debug, ReadForm, ReadFormat, Rules
from contract_registry.cli.output import screen_of, write_text, write_utf8
from contract_registry.cli.session import opened


def show(
    name: Annotated[
        str, typer.Argument(metavar="[RULE]", help="Id, short name or type of a rule; all are listed without it.", show_default=False)
    ] = "",
    rules: Rules = None,
    format: ReadForm = ReadFormat.TEXT,  # noqa: A002
    debug: Debug = False,  # noqa: ARG001
) -> int:
    """Show a rule as its small essay: what, why, what to ask and propose, law, misfires, cases, version and file."""
    from contract_registry.operations.render_rules import pages_as_json, pages_as_text, rules_as_text
    from contract_registry.operations.rules import pages_of

    screen = screen_of(sys.stdout)
    with opened(rules=rules) as system:
        if format is ReadFormat.JSON:
            write_utf8(pages_as_json(pages_of(system.rules_folder, name)))
        elif name:
            write_text(pages_as_text(pages_of(system.rules_folder, name), width=screen.width, colour=screen.colour))
        else:
            write_text(rules_as_text(system.rulebook(), width=screen.width, colour=screen.colour))
    return Exit.DONE
