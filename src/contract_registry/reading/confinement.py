"""Takes from a child process what reading a file does not need: memory, time, the network, writing to disk.

Each measure is taken where the system has it. On Linux all of them work (the network only where user namespaces are allowed, or for root);
macOS has the limits on CPU time and on writing, but ignores the one on memory; Windows has none of these, and there only the parent's clock
protects. The parent's clock works everywhere.
"""

from __future__ import annotations

import contextlib
import ctypes
import math
import os
import sys
from pathlib import Path
from typing import Any

if sys.platform != "win32":
    import resource

_PR_SET_PDEATHSIG, _PR_SET_CHILD_SUBREAPER, _PR_SET_NO_NEW_PRIVS = 1, 36, 38
_CLONE_NEWNET, _CLONE_NEWUSER = 0x4000_0000, 0x1000_0000
_SIGKILL = 9
_NEARLY_ALL = 0.6
_OPEN_FILES = 256


def leave_network() -> bool:
    """Move this process, which must have one thread, into a network namespace with nothing in it; whether that was allowed."""
    if not sys.platform.startswith("linux"):
        return False
    user, group = os.getuid(), os.getgid()
    if _libc().unshare(_CLONE_NEWNET) == 0:
        return True
    if _libc().unshare(_CLONE_NEWNET | _CLONE_NEWUSER) != 0:
        return False
    # Within the new user namespace this process would belong to nobody; it keeps its name, so that files look as they did.
    for path, line in (("setgroups", "deny"), ("uid_map", f"{user} {user} 1"), ("gid_map", f"{group} {group} 1")):
        with contextlib.suppress(OSError), open(f"/proc/self/{path}", "w", encoding="ascii") as file:  # noqa: PTH123
            file.write(line)
    return True


def gain_no_privileges() -> None:
    """From now on no program that is started gets more rights than this process has (Linux)."""
    if sys.platform.startswith("linux"):
        _libc().prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)


def die_with_parent() -> None:
    """Be killed when the process that forked this one ends (Linux); elsewhere the closed connection ends it when it next answers."""
    if sys.platform.startswith("linux"):
        _libc().prctl(_PR_SET_PDEATHSIG, _SIGKILL, 0, 0, 0)


def adopt_orphans() -> None:
    """Become the parent of what a child's programs leave behind when it dies, so that it can be ended too (Linux)."""
    if sys.platform.startswith("linux"):
        _libc().prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def children() -> set[int]:
    """The ids of this process's children; empty where the system does not tell."""
    with contextlib.suppress(OSError):
        return {int(number) for number in Path(f"/proc/self/task/{os.getpid()}/children").read_text(encoding="ascii").split()}
    return set()


def limit_memory(size: int) -> None:
    """Let this process and each it starts map at most `size` bytes."""
    if sys.platform != "win32":
        _limit(resource.RLIMIT_AS, size)


def ran_out_of_memory(held: int, limit: int) -> bool:
    """Whether a process that held at most `held` bytes and failed at something may have failed for want of memory.

    A library that cannot get a large piece at once fails well below the limit, and few say why.
    """
    return held >= _NEARLY_ALL * limit


def most_memory() -> int:
    """The most bytes that this process has held; 0 where the system does not tell."""
    return bytes_held(resource.getrusage(resource.RUSAGE_SELF)) if sys.platform != "win32" else 0


def bytes_held(usage: resource.struct_rusage) -> int:
    """The most bytes that a process held, of which systems speak in different units."""
    return usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def limit_seconds(seconds: float) -> None:
    """Let this process use `seconds` of CPU time from its start; it may be called again with more."""
    if sys.platform != "win32":
        hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
        soft = max(1, math.ceil(seconds))
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_CPU, (soft if hard < 0 else min(soft, hard), hard))


def limit_files(*, may_write: bool = False) -> None:
    """Leave no core dump, open few files, and write to none unless `may_write`."""
    if sys.platform != "win32":
        _limit(resource.RLIMIT_CORE, 0)
        _limit(resource.RLIMIT_NOFILE, _OPEN_FILES)
        if not may_write:
            _limit(resource.RLIMIT_FSIZE, 0)


def _limit(which: int, size: int) -> None:
    hard = resource.getrlimit(which)[1]
    size = size if hard < 0 else min(size, hard)
    # A system that refuses a limit must not keep files from being read: the other limits and the clock still hold.
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(which, (size, size))


def _libc() -> Any:  # noqa: ANN401
    return ctypes.CDLL(None, use_errno=True)
