"""Two workers in network namespaces of their own share the queue of a database on a third; one is killed, and the other finishes what it had begun.

    make endurance-hosts     (root on Linux, with `ip`)

The namespaces are joined by cables of the kernel's own, so that workers reach the database by TCP alone, as from other hosts.
"""

from __future__ import annotations

import json
import os
import secrets
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

from sqlalchemy import create_engine, text

from contract_registry.bootstrap import assemble_service
from contract_registry.core.contracts.kept import State
from contract_registry.operations.bulk_import import still_waiting
from contract_registry.operations.contracts import contract_of, keep_contract
from contract_registry.operations.given import Given
from contract_registry.operations.service import Service
from contract_registry.settings import Settings, StorageSettings
from contract_registry.storage.embedded.cluster import OWNER
from contract_registry.storage.embedded.server import embedded_server

CONTRACTS, PAGES = 60, 30
WITHIN = 60
PORT = 5432


def main() -> int:
    folder = Path(tempfile.mkdtemp(prefix="registry-hosts-", dir="/var/tmp"))
    folder.chmod(0o755)
    word = secrets.token_hex(16)
    (folder / "server").mkdir()
    _open_to_network(folder / "server")
    with embedded_server(folder / "server") as url, cables(3) as (bridge, hosts):
        superuser = create_engine(url.set(username=OWNER), isolation_level="AUTOCOMMIT")
        with superuser.connect() as connection:
            connection.execute(text(f"ALTER ROLE registry PASSWORD '{word}'"))
        superuser.dispose()
        address = f"postgresql://registry:{word}@{bridge}:{PORT}/registry"
        with assemble_service(Settings(storage=StorageSettings(data=folder / "data", database_url=address))) as service:
            took = share_and_survive(service, folder, address, hosts[:2])
    shutil.rmtree(folder)
    print(f"one of two workers was killed; the other had everything done {took:.0f} s later")
    return 0


def share_and_survive(service: Service, folder: Path, address: str, hosts: list[str]) -> float:
    """For how many seconds the second worker went on after the first was killed, until everything was done."""
    owner = str(uuid4())
    kept = [keep_contract(service, owner, Given([(f"{at}.txt", paper(at))]))[0].id for at in range(CONTRACTS)]
    logs = [folder / f"{host}.log" for host in hosts]
    workers = [start(host, address, folder, log) for host, log in zip(hosts, logs, strict=True)]
    wait_until(lambda: all(scanned_in(log) for log in logs), "both workers take a share")
    workers[0].send_signal(signal.SIGKILL)
    killed = time.monotonic()
    wait_until(lambda: not still_waiting(service, owner, kept), "the other finishes", WITHIN)
    took = time.monotonic() - killed
    states = {contract_of(service, owner, contract).state for contract in kept}
    assert states == {State.SCANNED}, states
    workers[1].terminate()
    workers[1].wait(60)
    return took


def paper(number: int) -> bytes:
    clause = f"{{}}. The Illustrator irrevocably waives all moral rights in work number {number}, and grants what clause {{}} says.\n\n"
    return f"AGREEMENT {number}\n\n{''.join(clause.format(at, at + 1) for at in range(1, 12 * PAGES))}".encode()


def start(host: str, address: str, folder: Path, log: Path) -> subprocess.Popen[bytes]:
    command = ["ip", "netns", "exec", host, sys.executable, "-m", "contract_registry", "worker"]
    environment = {**os.environ, "DATABASE_URL": address, "CONTRACT_REGISTRY_DATA": str(folder / "data")}
    with log.open("wb") as file:
        return subprocess.Popen(command, env=environment, stderr=file)


def scanned_in(log: Path) -> int:
    events = [json.loads(line)["event"] for line in log.read_text().splitlines() if line.startswith("{")] if log.exists() else []
    return events.count("contract_scanned")


def wait_until(is_so: Callable[[], object], what: str, within: float = 180) -> None:
    ends = time.monotonic() + within
    while not is_so():
        assert time.monotonic() < ends, f"{what}: not within {within} s"
        time.sleep(0.1)


@contextmanager
def cables(count: int) -> Iterator[tuple[str, list[str]]]:
    """The address of a bridge on this host, and the names of namespaces whose only way out is a cable to it."""
    mark = secrets.token_hex(2)
    bridge, hosts = f"cr{mark}", [f"cr{mark}h{at}" for at in range(count)]
    run("link", "add", bridge, "type", "bridge")
    try:
        run("addr", "add", "10.87.65.1/24", "dev", bridge)
        run("link", "set", bridge, "up")
        for at, host in enumerate(hosts, start=2):
            run("netns", "add", host)
            run("link", "add", f"{host}o", "type", "veth", "peer", "name", "eth0", "netns", host)
            run("link", "set", f"{host}o", "master", bridge, "up")
            run("-n", host, "addr", "add", f"10.87.65.{at}/24", "dev", "eth0")
            run("-n", host, "link", "set", "eth0", "up")
            run("-n", host, "link", "set", "lo", "up")
        yield "10.87.65.1", hosts
    finally:
        for host in hosts:
            subprocess.run(["ip", "netns", "del", host], check=False, stderr=subprocess.DEVNULL)
        run("link", "del", bridge)


def run(*words: str) -> None:
    subprocess.run(["ip", *words], check=True)


def _open_to_network(home: Path) -> None:
    """Have the embedded server listen to the cables too, once it has been laid out, and let whoever knows the word in."""
    with embedded_server(home):
        pass
    database = home / "database"
    more = "listen_addresses = '*'\nhba_file = 'hosts_hba.conf'\n"
    hba = (database / "pg_hba.conf").read_text() + "host all registry 10.87.65.0/24 scram-sha-256\n"
    owner = database.stat()
    for name, words in (("local.conf", more), ("hosts_hba.conf", hba)):
        (database / name).write_text(words)
        os.chown(database / name, owner.st_uid, owner.st_gid)


if __name__ == "__main__":
    sys.exit(main())
