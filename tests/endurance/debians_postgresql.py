"""Runs the tests of what is kept on the system's own PostgreSQL, whichever version it is, in place of the embedded one.

make endurance WHAT=debians_postgresql     (root on Debian, with the package `postgresql`)
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

TESTS = (
    "tests/storage",
    "tests/web",
    "tests/worker",
    "tests/operations/test_rescan.py",
    "tests/cli/test_db.py",
    "tests/cli/test_import.py",
)
ACCOUNT = "postgres"


def main(arguments: list[str]) -> int:
    programs = max(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))
    folder = Path(tempfile.mkdtemp(prefix="registry-postgresql-", dir="/var/tmp"))
    shutil.chown(folder, ACCOUNT)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    more = f"-p {port} -c listen_addresses=127.0.0.1 -k {folder}"
    try:
        _as_its_account(programs / "initdb", "-D", folder / "data", "-A", "trust", "-U", ACCOUNT, "--locale=C.UTF-8")
        _as_its_account(programs / "pg_ctl", "-D", folder / "data", "-o", more, "-w", "-l", folder / "log", "start")
        environment = {**os.environ, "DATABASE_URL": f"postgresql://{ACCOUNT}@127.0.0.1:{port}/postgres"}
        return subprocess.run([sys.executable, "-m", "pytest", "-q", *(arguments or TESTS)], env=environment, check=False).returncode
    finally:
        _as_its_account(programs / "pg_ctl", "-D", folder / "data", "-w", "-m", "fast", "stop")
        shutil.rmtree(folder)


def _as_its_account(*words: str | Path) -> None:
    subprocess.run([*map(str, words)], check=True, user=ACCOUNT, cwd="/", stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
