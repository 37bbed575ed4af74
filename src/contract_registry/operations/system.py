"""What the operations work with: the reader, the rulebook with its scanner, and the limits, put together by `bootstrap`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from contract_registry.core.rules.rulebook import Rulebook
from contract_registry.reading.limits import Limits
from contract_registry.reading.reader import Reader

if TYPE_CHECKING:
    from contract_registry.core.scanning.prepare import Scanner
    from contract_registry.core.scanning.second_reader.reader import SecondReader


@dataclass(frozen=True, slots=True)
class System:
    """Nothing in it is loaded before it is needed; close the reader in the end (or use `bootstrap.assemble` in a `with`)."""

    limits: Limits
    reader: Reader
    rules_folder: Path
    rulebook: Callable[[], Rulebook]
    scanner: Callable[[], Scanner]
    second_reader: Callable[[], SecondReader | None]
    at_once: int = 1

    @property
    def second_reader_version(self) -> str:
        """The version of the second reader that is asked; empty where none is."""
        reader = self.second_reader()
        return reader.version if reader else ""

    @property
    def scans_by(self) -> str:
        """What scans of now are remembered to be made by: another rulebook or another second reader has them made anew."""
        return "+".join(filter(None, (self.rulebook().fingerprint, self.second_reader_version)))
