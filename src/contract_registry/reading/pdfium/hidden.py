"""Tells letters that cannot be seen on the page from pale ones that can, by looking at the page as it is shown."""

from __future__ import annotations

import math

import pypdfium2
from PIL import Image

from contract_registry.reading.printed import Piece

_SCALE = 1.5
_CONTRAST = 24
"""Grey levels, of 255, between paper and ink that an eye can tell apart."""
_TINY = 2.0


def unseen(document: pypdfium2.PdfDocument, number: int, faint: list[Piece], turn: int) -> frozenset[int]:
    """The places in `faint`, pieces of page `number` (from 0), of those that a reader of the page cannot see.

    `turn` is the quarter turns clockwise at which the page is read.
    """
    picture = document[number].render(scale=_SCALE, grayscale=True, rotation=90 * turn).to_pil().convert("L")
    return frozenset(at for at, piece in enumerate(faint) if piece.size < _TINY or _is_blank(picture, piece))


def _is_blank(picture: Image.Image, piece: Piece) -> bool:
    box = (
        max(math.floor(piece.x0 * _SCALE), 0),
        max(math.floor(piece.top * _SCALE), 0),
        min(math.ceil(piece.x1 * _SCALE), picture.width),
        min(math.ceil(piece.bottom * _SCALE), picture.height),
    )
    if box[0] >= box[2] or box[1] >= box[3]:
        return True
    levels = [level for level, count in enumerate(picture.crop(box).histogram()) if count]
    return levels[-1] - levels[0] < _CONTRAST
