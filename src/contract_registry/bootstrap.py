"""Puts the system together from its settings: the one room that knows every class."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, TypeVar

from contract_registry.core.rules.rulebook import Rulebook
from contract_registry.operations.light_spacy import light_spacy
from contract_registry.operations.system import System
from contract_registry.reading.limits import Limits
from contract_registry.reading.reader import Reader
from contract_registry.settings import ReadingSettings, Settings, StorageSettings
from contract_registry.shipped import rules_folder

if TYPE_CHECKING:
    from contract_registry.core.scanning.prepare import Scanner
    from contract_registry.operations.foundations import Foundations
    from contract_registry.operations.service import Service
    from contract_registry.storage.vault.blobs import Blobs

MOST_AT_ONCE = 4
_Made = TypeVar("_Made")


@contextmanager
def assemble_service(settings: Settings) -> Iterator[Service]:
    """The service that `settings` ask for: database up and at its newest form, vault open, readers and rules being made ready.

    NoDatabase, OldTables, WrongMasterKey where what is kept cannot be opened.
    """
    import secrets
    import time
    from datetime import UTC, datetime
    from uuid import UUID

    from contract_registry.operations.database import bring_up
    from contract_registry.operations.scan import ahead
    from contract_registry.operations.service import Service
    from contract_registry.operations.visits import Visits
    from contract_registry.storage.store import Store
    from contract_registry.storage.vault.key_ring import opened_ring

    def clock() -> datetime:
        return datetime.now(UTC)  # noqa: TID251  the one clock, from which everybody else is given the time

    def new_id() -> str:
        return str(UUID(bytes=secrets.token_bytes(16), version=4))

    serving = settings.serving
    visits = Visits(
        time.monotonic,
        lambda: secrets.token_urlsafe(24),
        seconds=serving.visit_minutes * 60,
        most_bytes=serving.visits_mb * 1_000_000,
    )
    with open_foundations(settings) as foundations, assemble(settings, keep_warm=True) as system, visits:
        bring_up(foundations)
        keys = opened_ring(foundations.database.engine, foundations.key_place, secrets.token_bytes, clock())
        store = Store(foundations.database.engine, keys, foundations.blobs, clock, new_id)
        system.reader.warm()
        ahead(system)()
        yield Service(system, foundations, store, visits, serving.upload_mb * 1_000_000, serving.metrics_token)


@contextmanager
def open_foundations(settings: Settings) -> Iterator[Foundations]:
    """What is kept, with its database running for as long as the `with` lasts; NoDatabase where it will not run."""
    from contract_registry.operations.foundations import Foundations
    from contract_registry.shipped import migrations_folder
    from contract_registry.storage.database import opened_database
    from contract_registry.storage.migrations import Migrations
    from contract_registry.storage.places import usual_home
    from contract_registry.storage.vault.master_key import KeyPlace

    kept = settings.storage
    home = (kept.data or usual_home()).absolute()
    file = kept.master_key_file or home.with_name(f"{home.name}.master-key")
    with opened_database(kept.database_url, home) as database:
        yield Foundations(
            database,
            Migrations(database.engine, migrations_folder()),
            _blobs(kept, home),
            KeyPlace(file.absolute(), kept.master_key, kept.former_master_key),
            home,
        )


@contextmanager
def assemble(settings: Settings, *, keep_warm: bool = False) -> Iterator[System]:
    """The system that `settings` ask for, for as long as the `with` lasts. Rules are loaded when the first question needs them.

    `keep_warm` has the readers loaded ahead, for a program that reads many files.
    """
    folder = settings.rules.rules or rules_folder()
    at_once = settings.reading.at_once or min(os.cpu_count() or 1, MOST_AT_ONCE)
    limits = _limits(settings.reading)

    @_once
    def rulebook() -> Rulebook:
        from contract_registry.reading.rule_files import load_rulebook

        return load_rulebook(folder)

    @_once
    def scanner() -> Scanner:
        with light_spacy():
            from contract_registry.core.scanning.prepare import prepare
        return prepare(rulebook())

    with Reader(limits, workers=at_once, keep_warm=keep_warm) as reader:
        yield System(limits, reader, folder, rulebook, scanner, at_once)


def _blobs(kept: StorageSettings, home: Path) -> Blobs:
    """The place of the sealed files; the library for buckets is loaded for a bucket alone."""
    from contract_registry.storage.vault.blobs import FolderOfBlobs

    if not kept.blobs:
        return FolderOfBlobs(home / "blobs")
    from contract_registry.storage.vault.bucket import BucketOfBlobs

    return BucketOfBlobs(kept.blobs, kept.blobs_endpoint)


def _once(make: Callable[[], _Made]) -> Callable[[], _Made]:
    """`make` called once, when first asked for, however many threads ask."""
    making, made = Lock(), cache(make)

    def ask() -> _Made:
        with making:
            return made()

    return ask


def _limits(reading: ReadingSettings) -> Limits:
    return Limits(
        file_bytes=reading.file_mb * 1_000_000,
        memory_bytes=reading.memory_mb * 1_000_000,
        seconds=reading.seconds,
        seconds_per_recognised_page=reading.seconds_per_scanned_page,
        pages=reading.pages,
    )
