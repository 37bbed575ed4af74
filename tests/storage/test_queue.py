"""A job that is asked for once is done after everything that asked for it, and so sees what they made."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Engine, create_engine, text

from contract_registry.storage.queue import FOLLOW, defer_once


def waiting(engine: Engine) -> list[str]:
    """The jobs that a worker could begin now, as it would fetch them."""
    with engine.begin() as connection:
        return list(connection.scalars(text("SELECT id FROM procrastinate_jobs WHERE status = 'todo' FOR UPDATE SKIP LOCKED")))


def test_a_job_that_waits_is_not_begun_before_whoever_asked_for_it_again_has_ended(new_database_with_tables: Callable[[], str]) -> None:
    engine = create_engine(new_database_with_tables().replace("postgresql://", "postgresql+psycopg://"))
    with engine.begin() as connection:
        defer_once(connection, FOLLOW, owner="ann", name="Terms")
    assert len(waiting(engine)) == 1

    with engine.begin() as connection:
        defer_once(connection, FOLLOW, owner="ann", name="Terms")
        assert waiting(engine) == []

    assert len(waiting(engine)) == 1
    with engine.begin() as connection:
        connection.execute(text("UPDATE procrastinate_jobs SET status = 'doing'"))
        defer_once(connection, FOLLOW, owner="ann", name="Terms")
    assert len(waiting(engine)) == 1
    engine.dispose()
