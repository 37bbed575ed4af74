"""`contract-registry rules`: for those who write rules."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from contract_registry.cli.exits import Exit
from contract_registry.cli.options import Debug, Rules
from contract_registry.cli.output import screen_of, write_text
from contract_registry.cli.session import opened

app = typer.Typer(name="rules", no_args_is_help=True, help="Check, show and test the rules.", rich_markup_mode=None)


@app.command()
def check(rules: Rules = None, debug: Debug = False) -> int:  # noqa: ARG001  the door itself looks for --debug
    """Check every rule file: its form, its patterns, its version, and that all it refers to is there."""
    from contract_registry.operations.rules import check_rules

    with opened(rules=rules) as system:
        checked = check_rules(system.rules_folder)
    for complaint in checked.complaints:
        write_text(f"{complaint}\n", sys.stderr)
    state = "all in order" if not checked.complaints else f"{len(checked.complaints)} to mend"
    write_text(f"{checked.rules} rules, {checked.cases} cases, {checked.concepts} concepts: {state}.\n")
    return Exit.FILE_FAILED if checked.complaints else Exit.DONE


@app.command()
def show(
    rule: Annotated[
        str, typer.Argument(metavar="[RULE]", help="Id or type of a rule; all are listed without it.", show_default=False)
    ] = "",
    rules: Rules = None,
    debug: Debug = False,  # noqa: ARG001
) -> int:
    """Show a rule as its reports tell it and what it looks for, or list all rules."""
    from contract_registry.operations.render import rule_as_text, rules_as_text
    from contract_registry.operations.rules import pages_of

    screen = screen_of(sys.stdout)
    with opened(rules=rules) as system:
        if not rule:
            write_text(rules_as_text(system.rulebook(), width=screen.width, colour=screen.colour))
            return Exit.DONE
        pages = pages_of(system.rules_folder, rule)
    write_text("\n".join(rule_as_text(page, width=screen.width, colour=screen.colour) for page in pages))
    return Exit.DONE
