"""Every table there is, for whoever compares them with those of a database."""

from __future__ import annotations

from contract_registry.storage import answer_tables, record_tables, work_tables
from contract_registry.storage.tables import metadata

__all__ = ["answer_tables", "metadata", "record_tables", "work_tables"]
