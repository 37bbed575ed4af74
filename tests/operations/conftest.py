"""What signing in works with, on a clock that stands until it is moved."""

from __future__ import annotations

from uuid import uuid4

import pytest
from argon2 import PasswordHasher

from contract_registry.operations.access import Access
from contract_registry.operations.passwords import Passwords
from contract_registry.storage.store import Store


@pytest.fixture(scope="session")
def passwords() -> Passwords:
    """Quick ones; how hard a hash is to make is looked at where it matters."""
    return Passwords(PasswordHasher(time_cost=1, memory_cost=64, parallelism=1))


@pytest.fixture
def access(store: Store, passwords: Passwords) -> Access:
    made = Access(store, passwords, lambda: uuid4().hex + uuid4().hex, "http://registry.test", None)
    with store.writing() as writing:
        made.register(writing).open()
    return made
