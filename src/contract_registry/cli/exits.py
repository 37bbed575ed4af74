"""Exit statuses, and which error leads to which; `docs/reference/exit-status.md` tells them."""

from __future__ import annotations

from enum import IntEnum

from contract_registry.errors import (
    ContractRegistryError,
    InvalidFiles,
    NoDatabase,
    NotFound,
    NotRestored,
    NotWritten,
    OldTables,
    UnreadableFile,
    WrongMasterKey,
    WrongUsage,
)


class Exit(IntEnum):
    """What the command says to the shell."""

    DONE = 0
    CHANGED = 1
    FILE_FAILED = 2
    WRONG_USAGE = 64
    UNAVAILABLE = 69
    FAULT = 70
    INTERRUPTED = 130
    OUTPUT_CLOSED = 141


_BY_ERROR: tuple[tuple[type[ContractRegistryError], Exit], ...] = (
    (WrongUsage, Exit.WRONG_USAGE),
    (NotFound, Exit.WRONG_USAGE),
    (InvalidFiles, Exit.FILE_FAILED),
    (NotWritten, Exit.FILE_FAILED),
    (UnreadableFile, Exit.FILE_FAILED),
    (NotRestored, Exit.FILE_FAILED),
    (NoDatabase, Exit.UNAVAILABLE),
    (OldTables, Exit.UNAVAILABLE),
    (WrongMasterKey, Exit.UNAVAILABLE),
)


def exit_for(error: ContractRegistryError) -> Exit:
    """The status for an error that ends the command."""
    return next((status for kind, status in _BY_ERROR if isinstance(error, kind)), Exit.FAULT)
