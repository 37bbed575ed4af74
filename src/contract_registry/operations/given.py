"""What somebody sends: files to be taken as one document, with what is said of the case; and what becomes of it when it is scanned."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from contract_registry.core.scanning.findings import Circumstances
from contract_registry.errors import WrongUsage
from contract_registry.operations.circumstances import circumstances_of
from contract_registry.operations.read import WasNotRead, read_given
from contract_registry.operations.scan import WasScanned, scan_read
from contract_registry.operations.system import System
from contract_registry.reading.watch import UNWATCHED, Watch


@dataclass(frozen=True, slots=True)
class Given:
    """What somebody sends to be scanned: files by name, to be taken as one document, and what is said of the case."""

    files: Sequence[tuple[str, bytes]]
    password: str = ""
    sector: str = ""
    role: str = ""
    jurisdiction: str = ""
    as_of: str = ""

    @property
    def said(self) -> dict[str, str]:
        """What is said of the case, without what was left out."""
        names = ("password", "sector", "role", "jurisdiction", "as_of")
        return {name: getattr(self, name) for name in names if getattr(self, name)}


def check_given(system: System, given: Given) -> Circumstances:
    """The case as a value; WrongUsage where no file was sent or the case makes no sense."""
    if not given.files:
        raise WrongUsage("No file was sent. Choose one or more, or paste the text; over the API files are sent in the field `file`.")
    return circumstances_of(system, sector=given.sector, role=given.role, jurisdiction=given.jurisdiction, as_of=given.as_of)


def outcome_of(
    system: System, given: Given, watch: Watch = UNWATCHED, was_read: Callable[[], None] = lambda: None
) -> WasScanned | WasNotRead:
    """The scan of what was given, or why there is none; WrongUsage where the case makes no sense, Cancelled where the check of `watch` says so.

    `was_read` is called between reading and scanning.
    """
    circumstances = check_given(system, given)
    read = read_given(system, given.files, password=given.password or None, watch=watch)
    was_read()
    return read if isinstance(read, WasNotRead) else scan_read(system, read, circumstances)
