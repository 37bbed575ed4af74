"""What is done for the registry while nobody waits keeps nobody from it for long."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from sqlalchemy import create_engine, text

from contract_registry.core.disclosure.consent.ladder import Circle
from contract_registry.operations.registry_upkeep import divide_full_blocks
from contract_registry.storage.registry.blocks import blocks, divide, full_blocks, name_of
from contract_registry.storage.store import Store
from planted_registry import Planted, plant

UNION = "00000000-0000-0000-0000-000000000001"


@pytest.fixture
def in_two_blocks(store: Store, new_database_with_tables: Callable[[], str]) -> Iterator[Store]:
    """A store with a database of its own, in which sixteen clauses stand in two blocks."""
    engine = create_engine(new_database_with_tables())
    filled = replace(store, engine=engine)
    plant(filled, [Planted(f"contract {number}", f"person {number}", Circle(UNION)) for number in range(16)])
    with engine.begin() as connection:
        assert divide(connection, 0)
    yield filled
    engine.dispose()


def test_a_block_is_there_for_all_while_the_next_waits_to_be_divided(in_two_blocks: Store) -> None:
    engine = in_two_blocks.engine
    with ThreadPoolExecutor(1) as threads, engine.connect() as busy, engine.connect() as other:
        _, upper = blocks(other)
        other.rollback()
        busy.execute(text(f"LOCK TABLE {name_of(upper)} IN ROW EXCLUSIVE MODE"))
        dividing = threads.submit(divide_full_blocks, in_two_blocks, 4)
        try:
            waits = "SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = CAST(:block AS regclass)"
            while not dividing.done() and not other.scalar(text(waits), {"block": name_of(upper)}):
                other.rollback()
            assert len(blocks(other)) == 3
        finally:
            busy.rollback()
            other.rollback()
        assert dividing.result() > 1
        assert full_blocks(other, most=4) == []
