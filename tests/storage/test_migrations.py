"""The migrations make the tables that the code describes, one by one, up and down."""

from __future__ import annotations

from uuid import uuid4

import pytest
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, text

from contract_registry.core.contracts.kept import Progress, Stage, State
from contract_registry.core.disclosure.consent.ladder import Circle
from contract_registry.core.records.engager import Engager
from contract_registry.core.rescanning.rulebook_print import RulebookPrint
from contract_registry.errors import WrongUsage
from contract_registry.shipped import migrations_folder
from contract_registry.storage.migrations import Migrations
from contract_registry.storage.registry.blocks import divide
from contract_registry.storage.retention import keep_until
from contract_registry.storage.rulebook_shelf import note_rulebook
from contract_registry.storage.store import Store
from contract_registry.storage.vault.documents import keep_document
from contract_registry.storage.vault.engager_list import keep_engager
from contract_registry.storage.vault.lines import add_edition
from contract_registry.storage.vault.records import Kind, keep_record
from planted_registry import Planted, plant


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


def test_each_migration_can_be_undone_and_run_again_on_what_is_kept(store: Store, migrations: Migrations) -> None:
    owner = str(uuid4())
    with store.writing() as writing:
        shelf = writing.shelf(owner)
        first, second = (shelf.keep_once(name, [(f"{name}.txt", name.encode())], {})[0] for name in ("first", "second"))
        add_edition(shelf, first.id, second.id)
        writing.note_progress(second.id, Progress(Stage.READING, 1, 2))
        shelf.keep_scan(first.id, "{}", State.SCANNED, "rulebook")
        keep_document(shelf, first.id, b"document")
        keep_record(shelf, first.id, Kind.PARTICULARS, {"term": "one year"})
        keep_engager(shelf, Engager("Quince", ("Quince Books",)))
        keep_until(writing.connection, first.id, writing.now)
        note_rulebook(
            writing.connection, RulebookPrint("rulebook", "2026", "frame", {"a.b": "1"}), [("a.b", 1, "1", "id: a.b")], writing.now
        )
        writing.defer_scan(second)
    steps = len(list(ScriptDirectory(str(migrations_folder())).walk_revisions()))

    for _ in range(steps):
        at = migrations.form().at
        migrations.downgrade("-1")
        migrations.upgrade(at)
        migrations.downgrade("-1")
    migrations.upgrade()

    assert migrations.form().is_current
    assert migrations.differences() == ()


def test_each_migration_of_the_registry_can_be_undone_and_run_again_on_what_stands_in_it(store: Store, migrations: Migrations) -> None:
    plant(
        store,
        [Planted(f"contract {n}", f"person {n}", Circle(str(uuid4())), counter="Named.", became="narrowed", officer=7) for n in range(9)],
    )
    with store.writing() as writing:
        assert divide(writing.connection, 0)
    kept = "SELECT row, text, engager, types, sector, wording_id, words, told FROM registry_clauses ORDER BY row"
    with store.engine.connect() as connection:
        before = connection.execute(text(kept)).all()
    script = ScriptDirectory(str(migrations_folder()))
    of_the_registry = [each.revision for each in script.iterate_revisions("head", "create_registry")]

    for at in of_the_registry:
        migrations.downgrade("-1")
        migrations.upgrade(at)
        migrations.downgrade("-1")
    migrations.upgrade()

    with store.engine.connect() as connection:
        after = connection.execute(text(kept.replace("told", "told, counter"))).all()
    assert [row[:-1] for row in after] == [tuple(row) for row in before]
    assert {row.counter for row in after} == {""}, "what a migration undone took away is computed anew"
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
