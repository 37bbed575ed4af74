"""Every table there is, in whichever room it is described."""

from __future__ import annotations

import contract_registry.storage.people.tables
import contract_registry.storage.registry.tables
import contract_registry.storage.registry.template_tables  # noqa: F401  so are these
from contract_registry.storage import answer_tables, desk_tables, record_tables, work_tables  # noqa: F401  so are these
from contract_registry.storage.tables import metadata

__all__ = ["metadata"]
