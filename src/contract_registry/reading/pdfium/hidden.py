"""Tells letters that cannot be seen on the page from pale ones that can, by looking at the page as it is shown."""

from __future__ import annotations

import math
from collections.abc import Sequence

import pypdfium2
from PIL import Image

from contract_registry.reading.pdfium.rendering import render
from contract_registry.reading.printed import Piece

_SCALE = 1.5
_CONTRAST = 24
"""Grey levels, of 255, between paper and ink that an eye can tell apart."""
_TINY = 2.0


def unseen(document: pypdfium2.PdfDocument, number: int, faint: Sequence[Piece], turn: int, width: float) -> frozenset[int]:
    """The places in `faint`, pieces of page `number` (from 1), of those that a reader of the page cannot see.

    The page is read turned by `turn` quarters clockwise, and is then `width` points wide.
    """
    picture = render(document, number, _SCALE, grey=True, turn=turn)
    if picture is None:
        return frozenset()
    scale = picture.width / max(width, 1.0)
    return frozenset(at for at, piece in enumerate(faint) if piece.size < _TINY or _is_blank(picture, piece, scale))


def _is_blank(picture: Image.Image, piece: Piece, scale: float) -> bool:
    box = (
        max(math.floor(piece.x0 * scale), 0),
        max(math.floor(piece.top * scale), 0),
        min(math.ceil(piece.x1 * scale), picture.width),
        min(math.ceil(piece.bottom * scale), picture.height),
    )
    if box[0] >= box[2] or box[1] >= box[3]:
        return True
    levels = [level for level, count in enumerate(picture.crop(box).histogram()) if count]
    return levels[-1] - levels[0] < _CONTRAST
