"""Where data belongs on this system, where nobody said otherwise."""

from __future__ import annotations

import os
from pathlib import Path

from platformdirs import user_data_path

NAME = "contract-registry"
_OF_ROOT = Path("/var/lib")
"""Root's own home is closed to the account that the database server runs under."""


def usual_home() -> Path:
    """The data folder of this user, or of the machine where root runs the service."""
    if os.name == "posix" and os.geteuid() == 0:
        return _OF_ROOT / NAME
    return user_data_path(NAME, appauthor=False)
