"""Brings the tables of a database to the form that this version needs, and tells how far they are."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine

from contract_registry.errors import WrongUsage
from contract_registry.storage.every_table import metadata

NEWEST = "head"


@dataclass(frozen=True, slots=True)
class Form:
    """How far a database is: the migration it stands at ("" for none), the newest there is, and those still to run."""

    at: str
    newest: str
    to_run: tuple[str, ...]
    is_known: bool = True

    @property
    def is_current(self) -> bool:
        return self.at == self.newest


class Migrations:
    """The migrations in a folder, for one database."""

    def __init__(self, engine: Engine, folder: Path) -> None:
        self._engine = engine
        self._config = Config(stdout=io.StringIO())
        self._config.set_main_option("script_location", str(folder).replace("%", "%%"))

    def form(self) -> Form:
        """How far the database is; `is_known` is false where a newer version of this program has been at it."""
        scripts = ScriptDirectory.from_config(self._config)
        newest = scripts.get_current_head() or ""
        with self._engine.connect() as connection:
            at = MigrationContext.configure(connection).get_current_revision() or ""
        order = [script.revision for script in scripts.walk_revisions()][::-1]
        if at and at not in order:
            return Form(at, newest, (), is_known=False)
        return Form(at, newest, tuple(order[order.index(at) + 1 if at else 0 :]))

    def upgrade(self, to: str = NEWEST) -> None:
        """Run the migrations up to `to`, all or none of them; WrongUsage where the database is ahead of this version."""
        if not self.form().is_known:
            raise WrongUsage(
                "The database was used by a newer version of Contract Registry. Install that one, or restore a backup of this one."
            )
        with self._engine.begin() as connection:
            command.upgrade(self._with(connection), to)

    def downgrade(self, to: str) -> None:
        """Undo migrations down to `to`, all or none of them; "base" undoes every one."""
        with self._engine.begin() as connection:
            command.downgrade(self._with(connection), to)

    def differences(self) -> tuple[str, ...]:
        """In what the tables differ from those that this version describes, a line each."""
        with self._engine.connect() as connection:
            context = MigrationContext.configure(connection, opts={"include_object": _is_ours, "compare_type": True})
            return tuple(str(difference) for difference in compare_metadata(context, metadata))

    def _with(self, connection: Connection) -> Config:
        self._config.attributes["connection"] = connection
        return self._config


def _is_ours(_object: object, name: str | None, kind: str, *_: object) -> bool:
    return not (kind == "table" and (name or "").startswith(("procrastinate_", "registry_clauses_")))
