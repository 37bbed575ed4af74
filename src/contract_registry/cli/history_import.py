"""`contract-registry import-history`: takes in dated editions of public terms, which everybody who is signed in may then read."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from contract_registry.cli.bulk_import import wait_for
from contract_registry.cli.exits import Exit
from contract_registry.cli.options import Data, Debug
from contract_registry.cli.output import write_message, write_text
from contract_registry.cli.progress import with_progress
from contract_registry.cli.session import settings_for_service
from contract_registry.errors import WrongUsage

if TYPE_CHECKING:
    from contract_registry.operations.drift import EditionsFound


def import_history(
    folder: Annotated[
        Path,
        typer.Argument(
            metavar="FOLDER", help="Folder of editions named by their days (2024-08-31.md), or of such folders.", show_default=False
        ),
    ],
    owner: Annotated[
        str,
        typer.Option(
            metavar="WHO",
            help="Who answers for them: a person by mail address or id, or an organisation by name, which is its officer.",
            show_default=False,
        ),
    ] = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would be taken in, and take in nothing.")] = False,
    wait: Annotated[bool, typer.Option("--wait", help="Wait until every edition is scanned, which a worker must do meanwhile.")] = False,
    data: Data = None,
    debug: Debug = False,  # noqa: ARG001  `app.run` looks for it
) -> int:
    """Keep each edition as a contract in the circle of what is public, under the name of its folder.

    Only for terms that anybody can read already: nothing is taken out of them. When they are scanned, the registry tells since when each names AI. An
    import that broke off is run again. To see beforehand what it will tell, use `drift`.
    """
    from contract_registry.operations.drift import editions_in

    every = editions_in(folder)
    if dry_run:
        for found in every:
            write_text(_planned(found))
        return Exit.DONE
    if not owner:
        raise WrongUsage("Say who answers for these terms: --owner and a mail address, or the name of an organisation.")
    return _import(every, owner, data, wait=wait)


def _import(every: tuple[EditionsFound, ...], named: str, data: Path | None, *, wait: bool) -> int:
    from contract_registry.bootstrap import assemble_service
    from contract_registry.operations.history_import import imported_history
    from contract_registry.operations.people import owner_named

    with assemble_service(settings_for_service(data=data)) as service:
        owner, counts = owner_named(service.access, named), Counter[str]()
        contracts = []
        for found in every:
            for one in with_progress(imported_history(service, owner, found), [each.path.name for each in found.editions], "Keeping"):
                counts[one.became] += 1
                if one.became == "refused":
                    write_message(f"{one.file}: {one.why}\n")
                else:
                    contracts.append(one.contract)
        write_text(
            f"{len(every):,} templates: {counts['new']:,} editions new, {counts['known']:,} known before, {counts['refused']:,} refused.\n"
        )
        if wait:
            wait_for(service, owner, list(dict.fromkeys(contracts)))
    return Exit.FILE_FAILED if counts["refused"] else Exit.DONE


def _planned(found: EditionsFound) -> str:
    days = [each.day for each in found.editions]
    left_out = "".join(f"; left out: {path.name}" for path in found.undated)
    return f"{found.name}: {len(days):,} editions, {days[0]} to {days[-1]}{left_out}\n"
