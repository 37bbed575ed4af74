"""Runs the service as its own process, as a person starts it, and stops it as a person would."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx2

PATIENCE = 90
ROOM = Path("/var/tmp")


@dataclass
class Served:
    """A service that answers at `address`."""

    address: str
    process: subprocess.Popen[str]
    log: Path

    @property
    def client(self) -> httpx2.Client:
        return httpx2.Client(base_url=self.address, timeout=PATIENCE)


def without_database() -> dict[str, str]:
    """Our environment with no database named, so that the embedded one is used."""
    return {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}


@contextmanager
def a_folder() -> Iterator[Path]:
    """A folder that every account can enter, for data."""
    folder = Path(tempfile.mkdtemp(prefix="registry-served-", dir=ROOM))
    folder.chmod(0o755)
    try:
        yield folder
    finally:
        shutil.rmtree(folder)


@contextmanager
def served(folder: Path, *, under: Sequence[str] = (), **environment: str) -> Iterator[Served]:
    """The service with its data in `folder`, stopped by SIGTERM in the end; `under` is a command to run it under."""
    log = folder / "log"
    command = [*under, sys.executable, "-m", "contract_registry", "serve", "--port", "0", "--data", str(folder / "data")]
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, env={**without_database(), **environment}
    )
    with log.open("w", encoding="utf-8") as errors, process.stderr:
        line = ""
        while "answers on" not in line:
            line = process.stderr.readline()
            errors.write(line)
            errors.flush()
            assert line, f"it ended with {process.wait()}: {log.read_text()}"
        drain = subprocess.Popen(["cat"], stdin=process.stderr, stdout=errors)
    try:
        yield Served(re.search(r"http://\S+(?=\.)", line)[0], process, log)
    finally:
        process.terminate()
        process.wait(PATIENCE)
        drain.wait(PATIENCE)
