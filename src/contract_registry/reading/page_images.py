"""Renders one page of a PDF or a picture file, for showing the words that were found where they are printed."""

from __future__ import annotations

import io
from typing import Literal

from PIL import Image

from contract_registry.errors import CorruptFile
from contract_registry.reading.pdfium.library import opened
from contract_registry.reading.pdfium.rendering import render
from contract_registry.reading.pictures import frames

Format = Literal["png", "jpeg"]
_QUALITY = 85


def page_image(data: bytes, page: int, scale: float = 1.5, password: str | None = None, form: Format = "png") -> bytes:
    """Page `page` (from 1) of the file `data` as a PNG or JPEG file, `scale` pixels for each point of the page as shown.

    Form fields and annotations are drawn. IndexError when there is no such page, CorruptFile when it cannot be drawn; the errors of opening are those
    of reading.
    """
    picture = _of_pdf(data, page, scale, password) if b"%PDF-" in data[:1024] else _of_picture(data, page, scale)
    out = io.BytesIO()
    picture.convert("RGB").save(out, form.upper(), **({"quality": _QUALITY} if form == "jpeg" else {"optimize": True}))
    return out.getvalue()


def _of_pdf(data: bytes, page: int, scale: float, password: str | None) -> Image.Image:
    with opened(data, password) as document:
        if not 1 <= page <= len(document):
            raise IndexError(f"there is no page {page}")
        if document.get_formtype():
            document.init_forms()
        picture = render(document, page, scale)
        if picture is None:
            raise CorruptFile(f"Page {page} of this PDF is damaged and cannot be drawn.")
        return picture


def _of_picture(data: bytes, page: int, scale: float) -> Image.Image:
    shown = next((frame for number, frame in enumerate(frames(data), start=1) if number == page), None)
    if shown is None:
        raise IndexError(f"there is no page {page}")
    size = (max(round(shown.width * scale), 1), max(round(shown.height * scale), 1))
    return shown.picture.resize(size)
