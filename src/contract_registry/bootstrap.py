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
from contract_registry.errors import WrongUsage
from contract_registry.operations.light_spacy import light_spacy
from contract_registry.operations.system import System
from contract_registry.reading.limits import Limits
from contract_registry.reading.reader import Reader
from contract_registry.settings import PeopleSettings, ReadingSettings, Settings, StorageSettings
from contract_registry.shipped import rules_folder

if TYPE_CHECKING:
    from contract_registry.core.disclosure.redaction.redact import NameFinder
    from contract_registry.core.scanning.prepare import Scanner
    from contract_registry.core.scanning.second_reader.reader import SecondReader
    from contract_registry.operations.access import Access
    from contract_registry.operations.foundations import Foundations
    from contract_registry.operations.post import Post
    from contract_registry.operations.service import Service
    from contract_registry.storage.vault.blobs import Blobs

MOST_AT_ONCE = 4
_Made = TypeVar("_Made")


@contextmanager
def assemble_service(settings: Settings) -> Iterator[Service]:
    """The service that `settings` ask for: database up and at its newest form, vault open, readers and rules being made ready.

    NoDatabase, OldTables, WrongMasterKey where what is kept cannot be opened, WrongUsage where a setting makes no sense.
    """
    import secrets
    import time

    from contract_registry.operations.hosts import names_of
    from contract_registry.operations.pace import Pace
    from contract_registry.operations.scan import ahead
    from contract_registry.operations.service import Service
    from contract_registry.operations.visits import Visits

    serving, names = settings.serving, _names(settings.sharing.name_model)
    visits = Visits(
        time.monotonic,
        lambda: secrets.token_urlsafe(24),
        seconds=serving.visit_minutes * 60,
        most_bytes=serving.visits_mb * 1_000_000,
    )
    with open_foundations(settings) as foundations, assemble(settings, keep_warm=True) as system, visits:
        access = open_access(settings, foundations)
        system.reader.warm()
        ahead(system)()
        hosts, proxies = names_of(access.address, settings.people.trusted_hosts), names_of("", settings.people.trusted_proxies)
        yield Service(
            system=system,
            foundations=foundations,
            store=access.store,
            visits=visits,
            upload_bytes=serving.upload_mb * 1_000_000,
            access=access,
            pace=Pace(time.monotonic, serving.scans_a_minute),
            hosts=hosts,
            trusted_proxies=tuple(sorted(proxies)),
            metrics_token=serving.metrics_token,
            names=names,
        )


def _names(package: str) -> Callable[[], NameFinder | None]:
    """The finder of names that redacts what is shared, loaded once it is asked for; WrongUsage where it is not installed."""
    from importlib.util import find_spec

    from contract_registry.operations.redact import name_finder

    if package and not (package.isidentifier() and find_spec(package)):
        raise WrongUsage(
            f"CONTRACT_REGISTRY_NAME_MODEL asks for {package!r}, which is not installed. Install the extra `names`, or name no model: names are found without it too."
        )
    return _once(lambda: name_finder(package))


def open_access(settings: Settings, foundations: Foundations) -> Access:
    """What people are known by and sign in with, the database brought to its newest form and the vault opened.

    NoDatabase, OldTables, WrongMasterKey where what is kept cannot be opened, WrongUsage where a setting makes no sense.
    """
    import secrets
    from datetime import UTC, datetime
    from uuid import UUID

    from contract_registry.operations.access import Access
    from contract_registry.operations.database import bring_up
    from contract_registry.operations.passwords import Passwords
    from contract_registry.storage.store import Store
    from contract_registry.storage.vault.key_ring import opened_ring

    def clock() -> datetime:
        return datetime.now(UTC)  # noqa: TID251  the one clock, from which everybody else is given the time

    def new_id() -> str:
        return str(UUID(bytes=secrets.token_bytes(16), version=4))

    address, post = public_address(settings), _post(settings.people)
    bring_up(foundations)
    keys = opened_ring(foundations.database.engine, foundations.key_place, secrets.token_bytes, clock())
    store = Store(foundations.database.engine, keys, foundations.blobs, clock, new_id)
    access = Access(store, Passwords(), lambda: secrets.token_urlsafe(32), address, post)
    with store.writing() as writing:
        access.register(writing).open()
    return access


def public_address(settings: Settings) -> str:
    """Where people reach the service, a browser on this machine at least; WrongUsage where the setting is no address."""
    import re

    given, serving = settings.people.address.rstrip("/"), settings.serving
    if given and not re.fullmatch(r"https?://[^\s/?#@]+", given):
        raise WrongUsage("CONTRACT_REGISTRY_ADDRESS is no address. Write it as in https://registry.union.example, without a path.")
    host = "127.0.0.1" if serving.host in {"0.0.0.0", "::", ""} else serving.host  # noqa: S104  looked for, not listened on
    return given or f"http://{f'[{host}]' if ':' in host else host}:{serving.port}"


def _post(people: PeopleSettings) -> Post | None:
    """How letters go out; None where no mail server is named. WrongUsage where a setting makes no sense."""
    from contract_registry.operations.post import Post

    if not people.smtp_host:
        return None
    if people.smtp_security not in {"starttls", "tls", "none"}:
        raise WrongUsage("CONTRACT_REGISTRY_SMTP_SECURITY is starttls, tls or none.")
    if "@" not in people.mail_from:
        raise WrongUsage("CONTRACT_REGISTRY_MAIL_FROM is missing: name the mail address that letters come from.")
    return Post(people.smtp_host, people.smtp_port, people.smtp_security, people.smtp_user, people.mail_from, people.smtp_password)


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
            from contract_registry.reading.compiled_phrases import scanner_in
        return scanner_in(folder, rulebook())

    @_once
    def second_reader() -> SecondReader | None:
        with light_spacy():
            from contract_registry.reading.second_reader import load_second_reader
        return load_second_reader(folder) if settings.rules.second_reader else None

    with Reader(limits, workers=at_once, keep_warm=keep_warm) as reader:
        yield System(limits, reader, folder, rulebook, scanner, second_reader, at_once)


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
