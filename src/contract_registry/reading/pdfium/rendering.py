"""Renders a page of an open PDF to a picture in memory, never larger than can be held."""

from __future__ import annotations

import pypdfium2
from PIL import Image

_MOST_PIXELS = 40_000_000


def render(document: pypdfium2.PdfDocument, page: int, scale: float, *, grey: bool = False, turn: int = 0) -> Image.Image | None:
    """Page `page` (from 1) with `scale` pixels for each point, fewer where it would be enormous, turned by `turn` quarters clockwise.

    Form fields are drawn where the document's form was opened. None when PDFium cannot draw the page.
    """
    try:
        loaded = document[page - 1]
    except pypdfium2.PdfiumError:
        return None
    try:
        width, height = loaded.get_size()
        most = (_MOST_PIXELS / max(width * height, 1.0)) ** 0.5
        picture: Image.Image = loaded.render(scale=min(scale, most), grayscale=grey, rotation=90 * turn).to_pil()
        return picture.convert("L") if grey else picture
    except pypdfium2.PdfiumError:
        return None
    finally:
        loaded.close()
