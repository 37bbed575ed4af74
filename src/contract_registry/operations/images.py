"""Pictures of a document's pages, drawn from the files it was read from."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Mapping, Sequence

from contract_registry.core.document import Document
from contract_registry.exporting.page_image import PageImage
from contract_registry.operations.read import WasRead
from contract_registry.operations.system import System

_DRAWABLE = ("application/pdf", "image/")


def page_images(system: System, read: WasRead, pages: Sequence[int], password: str | None = None) -> Mapping[int, PageImage]:
    """The picture of each of `pages` that can be drawn; pages of files inside other files (an attachment) are left out."""
    from contract_registry.reading.drawing import draw_pages

    sources = {_sha256(source.data): source.data for source in read.sources}
    images: dict[int, PageImage] = {}
    for sha256, numbers in _by_file(read.document, pages).items():
        if sha256 in sources:
            drawn = draw_pages(sources[sha256], sorted(numbers), password=password, limits=system.limits)
            images |= {numbers[own]: PageImage(data, _media_type(data)) for own, data in drawn.items()}
    return images


def _by_file(document: Document, pages: Sequence[int]) -> dict[str, dict[int, int]]:
    """For each file, by its sha256: the pages wanted of it, each own number leading to the document's."""
    wanted: dict[str, dict[int, int]] = defaultdict(dict)
    if not document.parts and document.media_type.startswith(_DRAWABLE):
        wanted[document.sha256] = {number: number for number in pages}
    for part in document.parts:
        if part.media_type.startswith(_DRAWABLE):
            wanted[part.sha256] = {own: number for own, number in enumerate(part.pages, 1) if number in pages}
    return {sha256: numbers for sha256, numbers in wanted.items() if numbers}


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _media_type(image: bytes) -> str:
    return "image/png" if image.startswith(b"\x89PNG") else "image/jpeg"
