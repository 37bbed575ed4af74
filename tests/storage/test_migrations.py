"""The migrations make the tables that the code describes, one by one, up and down."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine, text

from contract_registry.errors import WrongUsage
from contract_registry.shipped import migrations_folder
from contract_registry.storage.migrations import Migrations


@pytest.fixture
def migrations(engine: Engine) -> Migrations:
    return Migrations(engine, migrations_folder())


def test_the_tables_are_those_that_the_code_describes(migrations: Migrations) -> None:
    assert migrations.differences() == ()
    assert migrations.form().is_current


def test_a_table_that_nobody_describes_is_a_difference(migrations: Migrations, engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE stray (id int)"))
    try:
        assert "stray" in migrations.differences()[0]
    finally:
        with engine.begin() as connection:
            connection.execute(text("DROP TABLE stray"))


def test_each_migration_can_be_undone_and_run_again(migrations: Migrations) -> None:
    migrations.downgrade("base")
    steps = migrations.form().to_run

    for step in steps:
        migrations.upgrade(step)
        assert migrations.form().at == step
        migrations.downgrade("-1")
        migrations.upgrade(step)

    assert migrations.form().is_current
    assert migrations.differences() == ()


def test_a_database_that_a_newer_version_used_is_left_alone(migrations: Migrations, engine: Engine) -> None:
    at = migrations.form().at
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = 'of_next_year'"))
    try:
        assert not migrations.form().is_known
        with pytest.raises(WrongUsage, match="newer version"):
            migrations.upgrade()
    finally:
        with engine.begin() as connection:
            connection.execute(text("UPDATE alembic_version SET version_num = :at"), {"at": at})
