"""Runs the embedded server for as long as anybody uses it: the first user starts it, the last one stops it, and what crashed is started again.

Who uses it, and whether it runs, is told by two locks of the system and by no number of a process, which another may have by now: each user
shares the one, and the server itself, with every process it forks, inherits the other.
"""

from __future__ import annotations

import logging
import shutil
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import psycopg
from sqlalchemy import URL

from contract_registry.errors import NoDatabase
from contract_registry.storage.embedded.account import Account, account_for
from contract_registry.storage.embedded.cluster import DATABASE, ROLE, SOCKET_PREFIX, configure, make_cluster, socket_folder
from contract_registry.storage.embedded.locks import Lock
from contract_registry.storage.embedded.programs import Programs, programs_for

LOG = logging.getLogger("contract_registry.storage")
PATIENCE_SECONDS = 60
LOOK_SECONDS = 1.0
_PAUSE = 0.05


@contextmanager
def embedded_server(home: Path) -> Iterator[URL]:
    """The address of the database in the folder `home`, made there if need be; NoDatabase, with what to do next, where it will not run."""
    account = _prepared(home)
    with Lock(home / "users.lock") as users:
        users.share()
        programs = programs_for(account, home)
        over = threading.Event()
        keeper = threading.Thread(target=_keep_running, args=(home, programs, account, over), name="database", daemon=True)
        try:
            address = running_server(home, programs, account)
            keeper.start()
            yield address
        finally:
            over.set()
            if keeper.is_alive():
                keeper.join()
            if users.take() and (home / "database").exists():
                _stop(home, programs, account)


def running_server(home: Path, programs: Programs, account: Account) -> URL:
    """The address of the server, which runs when this returns: it was running, or it is started, after a crash too."""
    ends = time.monotonic() + PATIENCE_SECONDS
    why = "it does not answer"
    while time.monotonic() < ends:
        with Lock(home / "server.lock") as held:
            if held.take():
                _start(home, programs, account, held)
        try:
            return _answering(home / "database", account)
        except (OSError, ValueError, psycopg.OperationalError) as error:
            why = str(error).strip()
        time.sleep(_PAUSE)
    raise NoDatabase(f"The database server in {home} could not be reached within {PATIENCE_SECONDS} seconds: {why}")


def _keep_running(home: Path, programs: Programs, account: Account, over: threading.Event) -> None:
    """Start the server again whenever it is found dead, at the same address, until it is over."""
    while not over.wait(LOOK_SECONDS):
        with suppress(NoDatabase, OSError), Lock(home / "server.lock") as held:  # another try follows
            if held.take():
                LOG.warning("database_restarted")
                _start(home, programs, account, held)


def _prepared(home: Path) -> Account:
    """The account of the server, for whom `home` can be entered."""
    try:
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise NoDatabase(f"The data folder {home} cannot be made: {error.strerror}. Set CONTRACT_REGISTRY_DATA to another.") from error
    account = account_for(home / "database")
    if account.is_other:
        home.chmod(0o711)
        if account.run(["/bin/test", "-x", home], home, {}).returncode:
            raise NoDatabase(
                f"PostgreSQL does not run as root but as {account.name}, which cannot enter {home}. "
                "Set CONTRACT_REGISTRY_DATA to a folder that every user can reach, or run as an ordinary user."
            )
    return account


def _start(home: Path, programs: Programs, account: Account, held: Lock) -> None:
    """Start the server, which then holds the lock `held`; no other runs on this data while we hold it, so that an old pid file means nothing."""
    database = home / "database"
    if not database.exists():
        make_cluster(database, programs, account)
    configure(database, socket_folder(home, account, _socket_if_known(database)), account)
    (database / "postmaster.pid").unlink(missing_ok=True)  # and a number in it may by now be another process's
    log = database / "start.log"
    command: list[str | Path] = [
        programs["pg_ctl"],
        "start",
        f"--pgdata={database}",
        f"--log={log}",
        "--wait",
        f"--timeout={PATIENCE_SECONDS}",
        "--silent",
    ]
    log.unlink(missing_ok=True)
    started = account.begin(command, database, programs.environment, [held.descriptor])
    if started.returncode:
        last = log.read_text(encoding="utf-8", errors="replace").strip().splitlines()[-3:] if log.exists() else []
        raise NoDatabase(f"The database server in {home} did not start: {' '.join(last) or 'it left no word why'}")


def _stop(home: Path, programs: Programs, account: Account) -> None:
    """Stop the server, and wait until the last of its processes is gone: that of the lock goes a moment after its pid file."""
    database = home / "database"
    socket = _socket_if_known(database)
    command: list[str | Path] = [
        programs["pg_ctl"],
        "stop",
        f"--pgdata={database}",
        "--mode=fast",
        "--wait",
        f"--timeout={PATIENCE_SECONDS}",
        "--silent",
    ]
    account.begin(command, database, programs.environment)
    _remove_old_socket(socket, home)
    ends = time.monotonic() + PATIENCE_SECONDS
    with Lock(home / "server.lock") as held:
        while not held.take() and time.monotonic() < ends:
            time.sleep(_PAUSE)


def _answering(database: Path, account: Account) -> URL:
    """The address at which the server answered just now; an error where it did not."""
    socket = _socket_of(database)
    status = socket.stat()
    if status.st_uid != account.uid or status.st_mode & 0o077:
        raise ValueError(f"{socket} is open to others")
    with psycopg.connect(host=str(socket), dbname=DATABASE, user=ROLE, connect_timeout=5) as connection:
        connection.execute("SELECT 1")
    return URL.create("postgresql+psycopg", username=ROLE, database=DATABASE, query={"host": str(socket)})


def _socket_of(database: Path) -> Path:
    """The folder of the socket, as the server itself wrote it down."""
    lines = (database / "postmaster.pid").read_text(encoding="utf-8").splitlines()
    if len(lines) < 5 or not lines[4]:  # noqa: PLR2004  its fifth line
        raise ValueError("it is starting")
    return Path(lines[4])


def _socket_if_known(database: Path) -> Path | None:
    try:
        return _socket_of(database)
    except (OSError, ValueError):
        return None


def _remove_old_socket(socket: Path | None, home: Path) -> None:
    """Take away the folder of a former socket, where it did not stand in `home`."""
    if socket and socket.parent != home and socket.name.startswith(SOCKET_PREFIX):
        shutil.rmtree(socket, ignore_errors=True)
