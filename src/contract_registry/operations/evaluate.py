"""Measures rules on documents in which somebody has labelled passages: what they find, miss and get wrong."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from contract_registry.core.evaluation.evaluation import Measured
from contract_registry.core.evaluation.excerpt import Excerpt, excerpt_of_finding, excerpt_of_found, excerpt_of_missed
from contract_registry.core.evaluation.judging import Judged, judge
from contract_registry.core.evaluation.label import Label
from contract_registry.core.evaluation.placing import Placed
from contract_registry.core.evaluation.reported import Reported
from contract_registry.core.evaluation.sides import changed_sides
from contract_registry.core.scanning.findings import Circumstances, Scan
from contract_registry.core.text import Span
from contract_registry.errors import WrongUsage
from contract_registry.operations.light_spacy import light_spacy
from contract_registry.operations.read import WasNotRead, WasRead, read_sources, unexpected
from contract_registry.operations.scan import ahead
from contract_registry.operations.system import System
from contract_registry.reading.labels import documents_in, read_labels
from contract_registry.reading.saved_runs import read_run

if TYPE_CHECKING:
    from contract_registry.core.scanning.prepare import Scanner

_WITH_TEXT_BESIDE = frozenset({".pdf", ".docx"})
_AS_THE_FILE_HOLDS_IT = frozenset({"text/plain", "text/markdown"})


@dataclass(frozen=True, slots=True)
class Gold:
    """Labelled passages by document, in alphabetical order, and the families that are labelled anywhere in their file."""

    path: Path
    by_doc: Mapping[str, tuple[Label, ...]]
    families: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Way:
    """How the rules are measured: in which circumstances, with drafts or without, and compared with which earlier run."""

    circumstances: Circumstances
    drafts: bool = False
    before: Mapping[str, tuple[Reported, ...]] | None = None


def gold_in(path: Path, *, families: Sequence[str] = (), only: str | None = None, batch: str | None = None) -> Gold:
    """The labels of the file: of some families, of one half of split.csv, of one batch of index.csv, where these are asked for.

    InvalidLabels where a line is wrong, WrongUsage where there is no such file, family, half or batch.
    """
    labels = read_labels(path)
    labelled = sorted({label.family for label in labels})
    if strange := [family for family in families if family not in labelled]:
        raise WrongUsage(f"{path.name} labels nothing of the family {strange[0]!r}. It has: {', '.join(labelled)}.")
    chosen = tuple(family for family in labelled if family in families or not families)
    docs = {label.doc for label in labels}
    if only is not None:
        docs &= documents_in(path, "split.csv", "half", only)
    if batch is not None:
        docs &= documents_in(path, "index.csv", "batch", batch)
    if not docs:
        raise WrongUsage(
            f"No document of that half or batch has a label in {path.name}. Leave --only or --batch out, or label one of them."
        )
    by_doc = {doc: tuple(label for label in labels if label.doc == doc) for doc in sorted(docs)}
    return Gold(path, by_doc, chosen)


def saved_run(path: Path) -> Mapping[str, tuple[Reported, ...]]:
    """The findings of an earlier run by document; WrongUsage or InvalidLabels where the file is none."""
    return read_run(path)


def measure(system: System, gold: Gold, docs: Path, way: Way) -> Iterator[Measured | WasNotRead]:
    """Each document of the labels as it was judged, or why it could not be read, one after the other in their order."""
    paths = [str(docs / doc) for doc in gold.by_doc]
    for doc, read in zip(gold.by_doc, read_sources(system, paths, meanwhile=ahead(system)), strict=True):
        if isinstance(read, WasNotRead):
            yield WasNotRead(doc, read.error)
            continue
        try:
            yield _measured(system, gold, doc, read, way)
        except Exception as fault:  # noqa: BLE001  one file's bad luck must not end the run for the others
            yield WasNotRead(doc, unexpected(fault))


def _measured(system: System, gold: Gold, doc: str, read: WasRead, way: Way) -> Measured:
    scanner = system.scanner()
    with light_spacy():
        from contract_registry.core.scanning.scan import scan_with
    scan = scan_with(read.clauses, scanner, way.circumstances, drafts=way.drafts, reader=system.second_reader())
    placed, labels = Placed(_text_of(read)), gold.by_doc[doc]
    judged = judge(doc, labels, [Reported.of(each, read.document.text) for each in scan.findings], placed, gold.families)
    as_read = Placed(read.document.text)
    missed = {each.label: _missed(each.label, as_read, read, scan, scanner, way) for each in judged.labels if each.is_missed}
    wrong = tuple(excerpt_of_finding("wrong", doc, each) for each in judged.findings if each.side == "wrong")
    if way.before is None or doc not in way.before:
        return Measured(judged, tuple(missed.values()), wrong)
    before = judge(doc, labels, way.before[doc], placed, gold.families)
    return Measured(judged, tuple(missed.values()), wrong, before, tuple(_changes(before, judged, as_read, read, missed)))


def _missed(label: Label, as_read: Placed, read: WasRead, scan: Scan, scanner: Scanner, way: Way) -> Excerpt:
    from contract_registry.core.evaluation.nearest_rule import nearest_rule

    at = _first_place(label, as_read)
    nearest = nearest_rule(label, at, read.clauses, scanner, way.circumstances, scan.unclear) if at else None
    return excerpt_of_missed(label, at, read.clauses, nearest)


def _changes(before: Judged, after: Judged, as_read: Placed, read: WasRead, missed: Mapping[Label, Excerpt]) -> Iterator[Excerpt]:
    changed = changed_sides(before, after)
    for now in changed.newly_found:
        yield excerpt_of_found(now.label, now.found_by[0], _first_place(now.label, as_read), read.clauses)
    for then in changed.newly_missed:
        yield replace(missed[then.label], side="newly missed", before=then.found_by[0].rule)
    for each in changed.newly_wrong:
        yield excerpt_of_finding("newly wrong", before.doc, each)
    for each in changed.no_longer_wrong:
        yield excerpt_of_finding("no longer wrong", before.doc, each)


def _first_place(label: Label, as_read: Placed) -> Span | None:
    return next(iter(as_read.spans(label.quote)), None)


def _text_of(read: WasRead) -> str:
    """The text that labels quote: what stands in a text file, a text beside a PDF or Word file (contract.pdf.txt), else the text as it was read."""
    path = Path(read.given)
    beside = path.with_name(f"{path.name}.txt")
    if path.suffix.lower() in _WITH_TEXT_BESIDE and beside.is_file():
        return beside.read_text(encoding="utf-8", errors="replace")
    return read.document.raw if read.document.media_type in _AS_THE_FILE_HOLDS_IT else read.document.text
