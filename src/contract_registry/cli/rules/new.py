"""`contract-registry rules new`: the first files of a rule."""

from __future__ import annotations

from typing import Annotated

import typer

from contract_registry.cli.exits import Exit
from contract_registry.cli.options import Debug, Rules
from contract_registry.cli.output import write_text
from contract_registry.cli.session import opened


def new(
    rule: Annotated[str, typer.Argument(metavar="PACK.RULE", help="Id of the new rule, such as common.portfolio-ban.", show_default=False)],
    type_name: Annotated[
        str, typer.Option("--type", metavar="TYPE", help="The kind of clause, such as terms-portfolio-ban.", show_default=False)
    ],
    rules: Rules = None,
    debug: Debug = False,  # noqa: ARG001
) -> int:
    """Begin a rule: a file with every field in its order and comments that teach, and its cases beside it."""
    from contract_registry.operations.rules import begin_rule

    with opened(rules=rules) as system:
        files = begin_rule(system.rules_folder, rule, type_name)
    write_text("".join(f"{file}\n" for file in files) + f"Write your cases and patterns, then run `contract-registry rules test {rule}`.\n")
    return Exit.DONE
