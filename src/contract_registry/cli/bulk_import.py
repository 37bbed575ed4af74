"""`contract-registry import`: takes in a folder or a zip of contracts for one owner, with what a table says of each."""

from __future__ import annotations

import sys
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from contract_registry.cli.exits import Exit
from contract_registry.cli.options import Data, Debug
from contract_registry.cli.output import write_message, write_text
from contract_registry.cli.progress import with_progress
from contract_registry.cli.session import settings_for_service

if TYPE_CHECKING:
    from contract_registry.operations.service import Service

LOOK_SECONDS = 0.5


def import_(
    place: Annotated[Path, typer.Argument(metavar="FOLDER|ZIP", help="Folder or zip in which the contracts lie.", show_default=False)],
    owner: Annotated[
        str,
        typer.Option(
            metavar="WHO",
            help="Whose they will be: a person by mail address or id, or an organisation by name, which is its officer.",
            show_default=False,
        ),
    ],
    metadata: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Table with a row for each file.", show_default="metadata.csv beside the files, if there is one"),
    ] = None,
    wait: Annotated[bool, typer.Option("--wait", help="Wait until every contract is scanned, which a worker must do meanwhile.")] = False,
    data: Data = None,
    debug: Debug = False,  # noqa: ARG001  `app.run` looks for it
) -> int:
    """Keep every file as a contract of its own, and have it scanned.

    The table says what is known of each contract and proves the consent of whoever it came from; without a row nothing is known, and nothing is
    shared. A row that makes no sense stops the import before it begins. An import that broke off is run again: what was taken in stays as it is.
    """
    from contract_registry.bootstrap import assemble_service
    from contract_registry.operations.bulk_import import imported, opened_files, plan_of
    from contract_registry.operations.people import owner_named

    with assemble_service(settings_for_service(data=data)) as service, opened_files(place, service.system.limits) as files:
        who = owner_named(service.access, owner)
        plan = plan_of(service, files, metadata)
        counts: Counter[str] = Counter()
        contracts = []
        for one in with_progress(imported(service, who, files, plan), [each.file for each in plan], "Keeping"):
            counts[one.became] += 1
            if one.became == "refused":
                write_message(f"{one.file}: {one.why}\n")
            else:
                contracts.append(one.contract)
        write_text(f"{counts['new']:,} new, {counts['known']:,} known before, {counts['refused']:,} refused.\n")
        if wait:
            wait_for(service, who, contracts)
    return Exit.FILE_FAILED if counts["refused"] else Exit.DONE


def wait_for(service: Service, owner: str, contracts: list[str]) -> None:
    """Wait until none of the contracts waits for its scan, and say so."""
    from contract_registry.operations.bulk_import import still_waiting

    shown = ""
    while left := still_waiting(service, owner, contracts):
        if sys.stderr.isatty():
            shown = f"\r{len(contracts) - left:,} of {len(contracts):,} scanned "
            write_text(shown, sys.stderr)
        time.sleep(LOOK_SECONDS)
    if shown:
        write_text("\r" + " " * len(shown) + "\r", sys.stderr)
    write_text(f"All {len(contracts):,} are scanned.\n")
