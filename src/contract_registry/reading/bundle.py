"""Reads a zip of several files as one document, as if they had been given together."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from functools import partial

from contract_registry.core.document import Document
from contract_registry.errors import UnsupportedFormat
from contract_registry.reading.archive import Archive
from contract_registry.reading.enclosures import Enclosure, ReadInside, read_enclosures
from contract_registry.reading.limits import Budget
from contract_registry.reading.sniff import ARCHIVE
from contract_registry.reading.together import together

_LEFT_BY_SYSTEMS = re.compile(r"(?:^|/)(?:__MACOSX/|\.|Thumbs\.db$|desktop\.ini$)|/$", re.IGNORECASE)


def read_bundle(data: bytes, *, name: str, budget: Budget, read_inside: ReadInside) -> Document:
    """The files of a zip in the natural order of their names ("2.jpg" before "10.jpg") as one Document; `parts` keeps them apart."""
    archive = Archive(data, budget.limits)
    names = sorted((entry for entry in archive if not _LEFT_BY_SYSTEMS.search(entry)), key=_natural)
    enclosures = (Enclosure(entry, partial(archive.read, entry)) for entry in names)
    documents, problems = read_enclosures(enclosures, read_inside, budget)
    if not documents:
        message = problems[0].message if problems else "There is nothing in this zip file."
        raise UnsupportedFormat(f"This zip file holds nothing that could be read. {message}", "Unpack it and give the contract itself.")
    whole = together(documents, name=name)
    return replace(
        whole,
        media_type=ARCHIVE,
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        problems=(*whole.problems, *problems),
    )


def _natural(name: str) -> list[tuple[int, str]]:
    return [(int(piece), "") if piece.isdigit() else (-1, piece.casefold()) for piece in re.split(r"([0-9]{1,9})", name) if piece]
