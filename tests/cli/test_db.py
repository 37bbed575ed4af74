"""The commands about the database: brought up to date, backed up, restored without what was deleted, its master key changed."""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import create_engine, text

from cli.conftest import Command
from contract_registry.bootstrap import open_foundations
from contract_registry.core.contracts.kept import State
from contract_registry.errors import WrongMasterKey
from contract_registry.operations.database import bring_up
from contract_registry.settings import from_environment
from contract_registry.storage.store import Store
from contract_registry.storage.vault.key_ring import opened_ring

ANN = str(uuid4())
DATA = b"The Illustrator waives every marmalade right."


@pytest.fixture
def data(tmp_path: Path, new_database: Callable[[], str], monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder and an empty database, named to the command by the environment."""
    monkeypatch.setenv("DATABASE_URL", new_database())
    monkeypatch.setenv("CONTRACT_REGISTRY_DATA", str(tmp_path / "data"))
    return tmp_path / "data"


@contextmanager
def store() -> Iterator[Store]:
    """The store that the environment names, opened as the service opens it."""
    now = datetime(2026, 11, 24, tzinfo=UTC)
    with open_foundations(from_environment(os.environ)) as foundations:
        bring_up(foundations)
        keys = opened_ring(foundations.database.engine, foundations.key_place, secrets.token_bytes, now)
        yield Store(foundations.database.engine, keys, foundations.blobs, lambda: now, lambda: str(uuid4()))


def keep(*names: str) -> list[str]:
    """Contracts of these names, kept and scanned."""
    ids = []
    for name in names:
        with store() as opened, opened.writing() as writing:
            shelf = writing.shelf(ANN)
            ids.append(shelf.keep([(name, DATA + name.encode())])[0].id)
            shelf.keep_scan(ids[-1], f'{{"of": "{name}"}}', State.SCANNED)
    return ids


def names() -> set[str]:
    """What is kept, every file and scan of it opened."""
    with store() as opened, opened.reading() as reading:
        shelf = reading.shelf(ANN)
        kept = shelf.page(100)
        for contract in kept:
            assert shelf.file(contract.id, 0) == (contract.name, DATA + contract.name.encode())
            assert contract.name in (shelf.scan(contract.id) or "")
        return {contract.name for contract in kept}


def delete(contract: str) -> None:
    with store() as opened, opened.writing() as writing:
        writing.shelf(ANN).delete(contract)


def test_an_empty_database_is_brought_up_to_date(command: Command, data: Path) -> None:
    before = command("db", "status")
    done = command("db", "upgrade")
    after = command("db", "status")

    assert (before.status, done.status, after.status) == (69, 0, 0)
    assert "none yet" in before.out
    assert "contract-registry db upgrade" in before.out
    assert "up to date" in after.out
    assert command("db", "check").status == 0


def test_tables_that_are_not_as_described_are_told(command: Command, data: Path) -> None:
    command("db", "upgrade")
    engine = create_engine(os.environ["DATABASE_URL"])
    with engine.begin() as connection:
        connection.execute(text("ALTER TABLE contracts DROP COLUMN state"))
    engine.dispose()

    checked = command("db", "check")

    assert checked.status == 69
    assert "state" in checked.out


def test_a_backup_brings_back_everything_but_what_was_deleted_since(command: Command, data: Path, tmp_path: Path) -> None:
    _, gone = keep("kept.pdf", "deleted.pdf")
    backed_up = command("db", "backup", tmp_path / "backup")
    delete(gone)
    keep("later.pdf")

    restored = command("db", "restore", tmp_path / "backup", "--yes")

    assert (backed_up.status, restored.status) == (0, 0)
    assert names() == {"kept.pdf"}
    assert command("db", "check").status == 0
    assert not (data / "keys-while-restoring").exists()
    assert len([path for path in (data / "blobs").rglob("*") if path.is_file()]) == 1


def test_a_backup_holds_no_key_and_no_words_and_says_so(command: Command, data: Path, tmp_path: Path) -> None:
    keep("waiver-of-ann.pdf")
    wrapped, master = [], (tmp_path / "data.master-key").read_bytes().strip()
    with store() as opened, opened.reading() as reading:
        for table in ("contract_keys", "owner_keys"):
            wrapped += reading.connection.scalars(text(f"SELECT wrapped FROM {table}")).all()

    told = command("db", "backup", tmp_path / "backup")

    everything = b"".join(path.read_bytes() for path in (tmp_path / "backup").rglob("*") if path.is_file())
    for secret in (*wrapped, master, bytes.fromhex(master.decode()), b"marmalade", b"waiver-of-ann"):
        assert secret not in everything
        assert secret.hex().encode() not in everything
    assert "The master key is in no backup" in told.out


def test_after_the_machine_is_lost_backup_keys_and_master_key_bring_everything_back(
    command: Command, data: Path, tmp_path: Path, new_database: Callable[[], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    keep("one.pdf", "two.pdf")
    command("db", "backup", tmp_path / "backup", "--keys", tmp_path / "keys")
    shutil.rmtree(data)
    monkeypatch.setenv("DATABASE_URL", new_database())

    restored = command("db", "restore", tmp_path / "backup", "--keys", tmp_path / "keys", "--yes")

    assert restored.status == 0, restored.err
    assert names() == {"one.pdf", "two.pdf"}
    assert (tmp_path / "keys").stat().st_mode & 0o777 == 0o600


def test_a_restore_waits_until_nobody_uses_the_database(command: Command, data: Path, tmp_path: Path) -> None:
    keep("kept.pdf")
    command("db", "backup", tmp_path / "backup", "--keys", tmp_path / "a new folder" / "keys")
    with store() as opened, opened.reading():
        refused = command("db", "restore", tmp_path / "backup", "--yes")

    assert (refused.status, "Stop the service" in refused.err) == (64, True)
    assert names() == {"kept.pdf"}
    assert (tmp_path / "a new folder" / "keys").stat().st_mode & 0o777 == 0o600


def test_a_restore_that_broke_off_can_be_run_again(command: Command, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keep("kept.pdf")
    command("db", "backup", tmp_path / "backup")
    with monkeypatch.context() as broken:
        broken.setattr("contract_registry.storage.backup.take_in_keys", lambda *_: 1 / 0)
        assert command("db", "restore", tmp_path / "backup", "--yes").status == 70

    assert command("db", "restore", tmp_path / "backup", "--yes").status == 0
    assert names() == {"kept.pdf"}


def test_a_damaged_backup_is_refused_and_nothing_changes(command: Command, data: Path, tmp_path: Path) -> None:
    keep("kept.pdf")
    command("db", "backup", tmp_path / "backup")
    dumped = tmp_path / "backup" / "database.dump"
    dumped.write_bytes(dumped.read_bytes()[:-10])

    refused = command("db", "restore", tmp_path / "backup", "--yes")

    assert refused.status == 64
    assert "damaged: database.dump" in refused.err
    assert names() == {"kept.pdf"}


def test_a_restore_asks_first(command: Command, data: Path, tmp_path: Path) -> None:
    asked = command("db", "restore", tmp_path / "backup")

    assert asked.status == 64
    assert "--yes" in asked.err


def test_a_folder_with_something_in_it_is_no_place_for_a_backup(command: Command, data: Path, tmp_path: Path) -> None:
    keep("kept.pdf")

    assert command("db", "backup", tmp_path).status == 64


def test_a_new_master_key_opens_everything_and_the_old_one_nothing(command: Command, data: Path, tmp_path: Path) -> None:
    keep("one.pdf", "two.pdf")
    file = tmp_path / "data.master-key"
    old = file.read_text()

    rotated = command("db", "rotate-key")

    assert rotated.status == 0
    assert "3 keys" in rotated.out, "two contracts and their owner"
    assert file.read_text() != old
    assert names() == {"one.pdf", "two.pdf"}
    file.write_text(old)
    with pytest.raises(WrongMasterKey):
        names()


def test_a_rotation_that_broke_off_loses_nothing_and_can_be_run_again(
    command: Command, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep("one.pdf")
    with monkeypatch.context() as broken:
        broken.setattr("contract_registry.operations.database._wrap_all_anew", lambda *_: 1 / 0)
        assert command("db", "rotate-key").status == 70

    assert names() == {"one.pdf"}
    assert command("db", "rotate-key").status == 0
    assert names() == {"one.pdf"}


def test_a_key_from_the_environment_is_changed_there(command: Command, data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CONTRACT_REGISTRY_MASTER_KEY", "aa" * 32)
    keep("one.pdf")
    refused = command("db", "rotate-key")
    monkeypatch.setenv("CONTRACT_REGISTRY_MASTER_KEY", "bb" * 32)
    monkeypatch.setenv("CONTRACT_REGISTRY_FORMER_MASTER_KEY", "aa" * 32)

    rotated = command("db", "rotate-key")

    monkeypatch.delenv("CONTRACT_REGISTRY_FORMER_MASTER_KEY")
    assert (refused.status, rotated.status) == (64, 0)
    assert names() == {"one.pdf"}
    assert not data.with_name("data.master-key").exists()


def test_a_database_that_does_not_answer_is_told(command: Command, data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://ann:secret@127.0.0.1:1/registry")

    told = command("db", "status")

    assert told.status == 69
    assert "does not answer" in told.err
    assert "secret" not in told.err + told.out


def test_a_url_of_another_kind_is_told(command: Command, data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "mysql://ann:secret@db/registry")

    assert "postgresql://" in command("db", "status").err
