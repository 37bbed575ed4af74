"""Lays out the folder of a new database, and the server's configuration, which is written anew before each start."""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
from pathlib import Path

from contract_registry.errors import NoDatabase
from contract_registry.storage.embedded.account import Account, name_of_this_user
from contract_registry.storage.embedded.memory import megabytes_of_pages
from contract_registry.storage.embedded.programs import Programs

OWNER, ROLE, DATABASE = "postgres", "registry", "registry"
"""The superuser, who only lays the foundations, and who and where everything else happens."""

SOCKET_PREFIX = "contract-registry-"
LONGEST_SOCKET_FOLDER = 85
"""The system's own limit, of some hundred bytes, is for the folder with the socket's name."""

_CONFIGURATION = """\
# Written anew at each start. What you want otherwise goes into local.conf beside this file.
listen_addresses = ''
unix_socket_directories = {socket}
unix_socket_permissions = 0700
timezone = 'UTC'
log_timezone = 'UTC'
jit = off
shared_buffers = {pages}MB

# Files of the log that are no longer needed are removed, not written over: a destroyed key must not wait in them.
wal_recycle = off

# A log that says what happened, and nothing of what was in a statement.
logging_collector = on
log_directory = 'log'
log_filename = 'postgresql-%a.log'
log_truncate_on_rotation = on
log_rotation_age = 1d
log_rotation_size = 0
log_error_verbosity = terse
log_min_error_statement = panic
"""


def make_cluster(database: Path, programs: Programs, account: Account) -> None:
    """A new, empty database in the folder `database`, complete or not there at all; NoDatabase where it cannot be made."""
    unfinished = database.with_name(f"{database.name}.unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    account.own(unfinished)
    command: list[str | Path] = [
        programs["initdb"],
        f"--pgdata={unfinished}",
        f"--username={OWNER}",
        "--encoding=UTF8",
        "--locale=C",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
        "--auth-local=peer",
        "--auth-host=scram-sha-256",
        "--data-checksums",
    ]
    made = account.run(command, unfinished, programs.environment)
    if not made.returncode:
        founded = f"CREATE ROLE {ROLE} LOGIN;\nCREATE DATABASE {DATABASE} OWNER {ROLE};\n"
        alone: list[str | Path] = [programs["postgres"], "--single", "-D", unfinished, OWNER]
        made = account.run(alone, unfinished, programs.environment, said=founded)
    if made.returncode:
        raise NoDatabase(f"The database could not be laid out in {database}: {made.stderr.strip()}")
    unfinished.rename(database)


def configure(database: Path, socket: Path, account: Account) -> None:
    """Write what the server is told: no network, one socket, and who may come in by it: this user and the server's own account."""
    names = sorted({account.name, name_of_this_user()})
    further = "\ninclude = 'local.conf'\n" if (database / "local.conf").exists() else ""
    _write(database / "postgresql.conf", _CONFIGURATION.format(socket=_quoted(socket), pages=megabytes_of_pages()) + further, account)
    _write(database / "pg_hba.conf", f"local all {OWNER},{ROLE} peer map=own\n", account)
    _write(database / "pg_ident.conf", "".join(f'own "{name}" {role}\n' for name in names for role in (OWNER, ROLE)), account)


def socket_folder(home: Path, account: Account, former: Path | None) -> Path:
    """An empty folder for the socket that no other account can enter: in `home` where its path is short enough, or else the former one if it is there."""
    folder = home / "run"
    if len(os.fsencode(folder)) > LONGEST_SOCKET_FOLDER:
        folder = former if former and _is_own(former, account) else Path(tempfile.mkdtemp(prefix=SOCKET_PREFIX))
    account.own(folder)
    for left in folder.iterdir():
        left.unlink()
    return folder


def _is_own(folder: Path, account: Account) -> bool:
    try:
        status = folder.lstat()
    except OSError:
        return False
    return stat.S_ISDIR(status.st_mode) and status.st_uid == account.uid and not status.st_mode & 0o077


def _quoted(path: Path) -> str:
    return "'" + f'"{path}"'.replace("'", "''") + "'"


def _write(path: Path, text: str, account: Account) -> None:
    path.write_text(text, encoding="utf-8")
    path.chmod(0o600)
    if account.is_other:
        os.chown(path, account.uid, account.gid)
