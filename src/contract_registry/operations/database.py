"""What its keeper asks of the database: bring it up to date, say how it is, and look whether its tables are as they should be."""

from __future__ import annotations

from dataclasses import dataclass

from contract_registry.errors import OldTables
from contract_registry.operations.foundations import Foundations


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


def bring_up(foundations: Foundations) -> None:
    """Have the tables ready for the service: a database of one's own is upgraded, one that others may use is not; OldTables where that is needed."""
    form = foundations.migrations.form()
    if foundations.database.is_embedded or not form.at:
        foundations.migrations.upgrade()
    elif not form.is_current:
        raise OldTables(
            f"The database stands at {form.at}, and {form.newest} is needed. Back it up, then run `contract-registry db upgrade`."
        )
