"""What a change of rules changes: documents scanned by two folders of rules, and what the scans say otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from contract_registry.core.evaluation.scan_changes import ScanChanges, scan_changes
from contract_registry.core.scanning.findings import Circumstances
from contract_registry.errors import InvalidRules, WrongUsage
from contract_registry.operations.light_spacy import light_spacy
from contract_registry.operations.read import WasNotRead, read_sources, unexpected
from contract_registry.operations.system import System

if TYPE_CHECKING:
    from contract_registry.core.scanning.prepare import Scanner


@dataclass(frozen=True, slots=True)
class TwoRulebooks:
    """Two folders of rules, each with its rules made ready to scan with."""

    old: tuple[Path, Scanner]
    new: tuple[Path, Scanner]


def two_rulebooks(old: Path, new: Path) -> TwoRulebooks:
    """Both folders of rules; WrongUsage where one is no folder, InvalidRules, naming the folder with each file, where one makes no rulebook."""
    return TwoRulebooks((old, _scanner(old)), (new, _scanner(new)))


def rules_diff(
    system: System, rulebooks: TwoRulebooks, paths: Sequence[str], circumstances: Circumstances, *, drafts: bool = False
) -> Iterator[ScanChanges | WasNotRead]:
    """For each of `paths`, read once, what the two rulebooks say otherwise, or why it could not be read."""
    with light_spacy():
        from contract_registry.core.scanning.scan import scan_with
    for read in read_sources(system, paths):
        if isinstance(read, WasNotRead):
            yield read
            continue
        try:
            old, new = (scan_with(read.clauses, each, circumstances, drafts=drafts) for _, each in (rulebooks.old, rulebooks.new))
            yield scan_changes(old, new, read.document.text, read.document.name)
        except Exception as fault:  # noqa: BLE001  one file's bad luck must not end the run for the others
            yield WasNotRead(read.given, unexpected(fault))


def _scanner(folder: Path) -> Scanner:
    if not folder.is_dir():
        raise WrongUsage(f"There is no folder of rules at {folder}.")
    with light_spacy():
        from contract_registry.reading.compiled_phrases import load_scanner
    try:
        return load_scanner(folder)
    except InvalidRules as error:
        raise InvalidRules([replace(each, file=str(folder / each.file)) for each in error.complaints]) from error
