"""What an owner takes back is gone: from every answer at once, from every table, and from every file of the data folder and a restored backup soon after.

The planted phrase is searched for as it is, and by the sum that tells its wording again.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from contract_registry.bootstrap import assemble_service
from contract_registry.core.disclosure.consent.ladder import Level, Purpose
from contract_registry.core.disclosure.people import Asker
from contract_registry.core.disclosure.roles import Role
from contract_registry.core.disclosure.searching.question import Asked
from contract_registry.operations.contracts import delete_contract, keep_contract, scan_kept
from contract_registry.operations.given import Given
from contract_registry.operations.projecting import project_kept
from contract_registry.operations.registry_upkeep import wipe_registry
from contract_registry.operations.searching import search
from contract_registry.operations.service import Service
from contract_registry.operations.sharing import Wanted, preview, share, withdraw
from contract_registry.settings import Settings, StorageSettings
from contract_registry.storage.every_table import metadata
from journeys.test_erasure import db, files_with
from members import an_organisation, someone
from served import a_folder

PHRASE = "quodlibet marmalade rights"
CLAUSE = f"1. The Illustrator irrevocably waives all moral rights in the Work and every {PHRASE}.\n"
OTHER = "1. The Illustrator irrevocably waives all moral rights in the Work and every other right of a kind that stays.\n"


@pytest.fixture
def folder() -> Iterator[Path]:
    with a_folder() as folder:
        yield folder


@pytest.fixture
def service(folder: Path) -> Iterator[Service]:
    with assemble_service(Settings(storage=StorageSettings(data=folder / "data"))) as service:
        yield service


class Sharing:
    """A member who shares with a union, and an officer of it who searches."""

    def __init__(self, service: Service) -> None:
        self.service = service
        self.union = an_organisation(service.access)
        self.owner = someone(service.access, Role.MEMBER, self.union).id
        self.officer = Asker(Role.OFFICER, organisation=self.union)

    def kept(self, words: str) -> str:
        contract = keep_contract(self.service, self.owner, Given([("contract.txt", words.encode())]))[0].id
        scan_kept(self.service, self.owner, contract)
        return contract

    def shared(self, contract: str) -> str:
        wanted = Wanted(Level.TEXT, (self.union,), (Purpose.SEARCH, Purpose.STATISTICS))
        seen = preview(self.service, self.owner, contract, wanted).seen
        consent = share(self.service, self.owner, contract, wanted, seen)
        assert project_kept(self.service, self.owner, contract)
        return consent.id

    def count(self, words: str = "") -> int:
        return search(self.service.store, self.officer, Asked(words), 10).count


def rows_with(service: Service, what: str) -> set[str]:
    """The tables that hold it anywhere."""
    with service.store.reading() as reading:
        tables = [*metadata.tables, "procrastinate_jobs", "procrastinate_events", "pg_stats"]
        found = {
            table: reading.connection.scalar(
                text(f"SELECT count(*) FROM {table} AS one WHERE CAST(one AS text) LIKE :what"), {"what": f"%{what}%"}
            )
            for table in tables
        }
    return {table for table, count in found.items() if count}


def test_what_was_taken_back_is_in_no_answer_no_table_no_file_and_no_restored_backup(service: Service, folder: Path) -> None:
    there = Sharing(service)
    contract, other = there.kept(CLAUSE), there.kept(OTHER)
    consent, _ = there.shared(contract), there.shared(other)
    with service.store.reading() as reading:
        exact = reading.connection.scalar(
            text("SELECT exact FROM registry_wordings JOIN registry_clauses ON wording_id = id WHERE contract_id = :id"), {"id": contract}
        )
    with service.foundations.database.engine.begin() as connection:
        connection.execute(text("ANALYZE"))
    assert (there.count(), there.count("marmalade")) == (2, 1)
    assert rows_with(service, "marmalade") == {"registry_clauses"}
    db(folder, "backup", folder / "backup")
    assert files_with(folder / "data/database", b"marmalade"), "as long as it stands it is somewhere"

    withdraw(service, there.owner, contract, consent)

    assert (there.count(), there.count("marmalade")) == (1, 0)
    assert rows_with(service, "marmalade") == rows_with(service, exact) == set()
    assert wipe_registry(service)
    assert files_with(folder / "data", b"marmalade") == set()
    assert files_with(folder / "data", exact.encode()) == set()
    assert rows_with(service, "that stays") == {"registry_clauses"}, "what others share is where it was"

    service.foundations.database.engine.dispose()  # as if the service had been stopped
    db(folder, "restore", folder / "backup", "--yes")

    assert rows_with(service, "marmalade") == rows_with(service, "that stays") == set(), "a backup holds none of the registry"
    with service.store.reading() as reading:
        again = "SELECT count(*) FROM procrastinate_jobs WHERE task_name = 'project_contract' AND args->>'contract' = :id"
        assert reading.connection.scalar(text(again), {"id": other}) == 2, "one from before the backup, one to compute it anew"
    assert (project_kept(service, there.owner, contract), project_kept(service, there.owner, other)) == (0, 1)
    assert (there.count(), there.count("marmalade")) == (1, 0)
    assert files_with(folder / "data", b"marmalade") == set()


def test_on_a_new_machine_too_what_was_taken_back_since_the_backup_stays_taken_back(service: Service, folder: Path) -> None:
    there = Sharing(service)
    contract, other = there.kept(CLAUSE), there.kept(OTHER)
    consent, _ = there.shared(contract), there.shared(other)
    db(folder, "backup", folder / "backup", "--keys", folder / "keys")
    withdraw(service, there.owner, contract, consent)
    db(folder, "backup", folder / "newer", "--keys", folder / "keys")

    elsewhere = folder / "elsewhere"
    elsewhere.mkdir(mode=0o755)
    shutil.copy(folder / "data.master-key", elsewhere / "data.master-key")
    db(elsewhere, "restore", folder / "backup", "--keys", folder / "keys", "--yes")

    with assemble_service(Settings(storage=StorageSettings(data=elsewhere / "data"))) as restored:
        stands = [project_kept(restored, there.owner, each) for each in (contract, other)]
        assert stands == [0, 1]
        assert search(restored.store, there.officer, Asked("marmalade"), 10).count == 0


def test_what_is_deleted_or_whose_owner_is_gone_is_out_of_the_registry_at_once(service: Service) -> None:
    there = Sharing(service)
    contract = there.kept(CLAUSE)
    there.shared(contract)

    delete_contract(service, there.owner, contract)

    assert there.count() == 0
    assert rows_with(service, "marmalade") == set()
    with service.store.reading() as reading:
        left = "SELECT count(*) FROM registry_left"
        assert reading.connection.scalar(text(left)) == 1, "its block is noted to be written anew"
    assert wipe_registry(service)
    with service.store.reading() as reading:
        assert reading.connection.scalar(text(left)) == 0


def test_what_somebody_still_sees_is_wiped_when_they_have_gone(service: Service, folder: Path) -> None:
    there = Sharing(service)
    contract = there.kept(CLAUSE)
    consent = there.shared(contract)
    with service.store.reading() as backup:
        seen = text("SELECT count(*) FROM registry_clauses")
        assert backup.connection.scalar(seen) == 1

        withdraw(service, there.owner, contract, consent)

        assert not wipe_registry(service)
        assert backup.connection.scalar(seen) == 1, "as a long backup sees what was there when it began"
    assert wipe_registry(service)
    assert files_with(folder / "data", b"marmalade") == set()
