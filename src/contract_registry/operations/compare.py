"""Compares two editions of a contract: both read and scanned by the same rules in the same case, and what differs between them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from contract_registry.core.scanning.findings import Circumstances
from contract_registry.operations.light_spacy import light_spacy
from contract_registry.operations.read import WasNotRead, WasRead, unexpected
from contract_registry.operations.scan import WasScanned, scan_read
from contract_registry.operations.system import System

if TYPE_CHECKING:
    from contract_registry.core.comparing.changes import Comparison


@dataclass(frozen=True, slots=True)
class WasCompared:
    """Two editions as they were scanned, and what differs between them."""

    old: WasScanned
    new: WasScanned
    comparison: Comparison

    @property
    def got_worse(self) -> bool:
        """Whether something in the new edition is worse for the creator."""
        return self.comparison.outcome in ("worse", "mixed")

    @property
    def is_same(self) -> bool:
        """Whether nothing that the rules look for came, went or changed."""
        return self.comparison.outcome == "same"


@dataclass(frozen=True, slots=True)
class WasNotCompared:
    """Of two files, those that could not be read."""

    failures: tuple[WasNotRead, ...]


def compare_reads(
    system: System, old: WasRead | WasNotRead, new: WasRead | WasNotRead, circumstances: Circumstances
) -> WasCompared | WasNotCompared:
    """What differs between two editions that were read before; where one could not be, or fails now, why."""
    scans = [each if isinstance(each, WasNotRead) else scan_read(system, each, circumstances) for each in (old, new)]
    before, after = scans
    if isinstance(before, WasNotRead) or isinstance(after, WasNotRead):
        return WasNotCompared(tuple(each for each in scans if isinstance(each, WasNotRead)))
    with light_spacy():
        from contract_registry.core.comparing.compare import Edition, compare
    try:
        comparison = compare(Edition(before.read.clauses, before.scan), Edition(after.read.clauses, after.scan))
    except Exception as fault:  # noqa: BLE001  told like any other fault, with what to do next
        return WasNotCompared((WasNotRead(f"{before.read.given} and {after.read.given}", unexpected(fault)),))
    return WasCompared(before, after, comparison)
