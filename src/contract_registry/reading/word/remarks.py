"""Says of the canonical text what was noted of the raw text: marks with their places, and the problems that a reader must be told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from contract_registry.core.document import Document, Mark, Problem
from contract_registry.core.text import Span, trimmed
from contract_registry.reading.word.gathering import Gathered
from contract_registry.reading.word.places import Places
from contract_registry.reading.word.printing import Printed
from contract_registry.reading.word.record import Change

_WORD = re.compile(r"\w+(?:['’-]\w+)*")


def marks(document: Document, gathered: Gathered, printed: Printed) -> tuple[Mark, ...]:
    """All marks on the canonical text, in its order."""
    places = Places(document.map)
    noted = (
        *_noted(gathered, places),
        *_inserted(gathered, places),
        *_commented(document, gathered, printed, places),
        *_note_calls(document, gathered, printed, places),
    )
    return tuple(sorted((_trimmed(mark, document.text) for mark in noted), key=lambda mark: (mark.span, mark.kind)))


def problems(document: Document, gathered: Gathered) -> Iterator[Problem]:
    """What is pending and what is hidden, counted."""
    hidden = [mark.span.of(document.text) for mark in document.marks if mark.kind == "hidden"]
    words = sum(len(_WORD.findall(each)) for each in hidden)
    if words:
        yield Problem(
            "hidden text",
            f"This file holds {_count(words, 'word')} that do not show on paper (hidden, white or tiny print). They were read.",
        )
    changes = _counted(gathered.record.changes)
    if changes:
        yield Problem("pending changes", _pending(changes))


def _trimmed(mark: Mark, text: str) -> Mark:
    span = trimmed(mark.span, text)
    return replace(mark, span=span) if span else mark


def _noted(gathered: Gathered, places: Places) -> Iterator[Mark]:
    placed = [(each, span) for each in gathered.record.marks if (span := places.span(each.start, each.end))]
    yield from (Mark(each.kind, span, each.note) for each, span in placed if each.kind != "contents")
    yield from (Mark("contents", span) for span in _together(sorted(span for each, span in placed if each.kind == "contents")))


def _together(spans: Sequence[Span]) -> list[Span]:
    """`spans`, which stand in order, with those that touch or overlap as one: a table of contents is noted as a whole and line by line."""
    found: list[Span] = []
    for span in spans:
        if found and span.start <= found[-1].end + 1:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found


def _inserted(gathered: Gathered, places: Places) -> Iterator[Mark]:
    for change in _counted(gathered.record.changes):
        span = places.span(change.start, change.end) if change.kind == "inserted" else None
        if span:
            yield Mark("inserted", span, ", ".join(filter(None, (change.author, change.date))))


def _commented(document: Document, gathered: Gathered, printed: Printed, places: Places) -> Iterator[Mark]:
    for comment in gathered.comments:
        if comment.id not in gathered.record.commented:
            continue
        start, end = gathered.record.commented[comment.id]
        said = " ".join(block.span.of(document.text) for block in printed.comments[comment.id])
        by = f"{comment.author}: " if comment.author else ""
        span = places.span(start, start if end is None else end)
        yield Mark("commented", span or places.point(document.raw, start), f"{by}{said}{' (resolved)' if comment.is_resolved else ''}")


def _note_calls(document: Document, gathered: Gathered, printed: Printed, places: Places) -> Iterator[Mark]:
    for call in gathered.record.notes:
        if call.standing.accepted:
            yield Mark("footnote mark", places.point(document.raw, call.at), printed.labels.get((call.kind, call.id), ""))


def _counted(changes: Sequence[Change]) -> list[Change]:
    """The changes as a person counts them: pieces of one change that follow each other are one."""
    found: list[Change] = []
    for change in sorted(changes, key=lambda each: (each.kind, each.start, -each.end)):
        last = found[-1] if found else None
        if last and (last.kind, last.author, last.date) == (change.kind, change.author, change.date) and change.start <= last.end:
            found[-1] = Change(last.kind, last.start, max(last.end, change.end), last.author, last.date)
        else:
            found.append(change)
    return found


def _pending(changes: Sequence[Change]) -> str:
    kinds = {kind: len(list(each)) for kind, each in groupby(changes, key=lambda change: change.kind)}
    counts = " and ".join(
        _count(number, noun) for kind, noun in (("inserted", "insertion"), ("deleted", "deletion")) if (number := kinds.get(kind, 0))
    )
    authors = sorted({change.author for change in changes if change.author})
    by = f", by {', '.join(authors)}" if authors else ""
    return f"This file holds {counts}{by}, that nobody has accepted yet. It was read as if all of them were accepted; settle them before you sign."


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
