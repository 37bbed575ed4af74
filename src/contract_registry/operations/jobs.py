"""The names of the jobs, for whoever does them."""

from __future__ import annotations

from contract_registry.storage.queue import LETTER, SCAN

__all__ = ["LETTER", "SCAN"]
