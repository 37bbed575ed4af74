"""`contract-registry rules pages`: a page for each rule and type."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from contract_registry.cli.exits import Exit
from contract_registry.cli.options import Debug, Rules
from contract_registry.cli.output import write_text
from contract_registry.cli.session import opened


def pages(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="The folder for the pages.", show_default=False)],
    rules: Rules = None,
    debug: Debug = False,  # noqa: ARG001
) -> int:
    """Write a page in Markdown for each rule and each type, and an index: README.md in the folder for the pages."""
    from contract_registry.operations.render_rules import written_pages_as_text
    from contract_registry.operations.rule_pages import write_rule_pages

    with opened(rules=rules) as system:
        changed = write_rule_pages(system.rules_folder, folder)
    write_text(written_pages_as_text(changed, folder))
    return Exit.DONE
