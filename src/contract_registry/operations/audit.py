"""The audit trail as its keeper reads it: whether it holds, and what stands in it."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from contract_registry.core.disclosure.audit import BEGINNING, Break, first_break
from contract_registry.operations.access import Access
from contract_registry.storage.people.trail import links


@dataclass(frozen=True, slots=True)
class Verified:
    """How many entries hold, and the sum of the last: who writes both down elsewhere notices if the end is cut off."""

    entries: int
    sum: str


def verify_trail(access: Access, expected: tuple[int, str] | None = None) -> Verified | Break:
    """Whether every entry is as it was written and none is missing; or the first that is not. `expected` is what an earlier run told."""
    with access.store.reading() as reading:
        if expected:
            found = list(islice(links(reading.connection, expected[0] - 1), 1))
            if not found or found[0].number != expected[0]:
                return Break(expected[0], "it was there at an earlier time, and is missing")
            if found[0].sum.hex() != expected[1]:
                return Break(expected[0], "it is not the entry that was there at an earlier time")
        held = first_break(links(reading.connection), BEGINNING)
    return held if isinstance(held, Break) else Verified(held[0], held[1].hex())


def entries_of(access: Access, last: int) -> Iterator[dict[str, Any]]:
    """The last entries, each as plain data."""
    with access.store.reading() as reading:
        newest = deque((link.entry for link in links(reading.connection)), last)
    yield from (json.loads(entry) for entry in newest)
