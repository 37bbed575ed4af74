"""What its owner deletes is gone: from every file of the data folder, from what a backup brings back, and from every log.

The planted phrase is searched for as it is and as its key is: what is sealed shows no phrase to begin with, and lives as long as its key does. The files
are searched as they are on the disk; nothing of these columns is compressed, since what is sealed cannot be.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import text

from contract_registry.bootstrap import assemble_service
from contract_registry.core.records.particulars import Particulars
from contract_registry.errors import NotFound
from contract_registry.operations.audit import entries_of
from contract_registry.operations.contracts import contract_of, delete_contract, keep_contract, scan_kept
from contract_registry.operations.given import Given
from contract_registry.operations.records import Recorder, record_particulars
from contract_registry.operations.retention import keep_until
from contract_registry.operations.service import Service
from contract_registry.operations.upkeep import upkeep
from contract_registry.settings import Settings, StorageSettings
from contract_registry.storage import erasure
from pdf_files import Page, a_pdf, words
from served import a_folder, without_database

ANN = str(uuid4())
PHRASE = "quodlibet marmalade"


@pytest.fixture
def folder() -> Iterator[Path]:
    with a_folder() as folder:
        yield folder


@pytest.fixture
def service(folder: Path) -> Iterator[Service]:
    """A service on a database of its own, whose settings compress nothing."""
    with assemble_service(Settings(storage=StorageSettings(data=folder / "data"))) as service:
        yield service


def db(folder: Path, *command: str | Path) -> subprocess.CompletedProcess[str]:
    whole = [sys.executable, "-m", "contract_registry", "db", *map(str, command), "--data", str(folder / "data")]
    return subprocess.run(whole, capture_output=True, text=True, check=True, env=without_database())


def keep(service: Service, phrase: str) -> str:
    clause = f"1. The Illustrator irrevocably waives all moral rights in the Work ({phrase})."
    contract = keep_contract(service, ANN, Given([(f"{phrase}.pdf", a_pdf(Page(words(clause, 72, 100, size=8))))]))[0].id
    scan_kept(service, ANN, contract)
    record_particulars(service, Recorder(ANN), contract, Particulars(engager_named=phrase))
    return contract


def key_of(service: Service, contract: str) -> bytes:
    """The wrapped key as it stands in the database."""
    with service.store.reading() as reading:
        return reading.connection.scalar(text("SELECT wrapped FROM contract_keys WHERE contract_id = :id"), {"id": contract})


def files_with(folder: Path, what: bytes) -> set[str]:
    found = set()
    for path in folder.rglob("*"):
        try:
            if path.is_file() and what in path.read_bytes():
                found.add(path.relative_to(folder).as_posix())
        except FileNotFoundError:
            continue
    return found


def test_a_deleted_contract_is_in_no_file_no_backup_and_no_log(service: Service, folder: Path) -> None:
    contract, other = keep(service, PHRASE), keep(service, "something else")
    key, kept_key = key_of(service, contract), key_of(service, other)
    with service.foundations.database.engine.begin() as connection:
        connection.execute(text("ANALYZE"))
    db(folder, "backup", folder / "backup")
    assert files_with(folder / "data", key), "as long as it is kept its key is somewhere"
    sealed = [name for name in service.store.blobs.names() if name]
    assert len(sealed) == 4

    delete_contract(service, ANN, contract)
    done = upkeep(service)

    assert done.wiped
    assert files_with(folder / "data", kept_key), "the other contract's key is where it was"
    assert files_with(folder, key) == set()
    assert files_with(folder, PHRASE.encode()) == set()
    assert len(service.store.blobs.names()) == 2
    assert len(list((folder / "backup/blobs").glob("*/*"))) == 4, "the backup has it still, sealed"

    service.foundations.database.engine.dispose()  # as if the service had been stopped
    db(folder, "restore", folder / "backup", "--yes")

    assert contract_of(service, ANN, other).name == "something else.pdf"
    with pytest.raises(NotFound):
        contract_of(service, ANN, contract)
    assert files_with(folder / "data", key) == set()
    assert files_with(folder, PHRASE.encode()) == set()


def test_a_contract_whose_time_is_up_is_deleted_by_itself(service: Service) -> None:
    short, longer = keep(service, "short"), keep(service, "longer")
    now = service.store.clock()
    keep_until(service, ANN, short, now - timedelta(seconds=1))
    keep_until(service, ANN, longer, now + timedelta(days=1))

    assert upkeep(service).expired == 1

    assert contract_of(service, ANN, longer)
    with pytest.raises(NotFound):
        contract_of(service, ANN, short)
    noted = [(entry["did"], entry["about"]) for entry in entries_of(service.access, 3)]
    assert noted[-1] == ("contract deleted on its day", {"contract": short})
    assert ("day of deletion set", {"contract": longer}) in noted


def test_what_a_killed_process_left_behind_is_taken_away_and_what_is_in_use_stays(service: Service, folder: Path) -> None:
    keep(service, "kept")
    blobs = service.store.blobs
    used = blobs.names()
    for name, age in ((str(uuid4()), 7200), (f"{uuid4()}.unfinished", 7200), (str(uuid4()), 60)):
        path = folder / "data/blobs" / name[:2] / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"left behind")
        os.utime(path, (path.stat().st_mtime - age,) * 2)
    for path in (folder / "data/blobs").glob("*/*"):
        if path.name in used:
            os.utime(path, (path.stat().st_mtime - 7200,) * 2)

    assert upkeep(service).orphans == 2

    assert used < blobs.names()
    assert len(blobs.names() - used) == 1, "a young one may be about to be used"


def test_a_key_that_a_backup_under_way_still_sees_is_not_called_wiped(
    service: Service, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(erasure, "OTHERS_WAIT", 0.3)
    contract = keep(service, PHRASE)
    key = key_of(service, contract)
    with service.store.reading() as backup:
        keys = text("SELECT count(*) FROM contract_keys")
        assert backup.connection.scalar(keys) == 1

        delete_contract(service, ANN, contract)

        assert not upkeep(service).wiped
        assert backup.connection.scalar(keys) == 1, "as a long backup sees what was there when it began"
        assert files_with(folder / "data", key)
    assert upkeep(service).wiped
    assert files_with(folder / "data", key) == set()
