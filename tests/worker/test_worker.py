"""Kept contracts are scanned by workers: each once, whatever dies, and one that cannot be read harms no other."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import text

from contract_registry.bootstrap import assemble_service
from contract_registry.core.contracts.kept import State
from contract_registry.operations.contracts import contract_of, delete_contract, keep_contract, scan_of
from contract_registry.operations.given import Given
from contract_registry.operations.service import Service
from contract_registry.settings import Settings, StorageSettings

ANN = str(uuid4())
WAIVER = "ILLUSTRATION AGREEMENT\n\n1. The Illustrator irrevocably waives all moral rights in work number {}.\n"
PATIENCE = 180
Worker = subprocess.Popen[bytes]


@pytest.fixture
def service(tmp_path: Path, new_database_with_tables: Callable[[], str]) -> Iterator[Service]:
    with assemble_service(Settings(storage=StorageSettings(data=tmp_path / "data", database_url=new_database_with_tables()))) as service:
        yield service


@pytest.fixture
def start_worker(service: Service, tmp_path: Path) -> Iterator[Callable[[], Worker]]:
    """Starts a worker of the same service as a process of its own."""
    workers: list[Worker] = []
    environment = {**os.environ, "DATABASE_URL": service.foundations.database.address, "CONTRACT_REGISTRY_DATA": str(tmp_path / "data")}

    def start() -> Worker:
        with (tmp_path / "worker.log").open("ab") as log:
            workers.append(subprocess.Popen([sys.executable, "-m", "contract_registry", "worker"], env=environment, stderr=log))
        return workers[-1]

    yield start
    for worker in workers:
        worker.terminate()
        worker.wait(PATIENCE)


def keep(service: Service, name: str, data: bytes) -> str:
    return keep_contract(service, ANN, Given([(name, data)]))[0].id


def keep_waivers(service: Service, count: int) -> list[str]:
    return [keep(service, f"{number}.txt", WAIVER.format(number).encode()) for number in range(count)]


def wait_until(is_so: Callable[[], bool]) -> None:
    ends = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < ends, "it took too long"
        time.sleep(0.1)


def states(service: Service, contracts: list[str]) -> list[State]:
    return [contract_of(service, ANN, contract).state for contract in contracts]


def jobs(service: Service) -> int:
    with service.store.reading() as reading:
        return reading.connection.scalar(text("SELECT count(*) FROM procrastinate_jobs"))


def hurry(service: Service) -> None:
    """Have no job wait before it is tried again."""
    with service.store.writing() as writing:
        writing.connection.execute(text("UPDATE procrastinate_jobs SET scheduled_at = NULL WHERE scheduled_at > now()"))


def test_a_kept_contract_is_scanned_and_says_what_the_command_says(
    service: Service, start_worker: Callable[[], Worker], tmp_path: Path
) -> None:
    (tmp_path / "0.txt").write_text(WAIVER.format(0))
    printed = subprocess.run(
        [sys.executable, "-m", "contract_registry", "scan", "--format", "json", str(tmp_path / "0.txt")], capture_output=True, check=True
    ).stdout
    (contract,) = keep_waivers(service, 1)

    start_worker()
    wait_until(lambda: states(service, [contract]) == [State.SCANNED])

    assert json.loads(scan_of(service, ANN, contract)) == json.loads(printed)
    wait_until(lambda: jobs(service) == 0)


def test_what_was_undone_leaves_no_job(service: Service) -> None:
    def keep_and_stumble() -> None:
        with service.store.writing() as writing:
            writing.defer_scan(writing.shelf(ANN).keep([("a.txt", b"words")])[0])
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        keep_and_stumble()

    assert jobs(service) == 0


def test_the_same_file_sent_twice_is_scanned_once(service: Service) -> None:
    keep_waivers(service, 1)
    keep_waivers(service, 1)

    assert jobs(service) == 1


def test_a_file_that_cannot_be_read_fails_alone_with_its_reason(service: Service, start_worker: Callable[[], Worker]) -> None:
    poison = keep(service, "noise.bin", bytes(range(256)) * 64)
    contract = keep(service, "good.txt", WAIVER.format(1).encode())

    start_worker()
    wait_until(lambda: State.WAITING not in states(service, [poison, contract]))

    assert states(service, [poison, contract]) == [State.UNREADABLE, State.SCANNED]
    assert json.loads(scan_of(service, ANN, poison))["error"]["kind"] == "not text"


def test_a_contract_that_was_deleted_before_its_turn_is_let_be(service: Service, start_worker: Callable[[], Worker]) -> None:
    (contract,) = keep_waivers(service, 1)
    delete_contract(service, ANN, contract)

    start_worker()

    wait_until(lambda: jobs(service) == 0)


def test_a_contract_whose_scan_fails_time_and_again_is_given_up(
    service: Service, start_worker: Callable[[], Worker], tmp_path: Path
) -> None:
    (contract,) = keep_waivers(service, 1)
    for blob in (tmp_path / "data/blobs").glob("*/*"):
        blob.unlink()

    def is_given_up() -> bool:
        hurry(service)
        return states(service, [contract]) == [State.UNREADABLE]

    start_worker()
    wait_until(is_given_up)

    assert json.loads(scan_of(service, ANN, contract))["error"]["kind"] == "unexpected"


def test_after_a_worker_is_killed_another_one_finishes_and_nothing_is_lost_or_doubled(
    service: Service, start_worker: Callable[[], Worker]
) -> None:
    contracts = keep_waivers(service, 30)
    first = start_worker()
    wait_until(lambda: states(service, contracts).count(State.SCANNED) >= 3)
    first.send_signal(signal.SIGKILL)
    start_worker()

    wait_until(lambda: State.WAITING not in states(service, contracts))

    assert states(service, contracts) == [State.SCANNED] * 30
    wait_until(lambda: jobs(service) == 0)
    with service.store.reading() as reading:
        assert reading.connection.scalar(text("SELECT count(*) FROM contract_scans")) == 30


def test_of_a_dead_job_like_one_that_waits_the_next_does_the_work_and_others_of_the_dead_are_taken_up(
    service: Service, start_worker: Callable[[], Worker]
) -> None:
    contract, *_ = keep_waivers(service, 1)
    with service.store.writing() as writing:
        of_nobody = "UPDATE procrastinate_jobs SET status = 'doing', worker_id = NULL WHERE task_name = 'scan_contract'"
        writing.connection.execute(text(of_nobody))
        for status in ("doing", "todo"):
            also = "INSERT INTO procrastinate_jobs (queue_name, task_name, lock, queueing_lock, args, status, priority) VALUES ('default', 'upkeep', 'upkeep', 'upkeep', :args, :status, 1)"
            writing.connection.execute(text(also), {"args": '{"timestamp": 0}', "status": status})

    start_worker()

    wait_until(lambda: states(service, [contract]) == [State.SCANNED])
    wait_until(lambda: jobs(service) == 0)


def test_a_worker_stops_gently(service: Service, start_worker: Callable[[], Worker], tmp_path: Path) -> None:
    keep_waivers(service, 1)
    worker = start_worker()
    wait_until(lambda: jobs(service) == 0)

    worker.terminate()

    assert worker.wait(PATIENCE) == 0
    log = [json.loads(line) for line in (tmp_path / "worker.log").read_text().splitlines()]
    assert sorted(line["event"] for line in log) == ["contract_scanned", "upkeep_done"]


def test_the_log_holds_no_word_of_a_contract(service: Service, start_worker: Callable[[], Worker], tmp_path: Path) -> None:
    keep(service, "waiver-of-ann.txt", WAIVER.format("marmalade").encode())
    keep(service, "noise-of-ann.bin", bytes(range(256)) * 64)
    start_worker()
    wait_until(lambda: jobs(service) == 0)

    log = (tmp_path / "worker.log").read_text()

    assert "contract_scanned" in log
    assert "marmalade" not in log
    assert "of-ann" not in log
