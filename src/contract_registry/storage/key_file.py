"""The wrapped keys of a vault as a file of lines: written whole or not at all, and read back."""

from __future__ import annotations

import json
import os
from base64 import b64decode, b64encode
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Table, inspect, select
from sqlalchemy.dialects.postgresql import insert

from contract_registry.errors import NotWritten, WrongUsage
from contract_registry.storage.registry.tables import consent_marks
from contract_registry.storage.tables import contract_keys, master_keys, owner_keys

KEY_TABLES: tuple[Table, ...] = (master_keys, owner_keys, contract_keys, consent_marks)
"""In an order in which they can be filled. The marks of consents that stand go with the keys: what was taken back must not come back, either."""


def make_room_for(path: Path) -> None:
    """Make the folder of a file of keys where there is none yet; NotWritten where that cannot be."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise NotWritten(f"The keys could not be written to {path}: {error.strerror}. Give another place.") from error


def write_keys_of(engine: Engine, path: Path) -> int:
    """How many keys of owners and contracts were written; without the master key they open nothing. NotWritten where that cannot be."""
    there = set(inspect(engine).get_table_names())
    with engine.connect() as connection:
        lines = [
            json.dumps({"table": table.name, **{name: _as_text(value) for name, value in row.items()}})
            for table in KEY_TABLES
            if table.name in there
            for row in connection.execute(select(table)).mappings()
        ]
    unfinished = path.with_name(f"{path.name}.unfinished")
    try:
        unfinished.unlink(missing_ok=True)
        with os.fdopen(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as file:
            file.write("".join(f"{line}\n" for line in lines))
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
    except OSError as error:
        raise NotWritten(f"The keys could not be written to {path}: {error.strerror}. Give another place.") from error
    return sum('"wrapped"' in line for line in lines)


def take_in_keys(connection: Connection, path: Path) -> None:
    """Put the keys of the file beside those that are there; WrongUsage where it is no such file."""
    for table, row in _rows_in(path):
        connection.execute(insert(table).values(row).on_conflict_do_nothing())


def _rows_in(path: Path) -> Iterator[tuple[Table, dict[str, Any]]]:
    tables = {table.name: table for table in KEY_TABLES}
    try:
        for line in path.read_text(encoding="ascii").splitlines():
            row = json.loads(line)
            table = tables[row.pop("table")]
            yield table, {name: _from_text(name, value) for name, value in row.items()}
    except (OSError, ValueError, KeyError, AttributeError) as error:
        raise WrongUsage(f"{path} is no file of keys as `contract-registry db backup --keys` writes it.") from error


def _as_text(value: object) -> str:
    return b64encode(value).decode() if isinstance(value, bytes) else value.isoformat() if isinstance(value, datetime) else str(value)


def _from_text(name: str, value: str) -> str | bytes | datetime:
    return b64decode(value) if name == "wrapped" else datetime.fromisoformat(value) if name == "since" else value
