"""Recognises the words in pictures that may be pages of the contract, and puts them after the text of the Word file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from contract_registry.core.document import Document, Problem
from contract_registry.errors import UnreadableFile
from contract_registry.reading.limits import Budget
from contract_registry.reading.pictures import read_image
from contract_registry.reading.together import together


def with_pictures(document: Document, pictures: Sequence[bytes], budget: Budget) -> Document:
    """`document` and after it what was recognised on `pictures`, each a page; a problem for each picture that gave no words."""
    read: list[Document] = []
    unread: list[Problem] = []
    for place, picture in enumerate(pictures, start=1):
        which = f"picture {place} of {len(pictures)}"
        try:
            seen = read_image(picture, name=which, budget=budget)
        except UnreadableFile:
            seen = None
        if seen is None or not seen.text:
            unread.append(_unread(which))
        else:
            read.append(seen)
    return replace(_together(document, read), problems=(*document.problems, *unread, *(each for one in read for each in _problems(one))))


def _together(document: Document, read: Sequence[Document]) -> Document:
    """The text of the file and of its pictures as one, which is still that file."""
    if not read:
        return document
    whole = together([document, *read] if document.text else read)
    readers = "; ".join(dict.fromkeys((document.reader, *(each.reader for each in read))))
    return replace(
        document,
        text=whole.text,
        reader=readers,
        blocks=whole.blocks,
        pages=whole.pages,
        marks=whole.marks,
        revisions=whole.revisions,
        raw=whole.raw,
        map=whole.map,
    )


def _problems(read: Document) -> list[Problem]:
    return [Problem(each.kind, f"In {read.name} in this file: {each.message}") for each in read.problems]


def _unread(which: str) -> Problem:
    message = f"There is a picture in this file ({which}) that may be a page of the contract. Its words were not read: send the page itself, or its text."
    return Problem("unreadable page", message)
