"""Says on which systems the embedded server runs: those with sockets in folders, users by number and locks that end with their process."""

from __future__ import annotations

import os

from contract_registry.errors import NoDatabase


def check_platform() -> None:
    """NoDatabase where the embedded server cannot be run safely."""
    if os.name != "posix":
        raise NoDatabase(
            "On this system the embedded database cannot be shut against other users. Set DATABASE_URL to a PostgreSQL server."
        )
