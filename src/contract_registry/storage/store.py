"""Hands out transactions: one for each thing that is asked, kept whole or undone whole, with the blobs it put."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Connection, Engine

from contract_registry.core.contracts.kept import KeptContract, Progress
from contract_registry.storage.beside import Beside, beside
from contract_registry.storage.database import answering
from contract_registry.storage.progress import note_progress
from contract_registry.storage.queue import SCAN, defer
from contract_registry.storage.vault.blobs import Blobs
from contract_registry.storage.vault.keeping import WritableShelf
from contract_registry.storage.vault.key_ring import KeyRing
from contract_registry.storage.vault.shelf import Shelf


@dataclass(frozen=True, slots=True)
class Reading:
    """A transaction that cannot write."""

    connection: Connection
    store: Store

    def shelf(self, owner: str) -> Shelf:
        """What `owner` keeps."""
        return Shelf(self.connection, self.store.keys, self.store.blobs, owner)

    def beside(self, prepare: Callable[[Connection], None]) -> AbstractContextManager[Beside | None]:
        """A second connection that sees the same; None where no core is free for it."""
        return beside(self.store.engine, self.connection, prepare)


@dataclass(frozen=True, slots=True)
class Writing:
    """A transaction that writes, all or nothing."""

    connection: Connection
    store: Store
    now: datetime
    if_undone: list[str] = field(default_factory=list)
    if_done: list[str] = field(default_factory=list)

    def defer_scan(self, contract: KeptContract, priority: int = 0) -> None:
        """Have the contract scanned once this transaction is kept, after those of a higher priority."""
        defer(self.connection, SCAN, priority, owner=contract.owner, contract=contract.id)

    def note_progress(self, contract: str, progress: Progress) -> bool:
        """Whether the contract still waits for its scan; how far it is is noted."""
        return note_progress(self.connection, contract, progress, self.now)

    def shelf(self, owner: str) -> WritableShelf:
        """What `owner` keeps, to be added to and taken from."""
        store = self.store
        return WritableShelf(
            self.connection, store.keys, store.blobs, owner, self.now, store.new_id, if_undone=self.if_undone, if_done=self.if_done
        )


@dataclass(frozen=True, slots=True)
class Store:
    """What is kept, and where time and new ids come from."""

    engine: Engine
    keys: KeyRing
    blobs: Blobs
    clock: Callable[[], datetime]
    new_id: Callable[[], str]

    @contextmanager
    def reading(self) -> Iterator[Reading]:
        """A transaction for a question, which sees one state of everything."""
        with (
            answering(),
            self.engine.connect().execution_options(postgresql_readonly=True, isolation_level="REPEATABLE READ") as connection,
        ):
            yield Reading(connection, self)

    @contextmanager
    def writing(self) -> Iterator[Writing]:
        """A transaction for a change; an error undoes it."""
        with answering(), self.engine.connect() as connection:
            transaction, writing = connection.begin(), Writing(connection, self, self.clock())
            try:
                yield writing
            except BaseException:
                transaction.rollback()
                self._remove(writing.if_undone)
                raise
            transaction.commit()  # where this fails nobody knows whether it was kept: its blobs stay
        self._remove(writing.if_done)

    def _remove(self, blobs: list[str]) -> None:
        for name in blobs:
            self.blobs.remove(name)
