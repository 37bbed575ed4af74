"""The service at work: contracts a minute with one worker and with two, scans made anew with one and two, and uploads with four at once.

    python benchmarks/service.py [CONTRACT.pdf] [--contracts 120] [--uploads 60]

Everything runs as it is installed: the embedded database, workers and server in processes of their own. A worker takes one file at a time here, so that two
workers are twice the work on two cores; the time counts from the first scan that is kept to the last. Made anew are scans whose rulebook is not known any more, so
that each contract is scanned whole. Uploads are those of visitors, 14 pages each, four at once, from the first byte sent to the last received.
"""

from __future__ import annotations

import argparse
import os
import re
import secrets
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from uuid import UUID

import httpx2
from sqlalchemy import text
from whole_trip import FILED, fourteen_pages

from contract_registry.bootstrap import assemble_service
from contract_registry.operations.contracts import keep_contract
from contract_registry.operations.given import Given
from contract_registry.operations.rescan import ask_for_rescans
from contract_registry.operations.service import Service
from contract_registry.settings import Settings, StorageSettings

COMMAND = [sys.executable, "-m", "contract_registry"]
READY_AFTER = 8.0
AT_ONCE = 4


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("contract", nargs="?", type=Path, default=FILED)
    asked.add_argument("--contracts", type=int, default=120)
    asked.add_argument("--uploads", type=int, default=60)
    told = asked.parse_args()
    pages = fourteen_pages(told.contract)
    with tempfile.TemporaryDirectory(dir="/var/tmp") as name:
        folder = Path(name)
        folder.chmod(0o755)
        os.environ |= {"CONTRACT_REGISTRY_DATA": str(folder / "data"), "CONTRACT_REGISTRY_AT_ONCE": "1"}
        os.environ.pop("DATABASE_URL", None)
        with assemble_service(Settings(storage=StorageSettings(data=folder / "data"))) as service:
            scanned = [scan_by(service, workers, pages, told.contracts) for workers in (1, 2)]
            anew = [rescan_by(service, workers) for workers in (1, 2)]
            report("scanned for the first time", scanned)
            report("scanned anew, from the document that was kept", anew)
        uploads(pages, told.uploads)


def report(what: str, rates: list[float]) -> None:
    one, two = rates
    print(f"{what}: {one:,.0f} contracts a minute with one worker, {two:,.0f} with two ({two / one:.2f} x)")


def scan_by(service: Service, workers: int, pages: bytes, count: int) -> float:
    """Contracts a minute, of as many that differ by a last line nobody prints."""
    owner = str(UUID(bytes=secrets.token_bytes(16), version=4))
    for number in range(count):
        keep_contract(service, owner, Given([(f"{number}.pdf", pages + f"\n% {owner} {number}\n".encode())]))
    return rate_of(service, workers, "SELECT count(*) FROM contracts WHERE state = 'waiting'")


def rescan_by(service: Service, workers: int) -> float:
    """Contracts a minute, of all that there are."""
    with service.foundations.database.engine.begin() as connection:
        connection.execute(text("UPDATE contract_scans SET rulebook = NULL, asked_rulebook = NULL"))
    ask_for_rescans(service)
    return rate_of(service, workers, "SELECT count(*) FROM contract_scans WHERE rulebook IS NULL")


def rate_of(service: Service, workers: int, left: str) -> float:
    """How many a minute are done from the first to the last, by so many workers; `left` counts those still to be done."""
    with running_workers(workers):
        total = begun_with = count(service, left)
        while begun_with == total:
            begun_with, began = count(service, left), time.perf_counter()
            time.sleep(0.02)
        while still := count(service, left):
            assert still <= begun_with
            time.sleep(0.02)
        return begun_with / (time.perf_counter() - began) * 60


def count(service: Service, query: str) -> int:
    with service.store.reading() as reading:
        return int(reading.connection.scalar(text(query)) or 0)


@contextmanager
def running_workers(number: int) -> Iterator[None]:
    processes = [subprocess.Popen([*COMMAND, "worker"], stderr=subprocess.DEVNULL) for _ in range(number)]
    try:
        yield
    finally:
        for process in processes:
            process.terminate()
        for process in processes:
            process.wait(60)


def uploads(pages: bytes, number: int) -> None:
    """Print how long uploads take with four at once."""
    server = subprocess.Popen(
        [*COMMAND, "serve", "--port", "0", "--no-worker"],
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "CONTRACT_REGISTRY_SCANS_A_MINUTE": "0"},
    )
    assert server.stderr
    address = ""
    while not address:
        found = re.search(r"http://\S+(?=\.)", server.stderr.readline())
        address = found[0] if found else ""
    drain = subprocess.Popen(["cat"], stdin=server.stderr, stdout=subprocess.DEVNULL)
    time.sleep(READY_AFTER)
    with httpx2.Client(base_url=address, timeout=120) as client, ThreadPoolExecutor(AT_ONCE) as pool:

        def send(_: int) -> float:
            began = time.perf_counter()
            sent = client.post("/api/v1/scans", files={"file": ("contract.pdf", pages)})
            took = time.perf_counter() - began
            assert sent.status_code == 201, sent.text
            client.delete(sent.headers["location"])
            return took

        for number_at_once in (1, AT_ONCE):
            list(pool.map(send, range(AT_ONCE)))
            took = sorted(pool.map(send, range(number)) if number_at_once > 1 else map(send, range(max(number // 4, 1))))
            p95 = took[min(int(len(took) * 0.95), len(took) - 1)]
            print(f"upload of 14 pages, {number_at_once} at once: median {statistics.median(took) * 1000:.0f} ms, p95 {p95 * 1000:.0f} ms")
    server.terminate()
    server.wait(60)
    drain.wait(60)


if __name__ == "__main__":
    main()
