"""Follows templates over their dated editions: every edition read and scanned by the same rules, and what became of it from one to the next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from contract_registry.core.scanning.findings import Circumstances
from contract_registry.operations.light_spacy import light_spacy
from contract_registry.operations.read import WasNotRead, read_sources
from contract_registry.operations.scan import WasScanned, ahead, scan_read
from contract_registry.operations.system import System
from contract_registry.reading.dated_editions import EditionFile, EditionsFound, editions_in

if TYPE_CHECKING:
    from contract_registry.core.comparing.drift.drift import Drift

__all__ = ["EditionsFound", "Followed", "drift_through", "editions_in", "scanned_editions"]


@dataclass(frozen=True, slots=True)
class Followed:
    """The drift of the template `name`, None where no edition could be read, and the editions that could not."""

    name: str
    drift: Drift | None
    failures: tuple[WasNotRead, ...] = ()


def scanned_editions(system: System, found: EditionsFound, circumstances: Circumstances) -> Iterator[WasScanned | WasNotRead]:
    """Each edition read and scanned, in their order."""
    paths = [str(each.path) for each in found.editions]
    for read in read_sources(system, paths, meanwhile=ahead(system)):
        yield read if isinstance(read, WasNotRead) else scan_read(system, read, circumstances)


def drift_through(system: System, found: EditionsFound, scanned: Sequence[WasScanned | WasNotRead]) -> Followed:
    """What became of a template through `scanned`, which are its editions in their order; those that were not read are left out and named."""
    read = [(file, each) for file, each in zip(found.editions, scanned, strict=True) if isinstance(each, WasScanned)]
    return Followed(found.name, _drift(system, read) if read else None, tuple(each for each in scanned if isinstance(each, WasNotRead)))


def _drift(system: System, scanned: Sequence[tuple[EditionFile, WasScanned]]) -> Drift:
    with light_spacy():
        from contract_registry.core.comparing.compare import Edition
        from contract_registry.core.comparing.drift.drift import DatedEdition, drift_of
        from contract_registry.core.scanning.mentions import find_mentions
    scanner = system.scanner()
    editions = [DatedEdition(Path(file.path).name, file.day, Edition(each.read.clauses, each.scan)) for file, each in scanned]
    texts = [each.edition.clauses for each in editions]
    mentions = [find_mentions(clauses, scanner.words, scanner.vocabulary(clauses.languages)) for clauses in texts]
    return drift_of(editions, mentions, {rule.type for rule in scanner.rulebook.rules if rule.family == "ai" and not rule.combines})
