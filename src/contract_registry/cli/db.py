"""`contract-registry db`: the database, its backups and the master key, for whoever keeps them."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from contract_registry.cli.exits import Exit
from contract_registry.cli.options import Data
from contract_registry.cli.output import write_text
from contract_registry.cli.session import settings_for_service
from contract_registry.errors import WrongUsage

if TYPE_CHECKING:
    from contract_registry.operations.foundations import Foundations

app = typer.Typer(name="db", no_args_is_help=True, help="Look after the database, its backups and the master key.", rich_markup_mode=None)
Folder = Annotated[Path, typer.Argument(metavar="FOLDER", help="Folder of the backup.", show_default=False)]


@app.command()
def upgrade(data: Data = None) -> int:
    """Bring the tables to the form that this version needs. Make a backup first."""
    from contract_registry.operations.database import upgrade as run

    with _opened(data) as foundations:
        done = run(foundations)
    write_text("".join(f"{step}\n" for step in done) + ("The database is up to date.\n"))
    return Exit.DONE


@app.command()
def status(data: Data = None) -> int:
    """Say where the database, the sealed files and the master key are, and whether the tables are up to date."""
    from contract_registry.operations.database import status_of

    with _opened(data) as foundations:
        now = status_of(foundations)
    write_text(f"Database    {now.place}{' (embedded)' if now.is_embedded else ''}\n")
    write_text(f"Files       {now.home}\nMaster key  {now.master_key}\nTables      {now.at or 'none yet'}\n")
    if now.is_current:
        write_text("The database is up to date.\n")
        return Exit.DONE
    write_text(f"To run: {', '.join(now.to_run) or 'nothing that this version knows'}. Run `contract-registry db upgrade`.\n")
    return Exit.UNAVAILABLE


@app.command()
def check(data: Data = None) -> int:
    """Look whether the tables are those that this version describes, and whether in the registry stands what consents say and nothing else."""
    from contract_registry.bootstrap import assemble_service
    from contract_registry.operations.database import differences
    from contract_registry.operations.projecting import check_registry

    with _opened(data) as foundations:
        found = differences(foundations)
    write_text("".join(f"{line}\n" for line in found) or "The tables are those that this version describes.\n")
    if found:
        return Exit.UNAVAILABLE
    with assemble_service(settings_for_service(data=data)) as service:
        checked = check_registry(service)
    write_text("".join(f"{contract}: something else stands in the registry than should.\n" for contract in checked.otherwise))
    if checked.wordings:
        write_text(f"{checked.wordings:,} wordings of the registry belong to no clause, or are missing.\n")
    if checked.otherwise or checked.wordings:
        write_text("Run `contract-registry db project` to compute it anew.\n")
        return Exit.UNAVAILABLE
    write_text(f"In the registry stands what consents say, of {checked.contracts:,} contracts.\n")
    return Exit.DONE


@app.command()
def backup(
    folder: Folder,
    keys: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Write the wrapped keys of contracts here, in place of those of before.", show_default=False),
    ] = None,
    data: Data = None,
) -> int:
    """Copy everything that is kept into a new folder, while the service goes on.

    The backup is sealed and holds no key: a contract that is deleted later cannot be read from it. Keep the newest file of --keys, and only that
    one, in another place; the master key is in neither, and without it nothing can be opened.
    """
    from contract_registry.operations.database import back_up_to

    with _opened(data) as foundations:
        done = back_up_to(foundations, folder, keys, datetime.now(UTC))  # noqa: TID251  a door knows the time
        place = foundations.key_place
    write_text(f"Backed up {done.contracts:,} contracts, {done.size:,} bytes, to {folder}.\n")
    write_text(
        f"The keys of the contracts are in {keys}; replace it with each backup.\n"
        if keys
        else "It holds no keys. --keys FILE writes them.\n"
    )
    write_text(f"The master key is in no backup. Keep a copy of it elsewhere: {'the environment' if place.words else place.file}.\n")
    return Exit.DONE


@app.command()
def restore(
    folder: Folder,
    keys: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="The newest file of keys, where the database has lost its own.", show_default=False),
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Yes, replace everything that is kept now.")] = False,
    data: Data = None,
) -> int:
    """Put a backup in place of everything that is kept now. Stop the service first.

    Contracts that were deleted since the backup do not come back: their keys are gone. People, their roles and what was granted to them stay as they are
    now, where there are any.
    """
    from contract_registry.operations.database import restore_from

    if not yes:
        raise WrongUsage("This replaces everything that is kept now. If that is what you want, say --yes.")
    with _opened(data) as foundations:
        done = restore_from(foundations, folder, keys, datetime.now(UTC))  # noqa: TID251  a door knows the time
    write_text(f"Restored {done.contracts:,} contracts from {folder}.\n")
    return Exit.DONE


@app.command("rotate-key")
def rotate_key(data: Data = None) -> int:
    """Make a new master key and wrap every key with it; what is sealed stays as it is. Restart the service afterwards."""
    from contract_registry.operations.database import rotate_master_key

    with _opened(data) as foundations:
        count = rotate_master_key(foundations, secrets.token_bytes, datetime.now(UTC))  # noqa: TID251  a door knows the time
    write_text(f"{count:,} keys are wrapped by the new master key. Restart the service, and keep a copy of the new key elsewhere.\n")
    return Exit.DONE


@app.command()
def upkeep(data: Data = None) -> int:
    """Do now what a worker does every hour: delete what is to be kept no longer, take away lost files, and wipe deleted keys from the database's files."""
    from contract_registry.bootstrap import assemble_service
    from contract_registry.operations.upkeep import upkeep as run

    with assemble_service(settings_for_service(data=data)) as service:
        done = run(service)
    write_text(f"{done.expired:,} contracts deleted, {done.orphans:,} lost files taken away, {done.rescans:,} scans to be made anew.\n")
    write_text(
        "Deleted keys are wiped.\n"
        if done.wiped
        else "Deleted keys are not wiped yet: the database is busy, or does not let this account do it.\n"
    )
    return Exit.DONE if done.wiped else Exit.UNAVAILABLE


@app.command()
def project(data: Data = None) -> int:
    """Compute anew what stands in the registry of every contract that is shared, and take away what should not stand there. Workers do it by themselves, one after the other."""
    from contract_registry.bootstrap import assemble_service
    from contract_registry.operations.projecting import project_every

    with assemble_service(settings_for_service(data=data)) as service:
        count = project_every(service)
    write_text(f"In the registry stands what consents say, of {count:,} contracts.\n")
    return Exit.DONE


@contextmanager
def _opened(data: Path | None) -> Iterator[Foundations]:
    from contract_registry.bootstrap import open_foundations

    with open_foundations(settings_for_service(data=data)) as foundations:
        yield foundations
