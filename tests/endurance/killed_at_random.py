"""Kills worker, server, database and import at random moments while 200 contracts are taken in, round after round: each is scanned, and exactly once.

    make endurance-service [ARGS="--rounds 20 --contracts 200 --seed 1"]

Every scan that is kept is counted by a trigger in the database itself, so that a scan kept twice would be seen however it came about. A server that does
not come back, a contract that is lost, or one that waits for ever ends the run with an error.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from contextlib import suppress
from pathlib import Path
from typing import Any
from uuid import uuid4

from sqlalchemy import create_engine, text
from sqlalchemy.exc import DBAPIError

from contract_registry.bootstrap import open_foundations
from contract_registry.settings import Settings, StorageSettings

COMMAND = [sys.executable, "-m", "contract_registry"]
PATIENCE = 600
VICTIMS = ("worker", "serve", "import", "database")
COUNTING = """
CREATE TABLE IF NOT EXISTS kept_scans (contract_id uuid, rulebook text);
CREATE OR REPLACE FUNCTION count_kept_scan() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN INSERT INTO kept_scans VALUES (NEW.contract_id, NEW.rulebook); RETURN NEW; END $$;
CREATE OR REPLACE TRIGGER counting AFTER INSERT OR UPDATE OF scan ON contract_scans FOR EACH ROW EXECUTE FUNCTION count_kept_scan();
"""


class Run:
    """A service with its data in `folder`, and whatever of it runs now."""

    def __init__(self, folder: Path, chance: random.Random) -> None:
        self.folder, self.chance = folder, chance
        self.environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
        self.environment["CONTRACT_REGISTRY_DATA"] = str(folder / "data")
        self.running: dict[str, subprocess.Popen[bytes]] = {}

    def start(self, name: str, *more: str) -> None:
        with (self.folder / f"{name}.log").open("ab") as log:
            self.running[name] = subprocess.Popen([*COMMAND, name, *more], env=self.environment, stdout=log, stderr=log)

    def kill(self, victim: str) -> bool:
        """Whether there was such a process to kill."""
        for process in self._processes(victim):
            with suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
                return True
        return False

    def _processes(self, victim: str) -> list[int]:
        if victim == "database":
            with suppress(OSError, ValueError, IndexError):
                return [int((self.folder / "data/database/postmaster.pid").read_text().splitlines()[0])]
            return []
        if victim == "worker":  # of `serve`, which outlives it
            return self.chance.sample(workers := self._workers(), len(workers))
        process = self.running.get(victim)
        return [process.pid] if process and process.poll() is None else []

    def _workers(self) -> list[int]:
        found = []
        for entry in Path("/proc").glob("[0-9]*"):
            with suppress(OSError):
                words = (entry / "cmdline").read_bytes().split(b"\0")
                ours = f"CONTRACT_REGISTRY_DATA={self.folder / 'data'}".encode()
                if b"contract_registry" in words and b"worker" in words and ours in (entry / "environ").read_bytes():
                    found.append(int(entry.name))
        return found

    def keep_running(self, *importing: str) -> None:
        """Start again what was killed; an import that is done is left alone."""
        if self.running["serve"].poll() is not None:
            self.start("serve", "--port", "0")
        if self.running["import"].poll() not in {None, 0}:
            self.start("import", *importing)

    def stop(self) -> None:
        for process in self.running.values():
            if process.poll() is None:
                process.terminate()
                process.wait(PATIENCE)
        for worker in self._workers():
            with suppress(ProcessLookupError):
                os.kill(worker, signal.SIGTERM)
        ends = time.monotonic() + PATIENCE
        while self._workers():
            assert time.monotonic() < ends, "a worker does not stop"
            time.sleep(0.2)


def main(arguments: list[str]) -> int:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--rounds", type=int, default=20)
    asked.add_argument("--contracts", type=int, default=200)
    asked.add_argument("--kills", type=int, default=6)
    asked.add_argument("--seed", type=int, default=random.randrange(1 << 30))
    told = asked.parse_args(arguments)
    chance = random.Random(told.seed)
    print(f"seed {told.seed}", flush=True)
    folder = Path(tempfile.mkdtemp(prefix="registry-endurance-", dir="/var/tmp"))
    folder.chmod(0o755)
    run = Run(folder, chance)
    with open_foundations(Settings(storage=StorageSettings(data=folder / "data"))) as foundations:
        foundations.migrations.upgrade()
        with foundations.database.engine.begin() as connection:
            connection.execute(text(COUNTING))
        url = foundations.database.url
    try:
        for number in range(1, told.rounds + 1):
            print(f"round {number}: {one_round(run, url, told.contracts, told.kills)}", flush=True)
    except AssertionError as error:
        print(f"FAILED: {error}; the data and logs are in {folder}", file=sys.stderr)
        return 1
    finally:
        run.stop()
    shutil.rmtree(folder)
    print("every contract was scanned exactly once")
    return 0


def one_round(run: Run, url: object, contracts: int, kills: int) -> str:
    """What was killed, after every contract of a new owner has been found scanned once."""
    owner, papers = str(uuid4()), run.folder / "papers"
    shutil.rmtree(papers, ignore_errors=True)
    papers.mkdir()
    for number in range(contracts):
        words = f"AGREEMENT {owner} {number}\n\n1. The Illustrator irrevocably waives all moral rights in work {number}.\n"
        (papers / f"{number}.txt").write_text(words)
    importing = (str(papers), "--owner", owner)
    if "serve" not in run.running:
        run.start("serve", "--port", "0")
    run.start("import", *importing)
    began, killed = time.monotonic(), Counter[str]()
    next_kill = began + run.chance.uniform(2, 6)
    while not _is_over(run, url, owner, contracts):
        assert time.monotonic() - began < PATIENCE, f"{owner} is not done after {PATIENCE} s: {_states(url, owner)}"
        if sum(killed.values()) < kills and time.monotonic() > next_kill:
            victim = run.chance.choice(VICTIMS)
            killed[victim] += run.kill(victim)
            next_kill = time.monotonic() + run.chance.uniform(0.2, 5)
        run.keep_running(*importing)
        time.sleep(0.1)
    return f"{contracts} scanned in {time.monotonic() - began:.0f} s, killed {dict(killed)}"


def _is_over(run: Run, url: object, owner: str, contracts: int) -> bool:
    if run.running["import"].poll() != 0:
        return False
    states = _states(url, owner)
    if set(states) != {"scanned"} or not states:
        return False
    assert states["scanned"] == contracts, f"{states} of {contracts}"
    times = _asked(
        url,
        "SELECT count(k.*) FROM contracts c LEFT JOIN kept_scans k ON k.contract_id = c.id WHERE c.owner_id = :owner GROUP BY c.id",
        owner,
    )
    if times is None:
        return False
    assert {each[0] for each in times} == {1}, f"scans kept by contract: {Counter(each[0] for each in times)}"
    return True


def _states(url: object, owner: str) -> dict[str, int]:
    rows = _asked(url, "SELECT state, count(*) FROM contracts WHERE owner_id = :owner GROUP BY state", owner)
    return dict(rows or ())


def _asked(url: object, query: str, owner: str) -> list[tuple[Any, ...]] | None:
    """The answer; None while the database does not answer."""
    engine = create_engine(url)
    try:
        with engine.connect() as connection:
            return [tuple(row) for row in connection.execute(text(query), {"owner": owner})]
    except DBAPIError:
        return None
    finally:
        engine.dispose()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
