"""The account of this machine that the embedded server runs under: one's own, and for root another, since PostgreSQL refuses to run as root."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from contract_registry.errors import NoDatabase

ROOTS_ACCOUNT = "contract-registry"
Outcome = subprocess.CompletedProcess[str]


@dataclass(frozen=True, slots=True)
class Account:
    """An account by name and numbers; `is_other` says that it is not the one this process runs under."""

    name: str
    uid: int
    gid: int
    is_other: bool

    def run(self, command: Sequence[str | Path], folder: Path, environment: Mapping[str, str], *, said: str | None = None) -> Outcome:
        """What became of `command`, run by this account in `folder`, which it can enter; `said` is what it reads from standard input."""
        return self._run(command, folder, environment, input=said, capture_output=True)

    def begin(self, command: Sequence[str | Path], folder: Path, environment: Mapping[str, str], held: Sequence[int] = ()) -> Outcome:
        """The same for a command that leaves programs behind: they hold no pipe of ours, and keep open the files `held`."""
        nowhere = subprocess.DEVNULL
        return self._run(command, folder, environment, stdin=nowhere, stdout=nowhere, stderr=nowhere, pass_fds=held)

    def _run(self, command: Sequence[str | Path], folder: Path, environment: Mapping[str, str], **more: Any) -> Outcome:  # noqa: ANN401  as subprocess takes it
        identity: dict[str, Any] = {"user": self.uid, "group": self.gid, "extra_groups": []} if self.is_other else {}
        return subprocess.run(  # noqa: S603  our own command line
            [str(word) for word in command], cwd=folder, env=dict(environment), text=True, check=False, umask=0o077, **identity, **more
        )

    def own(self, folder: Path) -> None:
        """Make `folder` if need be, for this account alone."""
        folder.mkdir(mode=0o700, exist_ok=True)
        if self.is_other and folder.stat().st_uid != self.uid:
            os.chown(folder, self.uid, self.gid)
        folder.chmod(0o700)


def account_for(database: Path) -> Account:
    """The account that the server of the data in `database` runs under: for root the owner of that folder, or an account made for it.

    NoDatabase where this machine knows no name for the account, or none can be made.
    """
    uid = os.geteuid()
    if uid != 0:
        return _account(uid, is_other=False)
    owner = database.stat().st_uid if database.exists() else 0
    if owner:
        return _account(owner, is_other=True)
    try:
        return _account(pwd.getpwnam(ROOTS_ACCOUNT).pw_uid, is_other=True)
    except KeyError:
        return _account(_made(ROOTS_ACCOUNT), is_other=True)


def name_of_this_user() -> str:
    """The name that peer authentication will see for this process."""
    return _account(os.geteuid(), is_other=False).name


def _account(uid: int, *, is_other: bool) -> Account:
    try:
        entry = pwd.getpwuid(uid)
    except KeyError:
        raise NoDatabase(
            f"This machine has no name for the user with number {uid}, and PostgreSQL needs one. "
            "Run as a user of /etc/passwd, or set DATABASE_URL to a PostgreSQL server."
        ) from None
    return Account(entry.pw_name, entry.pw_uid, entry.pw_gid, is_other)


def _made(name: str) -> int:
    """The number of a new system account without password, home or shell."""
    command = shutil.which("useradd", path=f"{os.defpath}:/usr/sbin:/sbin")
    made = command and subprocess.run(  # noqa: S603  our own command line
        [command, "--system", "--user-group", "--no-create-home", "--home-dir", "/nonexistent", "--shell", "/usr/sbin/nologin", name],
        capture_output=True,
        check=False,
    )
    try:
        return pwd.getpwnam(name).pw_uid
    except KeyError:
        why = made.stderr.decode(errors="replace").strip() if made else "there is no useradd here"
        raise NoDatabase(
            f"PostgreSQL does not run as root, and no account could be made for it ({why}). "
            "Run as an ordinary user, or set DATABASE_URL to a PostgreSQL server."
        ) from None
