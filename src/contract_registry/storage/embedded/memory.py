"""How much memory the embedded server keeps pages in: a quarter of what there is, since searching reads the same pages again and again."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

LEAST_MB, MOST_MB = 128, 2048
_SHARE = 4
_LIMIT = Path("/sys/fs/cgroup/memory.max")
"""Where Linux tells a container how much it may use; a number, or "max"."""


def megabytes_of_pages(limit: Path = _LIMIT) -> int:
    """The megabytes to keep pages in, of which no more is taken than pages are read."""
    there = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    with suppress(OSError, ValueError):  # no container, or one without a limit
        there = min(there, int(limit.read_text(encoding="ascii")))
    return max(LEAST_MB, min(there // _SHARE >> 20, MOST_MB))
