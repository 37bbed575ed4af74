"""Copies everything that is kept into a folder and back, all of it still sealed and without the keys.

Since a backup holds no key, a contract that is deleted later cannot be read from it: only the keys that live, or the newest file of them, open it.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import delete, func, select

from contract_registry import __version__
from contract_registry.errors import NotWritten, WrongUsage
from contract_registry.storage.client_programs import dump, undump
from contract_registry.storage.database import Database
from contract_registry.storage.key_file import KEY_TABLES, take_in_keys, write_keys_of
from contract_registry.storage.migrations import Migrations
from contract_registry.storage.people.carrying import PASSING, carry_in, carry_out
from contract_registry.storage.record_tables import engagers
from contract_registry.storage.registry.blocks import no_block_replaced
from contract_registry.storage.tables import contract_keys, contracts, owner_keys
from contract_registry.storage.vault.blob_names import blobs_in_use
from contract_registry.storage.vault.blobs import Blobs, FolderOfBlobs, copy_blob
from contract_registry.storage.vault.consents import defer_every_projection, end_unmarked

COMPUTED = "registry_*"
"""The tables, and the blocks of one, whose rows are computed anew: what was taken back since must not come back from a backup."""
DUMP, BLOBS, MANIFEST = "database.dump", "blobs", "manifest.json"


@dataclass(frozen=True, slots=True)
class BackedUp:
    """What a backup holds: how many contracts, and how many bytes."""

    contracts: int
    size: int


def back_up(database: Database, blobs: Blobs, folder: Path, now: datetime) -> BackedUp:
    """Put everything but the keys into the new folder; the service may go on meanwhile.

    WrongUsage where there is something in the folder already, NotWritten where it cannot be written.
    """
    if folder.is_file() or (folder.exists() and any(folder.iterdir())):
        raise WrongUsage(f"{folder} is not empty. Give the name of a new folder.")
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with no_block_replaced(database.engine):
            dump(database.url, folder / DUMP, [*(table.name for table in (*KEY_TABLES, *PASSING)), COMPUTED])
        with database.engine.connect() as connection:  # after the dump, so that no row of it lacks its blob
            names = blobs_in_use(connection)
            count = connection.scalar(select(func.count()).select_from(contracts)) or 0
        kept = FolderOfBlobs(folder / BLOBS)
        for name in names:
            copy_blob(name, blobs, kept)
        sums = {path.relative_to(folder).as_posix(): _sha256(path) for path in sorted(folder.rglob("*")) if path.is_file()}
        told = {
            "made_by": f"contract-registry {__version__}",
            "at": now.isoformat(),
            "contracts": count,
            "holds_keys": False,
            "sha256": sums,
        }
        (folder / MANIFEST).write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    except OSError as error:
        raise NotWritten(f"The backup could not be written to {folder}: {error.strerror}. Give another folder.") from error
    return BackedUp(count, sum((folder / name).stat().st_size for name in sums))


def restore(
    database: Database, migrations: Migrations, blobs: Blobs, folder: Path, keys: Path | None, waiting: Path, now: datetime
) -> BackedUp:
    """What is there again of a backup, in place of everything there was: the contracts whose keys live, or are in the file `keys`. What stands in the registry is computed anew.

    The live keys wait in the file `waiting` meanwhile and the people in one beside it, so that a restore that broke off can be run again; both are put
    back. WrongUsage where the backup is damaged, NotRestored where the database does not take it.
    """
    sums = _checked(folder)
    people_waiting = waiting.with_name(f"{waiting.name}-people")
    if not waiting.exists():
        carry_out(database.engine, people_waiting)
        write_keys_of(database.engine, waiting)
    undump(database.url, folder / DUMP)
    migrations.upgrade()
    with database.engine.begin() as connection:
        for source in (waiting, *([keys] if keys else [])):
            take_in_keys(connection, source)
        connection.execute(delete(contracts).where(contracts.c.id.not_in(select(contract_keys.c.contract_id))))
        connection.execute(delete(contract_keys).where(contract_keys.c.contract_id.not_in(select(contracts.c.id))))
        carry_in(connection, people_waiting, now)
        connection.execute(delete(engagers).where(engagers.c.owner_id.not_in(select(owner_keys.c.owner_id))))
        end_unmarked(connection, now)
        defer_every_projection(connection)
        names = blobs_in_use(connection)
        count = connection.scalar(select(func.count()).select_from(contracts)) or 0
    kept = FolderOfBlobs(folder / BLOBS)
    for name in names:
        copy_blob(name, kept, blobs)
    for name in blobs.names() - names:
        blobs.remove(name)
    waiting.unlink()
    people_waiting.unlink()
    return BackedUp(count, sum((folder / name).stat().st_size for name in sums))


def _checked(folder: Path) -> dict[str, str]:
    """The sums of the files of a backup, all of which hold; WrongUsage where one does not."""
    try:
        sums: dict[str, str] = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))["sha256"]
        damaged = [name for name, told in sums.items() if _sha256(folder / name) != told]
    except (OSError, ValueError, KeyError) as error:
        raise WrongUsage(f"{folder} holds no whole backup: {error}. Give the folder that `contract-registry db backup` made.") from error
    if damaged:
        raise WrongUsage(f"The backup in {folder} is damaged: {', '.join(damaged[:5])}. Use another one.")
    return sums


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
