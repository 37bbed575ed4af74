"""Under which names the service answers: its own, those of this machine, and addresses in numbers, which no stranger's name can lead to."""

from __future__ import annotations

import re
from ipaddress import ip_address
from urllib.parse import urlsplit

_NAME_AND_PORT = re.compile(r"([A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\])(:[0-9]{1,5})?")
OF_THIS_MACHINE = frozenset({"localhost"})


def names_of(address: str, further: str) -> frozenset[str]:
    """The name in an address and those in a list with commas."""
    own = urlsplit(address).hostname if address else None
    return frozenset(name for name in (own, *(each.strip().lower() for each in further.split(","))) if name)


def answers_for(host: str, names: frozenset[str]) -> bool:
    """Whether the service may be asked for by what stands in the header Host."""
    if not _NAME_AND_PORT.fullmatch(host):
        return False
    name = urlsplit(f"//{host}").hostname or ""
    return name in names or name in OF_THIS_MACHINE or name.endswith(".localhost") or _is_in_numbers(name)


def _is_in_numbers(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True
