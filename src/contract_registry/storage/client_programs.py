"""Runs PostgreSQL's own programs against a database: its dump as it goes out, and as it comes back, all or nothing."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

from psycopg.conninfo import make_conninfo
from sqlalchemy import URL

from contract_registry.errors import NotRestored, NotWritten
from contract_registry.storage.embedded.programs import installed_programs

_EMPTY = b"BEGIN;\nDROP SCHEMA public CASCADE;\nCREATE SCHEMA public;\n"
_UNKNOWN_TO_OLDER_SERVERS = b"SET transaction_timeout = 0;\n"
_HEAD_LINES = 60


def dump(url: URL, to: Path, without_rows_of: Sequence[str]) -> None:
    """Write the database to a file, of some tables (`*` stands for anything in a name) only what columns they have; NotWritten where that fails."""
    programs, environment = installed_programs(), _environment(url)
    without = [f"--exclude-table-data={name}" for name in without_rows_of]
    command: list[str | Path] = [
        programs["pg_dump"],
        "--format=custom",
        "--no-owner",
        "--no-privileges",
        *without,
        f"--file={to}",
        f"--dbname={_conninfo(url)}",
    ]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)  # noqa: S603  our own command line
    if done.returncode:
        raise NotWritten(f"The database could not be backed up: {done.stderr.strip()}")


def undump(url: URL, dumped: Path) -> None:
    """Put what a dump holds in place of everything in the database, in one transaction; NotRestored where that fails, and all is as it was."""
    programs, environment = installed_programs(), _environment(url)
    write: list[str | Path] = [programs["pg_restore"], "--no-owner", "--no-privileges", "--file=-", dumped]
    play: list[str | Path] = [programs["psql"], "--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1", f"--dbname={_conninfo(url)}"]
    with (
        subprocess.Popen(write, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as writer,  # noqa: S603  our own command line
        subprocess.Popen(  # noqa: S603  our own command line
            play, env=environment, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
        ) as player,
    ):
        assert writer.stdout and player.stdin and writer.stderr and player.stderr  # noqa: PT018  they are pipes
        try:
            player.stdin.write(_EMPTY)
            for number, line in enumerate(writer.stdout):
                if number > _HEAD_LINES or line != _UNKNOWN_TO_OLDER_SERVERS:
                    player.stdin.write(line)
            if not writer.wait():
                player.stdin.write(b"COMMIT;\n")
            player.stdin.close()
        except BrokenPipeError:
            writer.kill()
        told = (player.stderr.read() + writer.stderr.read()).decode(errors="replace").strip()
    if writer.returncode or player.returncode:
        raise NotRestored(f"The backup could not be restored, and everything is as it was: {told}")


def _conninfo(url: URL) -> str:
    """Where the database is, without a password."""
    parts = {"host": url.host, "port": url.port, "user": url.username, "dbname": url.database, **url.query}
    return make_conninfo("", **{name: str(value) for name, value in parts.items() if value is not None and name != "password"})


def _environment(url: URL) -> dict[str, str]:
    word = {"PGPASSWORD": url.password} if url.password else {}
    return {"PATH": os.environ.get("PATH", os.defpath), "LC_ALL": "C", "PGCONNECT_TIMEOUT": "30", **word}
