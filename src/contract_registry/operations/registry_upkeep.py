"""What is done for the registry while nobody waits: wipe what went, tell what waited, and divide blocks that are full."""

from __future__ import annotations

from contextlib import suppress

from contract_registry.errors import NoDatabase
from contract_registry.operations.service import Service
from contract_registry.storage.registry.blocks import FULL, divide, full_blocks
from contract_registry.storage.registry.wiping import wipe_left
from contract_registry.storage.store import Store
from contract_registry.storage.vault.consents import defer_changing


def wipe_registry(service: Service) -> bool:
    """Whether nothing is left of the rows that went from the registry."""
    return wipe_left(service.foundations.database)


def tell_what_waited(service: Service) -> int:
    """Of how many contracts something that was recorded of their clauses is old enough to be told; what stands of them is computed anew soon."""
    with service.store.writing() as writing:
        return defer_changing(writing.connection, writing.now)


def divide_full_blocks(store: Store, most: int = FULL) -> int:
    """How many blocks of the registry were divided, since they held too many rows to be asked and written anew quickly.

    One after the other, so that whoever searches or takes something back waits for one at most; where others need one for too long, the next time will do.
    """
    total, before = 0, -1
    with suppress(NoDatabase):
        while before < total:
            before = total
            with store.reading() as reading:
                full = full_blocks(reading.connection, most)
            for block in full:
                with store.writing() as writing:
                    total += divide(writing.connection, block) is not None
    return total
