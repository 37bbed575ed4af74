"""What is kept, before anybody opens it: a database with its migrations, the folder of sealed files, and the place of the master key."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from contract_registry.storage.database import Database
from contract_registry.storage.migrations import Migrations
from contract_registry.storage.vault.blobs import Blobs
from contract_registry.storage.vault.master_key import KeyPlace


@dataclass(frozen=True, slots=True)
class Foundations:
    """What the commands about the database work with."""

    database: Database
    migrations: Migrations
    blobs: Blobs
    key_place: KeyPlace
    home: Path
