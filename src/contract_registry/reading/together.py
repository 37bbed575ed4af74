"""Puts several documents together as one: a contract and its schedules, photographs of its pages, a message and its attachments."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from contract_registry.core.document import Block, Document, Line, Mark, Page, Part, Problem, Revision
from contract_registry.core.text import Span, TextMap
from contract_registry.errors import UnreadableFile

MEDIA_TYPE = "multipart/mixed"


def together(documents: Sequence[Document], *, name: str = "") -> Document:
    """One Document of all `documents` (at least one), in their order, each beginning a new block.

    Pages are numbered on; `parts` says which stretch and which pages came from which file; problems name their file.
    Its sha256 is that of the parts' sha256 sums, in hexadecimal, one a line; its size is the sum of theirs.
    """
    if not documents:
        raise ValueError("no documents to put together")
    starts = _starts([document.text for document in documents])
    raws = _starts([document.raw for document in documents])
    pages = [0, *accumulate(len(document.pages) for document in documents)]
    moved = [_moved(document, start, first) for document, start, first in zip(documents, starts, pages, strict=False)]
    parts = tuple(part for document in moved for part in document.parts)
    return Document(
        name=name or " + ".join(document.name for document in documents),
        media_type=MEDIA_TYPE,
        sha256=hashlib.sha256("\n".join(part.sha256 for part in parts).encode()).hexdigest(),
        size=sum(document.size for document in documents),
        text="\n".join(document.text for document in documents),
        reader="; ".join(dict.fromkeys(document.reader for document in documents)),
        blocks=tuple(block for document in moved for block in document.blocks),
        pages=tuple(page for document in moved for page in document.pages),
        marks=tuple(mark for document in moved for mark in document.marks),
        revisions=tuple(revision for document in moved for revision in document.revisions),
        problems=tuple(problem for document in moved for problem in document.problems),
        parts=parts,
        raw="\n".join(document.raw for document in documents),
        map=_joined([document.map for document in documents], starts, raws),
    )


def together_where_read(outcomes: Sequence[tuple[str, Document | UnreadableFile]], *, name: str = "") -> Document:
    """One Document of all that could be read of the files named, with a problem for each that could not; if none could, the first error is raised."""
    documents = [outcome for _, outcome in outcomes if isinstance(outcome, Document)]
    errors = [(given, outcome) for given, outcome in outcomes if isinstance(outcome, UnreadableFile)]
    if not documents and errors:
        raise errors[0][1]
    whole = together(documents, name=name)
    unread = (Problem("part not read", f"“{given}” could not be read. {error.message} {error.next_step}") for given, error in errors)
    return replace(whole, problems=(*whole.problems, *unread))


def _starts(texts: Sequence[str]) -> list[int]:
    return [0, *accumulate(len(text) + 1 for text in texts)]


def _moved(document: Document, by: int, pages_before: int) -> Document:
    """`document` with its places moved on by `by` characters and its pages by `pages_before`; its parts are filled."""
    return replace(
        document,
        blocks=tuple(_moved_block(block, by) for block in document.blocks),
        pages=tuple(_moved_page(page, by, pages_before) for page in document.pages),
        marks=tuple(Mark(mark.kind, mark.span.shifted(by), mark.note) for mark in document.marks),
        revisions=tuple(_moved_revision(revision, by) for revision in document.revisions),
        problems=tuple(_moved_problem(problem, document.name, pages_before) for problem in document.problems),
        parts=tuple(_moved_part(part, by, pages_before) for part in document.parts or (_whole(document),)),
    )


def _whole(document: Document) -> Part:
    numbers = tuple(page.number for page in document.pages)
    return Part(document.name, document.media_type, document.sha256, document.size, Span(0, len(document.text)), numbers)


def _moved_block(block: Block, by: int) -> Block:
    number = None if block.number is None else block.number.shifted(by)
    return replace(block, span=block.span.shifted(by), number=number, cells=tuple(cell.shifted(by) for cell in block.cells))


def _moved_page(page: Page, by: int, pages_before: int) -> Page:
    lines = tuple(Line(line.span.shifted(by), line.box, line.left, line.right) for line in page.lines)
    return replace(page, number=page.number + pages_before, lines=lines)


def _moved_revision(revision: Revision, by: int) -> Revision:
    return replace(revision, span=revision.span.shifted(by))


def _moved_problem(problem: Problem, name: str, pages_before: int) -> Problem:
    page = None if problem.page is None else problem.page + pages_before
    return Problem(problem.kind, f"{name}: {problem.message}", page)


def _moved_part(part: Part, by: int, pages_before: int) -> Part:
    return replace(part, span=part.span.shifted(by), pages=tuple(page + pages_before for page in part.pages))


def _joined(maps: Sequence[TextMap], starts: Sequence[int], raws: Sequence[int]) -> TextMap:
    return TextMap(
        tuple(start + by for one, by in zip(maps, starts, strict=False) for start in one.starts),
        tuple(start + by for one, by in zip(maps, raws, strict=False) for start in one.raw_starts),
        tuple(length for one in maps for length in one.lengths),
        max(raws[-1] - 1, 0),
    )
