"""What signing in works with: what is kept, passwords, chance, the address of the service, and the way letters go out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from contract_registry.operations.passwords import Passwords
from contract_registry.operations.post import Post
from contract_registry.storage.people.register import Register
from contract_registry.storage.store import Reading, Store, Writing


@dataclass(frozen=True, slots=True)
class Access:
    """`words` gives words that cannot be guessed; `address` is where people reach the service, without a slash at its end."""

    store: Store
    passwords: Passwords
    words: Callable[[], str]
    address: str
    post: Post | None

    def now(self) -> datetime:
        """The time."""
        return self.store.clock()

    def register(self, transaction: Reading | Writing) -> Register:
        """The people, in this transaction."""
        return Register(transaction.connection, self.store.keys)

    def tried(self, transaction: Writing, words: str) -> bytes:
        """By what tries are counted: a mark, from which nobody learns who tried, or for whom."""
        return self.register(transaction).mark("tried", words)
