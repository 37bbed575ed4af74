"""What the service works with: the system that scans, what is kept, and what visitors left in memory; put together by `bootstrap`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from contract_registry.core.disclosure.redaction.redact import NameFinder
from contract_registry.operations.access import Access
from contract_registry.operations.foundations import Foundations
from contract_registry.operations.pace import Pace
from contract_registry.operations.system import System
from contract_registry.operations.visits import Visits
from contract_registry.storage.store import Store


@dataclass(frozen=True, slots=True)
class Service:
    """Everything that a door can ask for; `names` is the finder of names that redacts what is shared beside our own, if one is set."""

    system: System
    foundations: Foundations
    store: Store
    visits: Visits
    upload_bytes: int
    access: Access
    pace: Pace
    hosts: frozenset[str]
    trusted_proxies: tuple[str, ...] = ()
    metrics_token: str = ""
    names: Callable[[], NameFinder | None] = lambda: None
