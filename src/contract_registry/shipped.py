"""Where the folders that travel with the package stand, in an installed wheel and in a checkout alike."""

from __future__ import annotations

from pathlib import Path

from contract_registry.errors import ContractRegistryError

PACKAGE = Path(__file__).resolve().parent
CHECKOUT = PACKAGE.parents[1]


def rules_folder() -> Path:
    """The folder of packs, vocabulary and lock that this version was released with."""
    return _shipped("clause_rules")


def migrations_folder() -> Path:
    """The folder of database migrations that this version was released with."""
    return _shipped("migrations")


def _shipped(name: str) -> Path:
    for home in (PACKAGE, CHECKOUT):
        if (home / name).is_dir():
            return home / name
    raise ContractRegistryError(f"This installation is incomplete: its folder {name} is missing. Install contract-registry again.")
