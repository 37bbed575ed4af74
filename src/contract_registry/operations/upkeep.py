"""What is done every hour for what is kept: delete what is to be kept no longer, tell what waited, take away what nothing points to, and wipe what was deleted."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass

from contract_registry.core.disclosure.audit import Did
from contract_registry.errors import NotFound
from contract_registry.operations.registry_upkeep import divide_full_blocks, tell_what_waited, wipe_registry
from contract_registry.operations.rescan import ask_for_rescans
from contract_registry.operations.saved_searches import ask_for_digests
from contract_registry.operations.service import Service
from contract_registry.storage.answers import forget_old_answers
from contract_registry.storage.erasure import wipe_keys
from contract_registry.storage.people.trail import note
from contract_registry.storage.queue import forget_old_jobs
from contract_registry.storage.retention import expired
from contract_registry.storage.suppressions import forget_ended_suppressions
from contract_registry.storage.vault.blob_names import blobs_in_use

BATCH = 100
ORPHAN_SECONDS = 3_600.0
"""How old a blob must be before it is taken for lost: a younger one may belong to a transaction that is not kept yet."""


@dataclass(frozen=True, slots=True)
class Done:
    """What was done: contracts deleted since their time was up, blobs taken away, whether deleted keys and rows of the registry are wiped, scans to be made anew."""

    expired: int
    orphans: int
    wiped: bool
    rescans: int


def upkeep(service: Service) -> Done:
    """What was done this hour. NoDatabase where it does not answer."""
    deleted = delete_expired(service)
    orphans = sweep(service)
    with service.store.writing() as writing:
        forget_old_answers(writing.connection, writing.now)
        forget_old_jobs(writing.connection, writing.now)
        forget_ended_suppressions(writing.connection, writing.now.date())
    tell_what_waited(service)
    divide_full_blocks(service.store)
    ask_for_digests(service)
    wiped = wipe_registry(service)
    return Done(deleted, orphans, wipe_keys(service.foundations.database) and wiped, ask_for_rescans(service))


def delete_expired(service: Service) -> int:
    """How many contracts were deleted, since their time was up."""
    total = 0
    while True:
        with service.store.reading() as reading:
            found = expired(reading.connection, service.store.clock(), BATCH)
        for owner, contract in found:
            with suppress(NotFound), service.store.writing() as writing:
                writing.shelf(owner).delete(contract)
                note(writing.connection, writing.now, None, Did.EXPIRED, contract=contract)
        total += len(found)
        if len(found) < BATCH:
            return total


def sweep(service: Service) -> int:
    """How many blobs were taken away that belong to no contract: left behind by something that broke off."""
    blobs = service.store.blobs
    old = blobs.older_than(ORPHAN_SECONDS)
    with service.store.reading() as reading:
        orphans = old - blobs_in_use(reading.connection)
    for name in orphans:
        blobs.remove(name)
    return len(orphans)
