"""The names of the jobs, for whoever does them."""

from __future__ import annotations

from contract_registry.storage.queue import LETTER, RESCAN, SCAN, UPKEEP

__all__ = ["LETTER", "RESCAN", "SCAN", "UPKEEP"]
