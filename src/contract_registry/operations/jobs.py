"""The names of the jobs, for whoever does them."""

from __future__ import annotations

from contract_registry.storage.queue import LETTER, PROJECT, RESCAN, SCAN, UPKEEP, WIPE_REGISTRY

__all__ = ["LETTER", "PROJECT", "RESCAN", "SCAN", "UPKEEP", "WIPE_REGISTRY"]
