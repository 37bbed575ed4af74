"""`contract-registry rules test`: whether the cases of rules hold."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from contract_registry.cli.exits import Exit
from contract_registry.cli.options import Debug, ReadForm, ReadFormat, Rules
from contract_registry.cli.output import screen_of, write_text, write_utf8
from contract_registry.cli.session import opened


def try_(
    names: Annotated[
        list[str] | None, typer.Argument(metavar="[RULE]...", help="Ids, short names or types; all rules without.", show_default=False)
    ] = None,
    rules: Rules = None,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Show the cases that hold, too.")] = False,
    format: ReadForm = ReadFormat.TEXT,  # noqa: A002
    debug: Debug = False,  # noqa: ARG001
) -> int:
    """Run the cases of rules: what each must find, what it said, and what stopped it or made it speak."""
    from contract_registry.operations.render_rules import tried_as_json, tried_as_text
    from contract_registry.operations.rules import try_rules

    with opened(rules=rules) as system:
        tried = try_rules(system.rules_folder, names or ())
    if format is ReadFormat.JSON:
        write_utf8(tried_as_json(tried))
    else:
        screen = screen_of(sys.stdout)
        write_text(tried_as_text(tried, width=screen.width, colour=screen.colour, verbose=verbose))
    return Exit.FILE_FAILED if tried.failed else Exit.DONE
