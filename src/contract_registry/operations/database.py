"""What its keeper asks of the database: bring it up to date, say how it is, and look whether its tables are as they should be."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from contract_registry.errors import OldTables, WrongUsage
from contract_registry.operations.foundations import Foundations
from contract_registry.storage.backup import BackedUp, back_up, restore
from contract_registry.storage.key_file import make_room_for, write_keys_of
from contract_registry.storage.vault.key_ring import KeyRing
from contract_registry.storage.vault.master_key import new_master_key, write_keys


@dataclass(frozen=True, slots=True)
class Status:
    """How the database is: where, its migration and the newest one, those still to run, and where sealed files and the master key are."""

    place: str
    is_embedded: bool
    at: str
    newest: str
    to_run: tuple[str, ...]
    home: str
    master_key: str

    @property
    def is_current(self) -> bool:
        return self.at == self.newest


def status_of(foundations: Foundations) -> Status:
    """How the database is now."""
    form, place = foundations.migrations.form(), foundations.key_place
    master_key = (
        "from the environment"
        if place.words
        else f"in {place.file}"
        if place.file.exists()
        else f"not made yet; it will be in {place.file}"
    )
    database = foundations.database
    return Status(database.place, database.is_embedded, form.at, form.newest, form.to_run, str(foundations.home), master_key)


def upgrade(foundations: Foundations) -> tuple[str, ...]:
    """The migrations that were run to bring the database up to date; WrongUsage where it is ahead of this version."""
    to_run = foundations.migrations.form().to_run
    foundations.migrations.upgrade()
    return to_run


def differences(foundations: Foundations) -> tuple[str, ...]:
    """In what the tables differ from those that this version describes, a line each."""
    return foundations.migrations.differences()


def back_up_to(foundations: Foundations, folder: Path, keys: Path | None, now: datetime) -> BackedUp:
    """What was backed up to the new folder; the wrapped keys go to the file `keys`, if one is named. WrongUsage, NotWritten."""
    if keys:
        make_room_for(keys.absolute())
    done = back_up(foundations.database, foundations.blobs, folder.absolute(), now)
    if keys:
        write_keys_of(foundations.database.engine, keys.absolute())
    return done


def restore_from(foundations: Foundations, folder: Path, keys: Path | None, now: datetime) -> BackedUp:
    """What is there again of the backup, in place of everything there was; WrongUsage, too where somebody else uses the database, NotRestored."""
    if others := foundations.database.others():
        raise WrongUsage(
            f"Something else uses the database ({others} connections). Stop the service and every worker, then run this again."
        )
    foundations.home.mkdir(mode=0o700, parents=True, exist_ok=True)
    waiting = foundations.home / "keys-while-restoring"
    return restore(foundations.database, foundations.migrations, foundations.blobs, folder, keys, waiting, now)


def rotate_master_key(foundations: Foundations, random: Callable[[int], bytes], now: datetime) -> int:
    """How many keys are now wrapped by a new master key; the old one opens nothing any more. What is sealed is not touched.

    WrongUsage where the key comes from the environment and no former one is named.
    """
    place = foundations.key_place
    keys = place.keys()
    if place.words and not place.former_words:
        raise WrongUsage(
            "Put the new key into CONTRACT_REGISTRY_MASTER_KEY and the one in use into CONTRACT_REGISTRY_FORMER_MASTER_KEY first."
        )
    if not keys:
        raise WrongUsage("There is no master key yet. The first start of the service makes one.")
    if not place.words:
        keys = (new_master_key(random), *keys)
        write_keys(place.file, keys)
    ring = KeyRing(keys[0], keys[1:], random)
    with foundations.database.engine.begin() as connection:
        ring.settle(connection, now)
    count = _wrap_all_anew(foundations, ring)
    if not place.words:
        write_keys(place.file, keys[:1])
    return count


def _wrap_all_anew(foundations: Foundations, ring: KeyRing) -> int:
    count = 0
    while True:
        with foundations.database.engine.begin() as connection:
            done = ring.wrap_anew(connection)
        if not done:
            return count
        count += done


def bring_up(foundations: Foundations) -> None:
    """Have the tables ready for the service: a database of one's own is upgraded, one that others may use is not; OldTables where that is needed."""
    form = foundations.migrations.form()
    if foundations.database.is_embedded or not form.at:
        foundations.migrations.upgrade()
    elif not form.is_current:
        raise OldTables(
            f"The database stands at {form.at}, and {form.newest} is needed. Back it up, then run `contract-registry db upgrade`."
        )
