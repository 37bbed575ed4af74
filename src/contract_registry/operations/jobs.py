"""The names of the jobs, for whoever does them."""

from __future__ import annotations

from contract_registry.storage.queue import DIGEST, FOLLOW, LETTER, PROJECT, RESCAN, SCAN, UPKEEP, WIPE_REGISTRY

__all__ = ["DIGEST", "FOLLOW", "LETTER", "PROJECT", "RESCAN", "SCAN", "UPKEEP", "WIPE_REGISTRY"]
