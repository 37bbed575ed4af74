"""The system that is put together makes each of its parts once, however many ask."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from contract_registry.bootstrap import assemble
from contract_registry.settings import Settings


def test_the_scanner_is_made_ready_once_for_all_threads() -> None:
    with assemble(Settings()) as system, ThreadPoolExecutor(8) as pool:
        scanners = list(pool.map(lambda _: system.scanner(), range(8)))

        assert len({id(scanner) for scanner in scanners}) == 1
        assert scanners[0].rulebook is system.rulebook()
